"""The reader of the texts, and how numbers and days are written in each language."""

import tomllib
from collections.abc import Mapping
from datetime import date, datetime, tzinfo
from decimal import ROUND_HALF_UP, Decimal
from importlib.resources import files

from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal

from cchc_bot.domain.people import Language

_DAY = {Language.VIETNAMESE: "dd/MM/yyyy", Language.ENGLISH: "d MMM yyyy"}
_MOMENT = {Language.VIETNAMESE: "HH:mm, dd/MM/yyyy", Language.ENGLISH: "d MMM yyyy, HH:mm"}


class Texts:
    """The texts of one language; call it with a key and what fills the placeholders."""

    def __init__(
        self, language: Language, zone: tzinfo, catalogue: Mapping[str, Mapping[str, str]]
    ) -> None:
        self.language = language
        self._zone = zone
        self._catalogue = catalogue

    @classmethod
    def load(cls, language: Language, zone: tzinfo) -> "Texts":
        folder = files(__package__).joinpath(language)
        catalogue = {
            file.name.removesuffix(".toml"): tomllib.loads(file.read_text(encoding="utf-8"))
            for file in folder.iterdir()
            if file.name.endswith(".toml")
        }
        return cls(language, zone, catalogue)

    def __call__(self, key: str, **values: object) -> str:
        """Return the text for `key`, "<topic>.<name>". Raises KeyError on a gap of any kind."""
        topic, _, name = key.partition(".")
        return self._catalogue[topic][name].format_map(values)

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(
            f"{topic}.{name}" for topic, names in self._catalogue.items() for name in names
        )

    def day(self, day: date) -> str:
        """Write a day; of a moment, the day that it is in the office's time zone."""
        if isinstance(day, datetime):
            day = day.astimezone(self._zone)
        return format_date(day, _DAY[self.language], locale=self.language)

    def moment(self, moment: datetime) -> str:
        return format_datetime(
            moment, _MOMENT[self.language], tzinfo=self._zone, locale=self.language
        )

    def count(self, count: int) -> str:
        return str(format_decimal(count, locale=self.language))

    def points(self, points: Decimal, digits: int = 2) -> str:
        """Write points rounded half up, once, without trailing zeros: 8.50 is "8,5"."""
        rounded = points.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
        return str(format_decimal(rounded, format=f"#,##0.{'#' * digits}", locale=self.language))


class TextLibrary:
    """The texts of all languages."""

    def __init__(self, zone: tzinfo) -> None:
        self._texts = {language: Texts.load(language, zone) for language in Language}

    def __getitem__(self, language: Language) -> Texts:
        return self._texts[language]

    def phrases(self, key: str) -> tuple[str, ...]:
        """Return the everyday phrases under a key in every language; "|" stands between them."""
        texts = self._texts.values()
        return tuple(
            phrase.strip() for text in texts if key in text.keys for phrase in text(key).split("|")
        )
