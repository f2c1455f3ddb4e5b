"""Index sets from TOML files, in the form of data/demo/index-set.toml."""

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

from cchc_bot.domain.index_sets import Band, Fault, IndexItem, IndexSet, ItemKind
from cchc_bot.domain.units import UnitKind


class BrokenIndexSetError(Exception):
    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("; ".join(f"{fault.code} {fault.kind}".strip() for fault in faults))
        self.faults = faults


def read_index_set(path: Path, province: str, unit_kind: UnitKind, year: int) -> IndexSet:
    """Read the set of a file as that of a province's units of one kind in a year.

    Raises BrokenIndexSetError.
    """
    document = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    bands = (Band(row["name"], Decimal(row["from_percent"])) for row in document["band"])
    items = tuple(_item(row) for row in document["item"])
    title = document["titles"][unit_kind]
    index_set = IndexSet(province, unit_kind, year, title, items, tuple(bands))
    faults = index_set.faults()
    if faults:
        raise BrokenIndexSetError(faults)
    return index_set


def _item(row: dict[str, Any]) -> IndexItem:
    return IndexItem(
        row["code"],
        row["title"],
        Decimal(row["max_score"]),
        ItemKind(row["kind"]) if "kind" in row else None,
        row.get("guide", ""),
        tuple(row.get("evidence", ())),
    )
