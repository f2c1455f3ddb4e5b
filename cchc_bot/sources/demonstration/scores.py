"""Scores of the invented province: the two years before a given day, both published.

The same day gives the same scores. Ranks come out by themselves.
"""

import tomllib
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path
from random import Random

from cchc_bot.domain.index_sets import IndexItem, IndexSet, ItemKind
from cchc_bot.domain.scorecards import Scorecard, ScoreLine, Stage
from cchc_bot.domain.units import DEMONSTRATION_PROVINCE, Unit, UnitKind
from cchc_bot.sources.index_sets import read_index_set

_YEARS = 2
_STEP = Decimal("0.25")  # of appraised points
_FINE_STEP = Decimal("0.01")  # of survey points, which are averages of many answers


def make_index_sets(folder: Path, today: date) -> tuple[IndexSet, ...]:
    """`folder` is data/demo. One set for each kind of unit and year."""
    path = folder / "index-set.toml"
    return tuple(
        read_index_set(path, DEMONSTRATION_PROVINCE, kind, today.year - ago)
        for kind in UnitKind
        for ago in range(1, _YEARS + 1)
    )


def make_scorecards(
    folder: Path, units: Iterable[Unit], index_set: IndexSet
) -> tuple[Scorecard, ...]:
    """Score those units that the set is for."""
    text = (folder / "score-reasons.toml").read_text(encoding="utf-8")
    reasons: dict[str, list[str]] = tomllib.loads(text)
    return tuple(
        _score(unit, index_set, reasons) for unit in units if unit.kind is index_set.unit_kind
    )


def _score(unit: Unit, index_set: IndexSet, reasons: dict[str, list[str]]) -> Scorecard:
    # A unit keeps its nature over the years, and each year turns out a little different.
    luck = Random(f"{unit.code} {index_set.year}")
    diligence = Random(unit.code).uniform(0.3, 0.7) + luck.uniform(-0.1, 0.1)
    lines = tuple(
        _surveyed(item, luck, diligence, reasons)
        if item.kind is ItemKind.SURVEY
        else _appraised(item, luck, diligence, reasons)
        for item in index_set.scored_items
    )
    return Scorecard(unit.code, index_set, Stage.PUBLISHED, lines)


def _surveyed(
    item: IndexItem, luck: Random, diligence: float, reasons: dict[str, list[str]]
) -> ScoreLine:
    share = luck.uniform(0.6, 0.75) + diligence / 3
    score = _stepped(item.max_score, share, _FINE_STEP)
    return ScoreLine(item.code, survey_score=score, reason=luck.choice(reasons[item.code]))


def _appraised(
    item: IndexItem, luck: Random, diligence: float, reasons: dict[str, list[str]]
) -> ScoreLine:
    if luck.random() < diligence:
        full, given = item.max_score, item.evidence_asked
        return ScoreLine(item.code, full, full, evidence_given=given)
    appraised = _stepped(item.max_score, luck.uniform(0.4, 0.95), _STEP)
    claimed = min(item.max_score, appraised + _STEP * luck.randint(0, 3))
    # Whoever claims more than is granted lacks the paper that would prove it.
    shown = len(item.evidence_asked) - (1 if claimed > appraised + _STEP else 0)
    return ScoreLine(
        item.code,
        claimed,
        appraised,
        reason=luck.choice(reasons[item.code]) if appraised < item.max_score else "",
        evidence_given=item.evidence_asked[:shown],
        evidence_missing=item.evidence_asked[shown:],
    )


def _stepped(max_score: Decimal, share: float, step: Decimal) -> Decimal:
    return min(max_score, int(max_score * Decimal(share) / step) * step)
