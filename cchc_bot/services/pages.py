"""Long lists, a page at a time."""

from dataclasses import dataclass
from typing import Generic, Self, TypeVar

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Page(Generic[Item]):
    """One page of a list that runs from the newest to the oldest."""

    items: tuple[Item, ...]
    number: int  # from 1
    last: int  # number of the last page

    @property
    def newer(self) -> int | None:
        return self.number - 1 if self.number > 1 else None

    @property
    def older(self) -> int | None:
        return self.number + 1 if self.number < self.last else None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page lies in its list; a number that is out of range becomes the nearest one."""

    number: int
    last: int
    size: int

    @classmethod
    def of(cls, wanted: int, count: int, size: int) -> Self:
        last = max(1, -(-count // size))
        return cls(min(max(wanted, 1), last), last, size)

    @property
    def offset(self) -> int:
        return (self.number - 1) * self.size

    def page(self, items: tuple[Item, ...]) -> Page[Item]:
        return Page(items, self.number, self.last)
