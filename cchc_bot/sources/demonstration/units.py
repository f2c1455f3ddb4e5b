"""The units of the invented province."""

import tomllib
from pathlib import Path

from cchc_bot.domain.units import Unit, UnitKind


def read_units(folder: Path) -> tuple[Unit, ...]:
    """`folder` is data/demo."""
    document = tomllib.loads((folder / "units.toml").read_text(encoding="utf-8"))
    return tuple(Unit(row["code"], row["name"], UnitKind(row["kind"])) for row in document["unit"])
