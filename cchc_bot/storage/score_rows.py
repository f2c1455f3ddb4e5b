"""Index sets and scorecards as rows, and back."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from cchc_bot.domain.index_sets import Band, IndexItem, IndexSet, ItemKind
from cchc_bot.domain.scorecards import Scorecard, ScoreLine, Stage
from cchc_bot.domain.units import UnitKind
from cchc_bot.storage.tables import IndexItemRow, IndexSetRow, ScorecardRow, ScoreLineRow


def from_index_set(index_set: IndexSet) -> dict[str, Any]:
    return {
        "province": index_set.province,
        "unit_kind": index_set.unit_kind,
        "year": index_set.year,
        "title": index_set.title,
        "bands": [[band.name, str(band.from_percent)] for band in index_set.bands],
    }


def from_items(set_id: int, index_set: IndexSet) -> list[dict[str, Any]]:
    return [
        {
            "index_set_id": set_id,
            "code": item.code,
            "position": position,
            "title": item.title,
            "max_score": item.max_score,
            "kind": item.kind,
            "guide": item.guide,
            "evidence_asked": list(item.evidence_asked),
        }
        for position, item in enumerate(index_set.items)
    ]


def to_index_set(row: IndexSetRow, items: Iterable[IndexItemRow]) -> IndexSet:
    return IndexSet(
        row.province,
        UnitKind(row.unit_kind),
        row.year,
        row.title,
        tuple(_to_item(item) for item in items),
        tuple(Band(name, Decimal(bound)) for name, bound in row.bands),
    )


def _to_item(row: IndexItemRow) -> IndexItem:
    kind = ItemKind(row.kind) if row.kind else None
    return IndexItem(row.code, row.title, row.max_score, kind, row.guide, tuple(row.evidence_asked))


def from_scorecard(set_id: int, card: Scorecard) -> dict[str, Any]:
    rate = card.final_rate
    return {
        "unit_code": card.unit_code,
        "index_set_id": set_id,
        "stage": card.stage,
        "final_points": rate and rate.part,
        "final_max": rate and rate.whole,
    }


def from_lines(set_id: int, card: Scorecard) -> Iterator[dict[str, Any]]:
    for line in card.lines:
        yield {
            "unit_code": card.unit_code,
            "index_set_id": set_id,
            "item_code": line.item_code,
            "self_score": line.self_score,
            "appraised_score": line.appraised_score,
            "survey_score": line.survey_score,
            "is_applicable": line.is_applicable,
            "reason": line.reason,
            "evidence_given": list(line.evidence_given),
            "evidence_missing": list(line.evidence_missing),
        }


def to_scorecard(
    row: ScorecardRow, index_set: IndexSet, line_rows: Iterable[ScoreLineRow]
) -> Scorecard:
    lines = {line.item_code: _to_line(line) for line in line_rows}
    return Scorecard(
        row.unit_code,
        index_set,
        Stage(row.stage),
        tuple(lines[item.code] for item in index_set.scored_items),
    )


def _to_line(row: ScoreLineRow) -> ScoreLine:
    return ScoreLine(
        row.item_code,
        row.self_score,
        row.appraised_score,
        row.survey_score,
        row.is_applicable,
        row.reason,
        tuple(row.evidence_given),
        tuple(row.evidence_missing),
    )
