"""How people say things, beside how offices do: data that an office can add to."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class EverydayWords:
    """Everything is written with its diacritics; readers fold it as they need."""

    short: Mapping[str, str] = field(default_factory=dict)  # abbreviation -> what it stands for
    says: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # phrase -> official phrases
    fillers: frozenset[str] = frozenset()  # words of asking, which tell little of what is asked
    elsewhere: frozenset[str] = frozenset()  # phrases about things that no office settles
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # code -> everyday names
