"""Units named in free text, as people shorten them: "xã Trình Diễn", "so noi vu"."""

import re
from collections.abc import Iterable
from functools import lru_cache

from cchc_bot.domain.units import Unit
from cchc_bot.search.folding import fold

_OFFICE = re.compile(r"^(?:ubnd|uy ban nhan dan) ")
_KIND = re.compile(r"^(?:xa|phuong|thi tran|dac khu) ")
_PROVINCE = re.compile(r" (?:tinh|thanh pho|tp) .+$")


def find_units(text: str, units: Iterable[Unit]) -> tuple[Unit, ...]:
    """Return the unit whose name the text holds; several where several are named alike.

    The longest name found wins. Diacritics decide only where the letters alone leave a choice.
    """
    words = f" {fold(text)} "
    best: list[Unit] = []
    best_length = 0
    for unit in units:
        length = max((len(name) for name in _names(unit.name) if f" {name} " in words), default=0)
        if length > best_length:
            best, best_length = [unit], length
        elif length and length == best_length:
            best.append(unit)
    exact = [unit for unit in best if unit.name.lower().removeprefix("ubnd ") in text.lower()]
    return tuple(exact or best)


@lru_cache(maxsize=8192)  # the names of a province's units, folded once and not at each look
def _names(unit_name: str) -> tuple[str, ...]:
    """Return what people call a unit, folded."""
    name = _OFFICE.sub("", fold(unit_name))
    bare = _KIND.sub("", name)
    # A name of one syllable is a word like any other, and needs its kind before it.
    return tuple({name, _PROVINCE.sub("", name), bare if " " in bare else name})
