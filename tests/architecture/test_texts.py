"""Guards over the texts: nothing missing, nothing left over, in every language."""

import re
from pathlib import Path
from string import Formatter
from zoneinfo import ZoneInfo

import pytest

from cchc_bot.chat.routes import Audience
from cchc_bot.domain.dossiers import DossierStatus
from cchc_bot.domain.feedback import FeedbackKind, FeedbackStatus
from cchc_bot.domain.people import Language, Role
from cchc_bot.domain.procedures import Section, Way
from cchc_bot.domain.scorecards import Stage
from cchc_bot.domain.units import UnitKind
from cchc_bot.texts import Texts

ROOT = Path(__file__).parents[2]
TEXTS = {language: Texts.load(language, ZoneInfo("Asia/Ho_Chi_Minh")) for language in Language}
# Enums whose values are told to people, each under "<topic>.<value>".
ENUMS = {
    "role": Role,
    "language_name": Language,
    "dossier_status": DossierStatus,
    "dossier_meaning": DossierStatus,
    "dossier_next": DossierStatus,
    "feedback_kind": FeedbackKind,
    "feedback_status": FeedbackStatus,
    "score_stage": Stage,
    "unit_kind": UnitKind,
    "procedure_section": Section,
    "procedure_way": Way,
}
_KEY = re.compile(r"""["']([a-z_]+\.[a-z_]+)["']""")


def test_every_language_has_the_same_keys() -> None:
    assert TEXTS[Language.VIETNAMESE].keys == TEXTS[Language.ENGLISH].keys


@pytest.mark.parametrize("key", sorted(TEXTS[Language.VIETNAMESE].keys))
def test_placeholders_match_in_every_language(key: str) -> None:
    vietnamese, english = (_placeholders(texts, key) for texts in TEXTS.values())

    assert vietnamese == english


def _placeholders(texts: Texts, key: str) -> set[str]:
    topic, _, name = key.partition(".")
    text = texts._catalogue[topic][name]
    return {field for _, field, _, _ in Formatter().parse(text) if field is not None}


@pytest.mark.parametrize("topic", ENUMS)
def test_every_enum_value_has_its_text(topic: str) -> None:
    values = {f"{topic}.{value}" for value in ENUMS[topic]}

    assert values <= TEXTS[Language.VIETNAMESE].keys


def test_every_audience_has_a_text_for_those_it_keeps_out() -> None:
    for audience in set(Audience) - {Audience.ANYONE}:
        assert f"audience.{audience.name.lower()}" in TEXTS[Language.VIETNAMESE].keys


def test_every_text_is_used_somewhere() -> None:
    source = "\n".join(
        path.read_text(encoding="utf-8")
        for folder in ("cchc_bot", "handlers")
        for path in (ROOT / folder).rglob("*.py")
    )
    built = {f"{topic}.{value}" for topic, values in ENUMS.items() for value in values}
    built |= {f"audience.{audience.name.lower()}" for audience in Audience}
    unused = {
        key
        for key in TEXTS[Language.VIETNAMESE].keys - built
        if f'"{key}"' not in source and not key.endswith((".summary", ".words"))
    }

    assert unused == set()


def test_every_text_that_code_names_exists() -> None:
    topics = {key.partition(".")[0] for key in TEXTS[Language.VIETNAMESE].keys}
    for path in (ROOT / "handlers").rglob("*.py"):
        for key in _KEY.findall(path.read_text(encoding="utf-8")):
            if key.partition(".")[0] in topics:
                assert key in TEXTS[Language.VIETNAMESE].keys, f"{path.name}: {key}"
