"""Asking on: "còn phí thì sao?" is about the procedure that was just shown, and names none."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from cchc_bot.domain.procedures import Section
from cchc_bot.search.folding import syllables
from cchc_bot.search.sections import PHRASES, read_phrases

# A code, of a dossier or a letter, names what is meant: "H99-260105-0042", "GY-AB12-CD34".
_CODE = re.compile(r"\d{4}|\w+-\w+-\w+|\d\.\d")


@dataclass(frozen=True, slots=True)
class AskedOn:
    section: Section
    is_all: bool  # nothing else stands there; else a search has to tell whether something is named


class Follower:
    def __init__(self, fillers: Iterable[str]) -> None:
        """`fillers` are folded syllables that tell nothing."""
        with files(__package__).joinpath("following.toml").open("rb") as file:
            known: dict[str, Any] = tomllib.load(file)
        asking = known["asking"]
        every = (*PHRASES, *read_phrases(known["sections"]))
        self._phrases = sorted(every, key=lambda each: -len(each[0]))
        self._fillers = frozenset(fillers) | frozenset(syllables(asking["words"]))
        self._instead = [
            [f" {' '.join(syllables(part))} " for part in phrase.split("…")]
            for phrase in asking["instead"]
        ]

    def hears(self, text: str, *readings: tuple[str, ...]) -> AskedOn | None:
        """Return what is asked on; `readings` are the syllables as typed, mended, and so on.

        The first reading that is made of asking alone decides, else the first with a section.
        """
        if _CODE.search(text):
            return None
        heard = [asked for words in readings if (asked := self._hear(words))]
        return next((asked for asked in heard if asked.is_all), next(iter(heard), None))

    def _hear(self, words: tuple[str, ...]) -> AskedOn | None:
        text = f" {' '.join(words)} "
        if any(all(part in text for part in phrase) for phrase in self._instead):
            return None
        section = None
        asked = 0
        for phrase, about in self._phrases:
            if phrase in text:
                section = section or about
                asked += phrase.count(" ") - 1
                text = text.replace(phrase, " ")
        rest = [word for word in text.split() if word not in self._fillers]
        # Who speaks of more than of what is asked speaks of something else.
        return AskedOn(section, not rest) if section and len(rest) < asked else None
