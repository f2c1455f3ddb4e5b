"""Learning from use: what people choose when they are asked back moves what is offered next."""

import hashlib
import secrets
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol, TypeVar

from cchc_bot.domain.choices import NONE_OF_THESE, Choice, count_by_code, move
from cchc_bot.domain.matches import Decision, Found
from cchc_bot.domain.people import Sender

_READ_EVERY = 60.0  # seconds for which what was counted under a key is taken as it was
_ANSWERED_WITHIN = 3600.0  # seconds: an older offer counts nothing any more
_MOST_KEPT = 10_000  # of each kind in memory; the oldest go first
_MOST_COUNTED = 100_000  # choices of a day; more come from no people
_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


class Choices(Protocol):
    """Where choices are counted. The SQL one is in storage/."""

    async def add(self, key: str, code: str, today: date) -> None: ...
    async def list_of(self, key: str) -> tuple[Choice, ...]: ...
    async def list_most(self, keys: int) -> tuple[Choice, ...]: ...
    async def delete(self, key: str | None) -> int: ...


@dataclass(frozen=True, slots=True)
class _Offer:
    mark: str
    key: str
    codes: frozenset[str]
    made_at: float


class ChoiceService:
    """Counts without identity: who chose stays in memory alone, as a hash that lasts a day."""

    def __init__(
        self,
        choices: Choices,
        now: Callable[[], datetime],
        clock: Callable[[], float],
        *,
        is_on: bool = True,
    ) -> None:
        """`clock` counts seconds from anywhere."""
        self._choices = choices
        self._now = now
        self._clock = clock
        self._is_on = is_on
        self._offers: OrderedDict[Sender, _Offer] = OrderedDict()
        self._read: OrderedDict[str, tuple[float, Mapping[str, int]]] = OrderedDict()
        self._salt = secrets.token_bytes(16)
        self._counted: set[bytes] = set()
        self._counted_on = date.min

    async def move(self, found: Found) -> Found:
        """Rank what is offered by what was chosen before, within the bounds of domain.choices."""
        if not self._is_on or not found.key or found.decision is not Decision.CLARIFY:
            return found
        return move(found, await self._counts(found.key))

    def offer(self, sender: Sender, found: Found) -> str:
        """Remember what is offered; return the mark of its buttons, "" where nothing is learned.

        A press counts for the last offer alone, and only with its mark.
        """
        self._offers.pop(sender, None)
        while self._offers and self._is_late(next(iter(self._offers.values()))):
            self._offers.popitem(last=False)
        if not self._is_on or not found.key:
            return ""
        codes = frozenset(match.entry.code for match in found.matches)
        mark = secrets.token_hex(2)
        self._offers[sender] = _Offer(mark, found.key, codes, self._clock())
        _drop_oldest(self._offers)
        return mark

    async def choose(self, sender: Sender, mark: str, code: str = NONE_OF_THESE) -> None:
        """Count what was chosen of the last offer, once; an old or made up mark counts nothing."""
        offer = self._offers.get(sender)
        if offer is None or offer.mark != mark or code not in {*offer.codes, NONE_OF_THESE}:
            return
        del self._offers[sender]
        if not self._is_late(offer) and self._is_first_today(sender, offer.key):
            await self._choices.add(offer.key, code, self._now().date())

    async def list_most(self, keys: int) -> tuple[Choice, ...]:
        """List what was chosen under the keys with most choices, each key's together."""
        return await self._choices.list_most(keys)

    async def list_of(self, key: str) -> tuple[Choice, ...]:
        return await self._choices.list_of(key)

    async def reset(self, key: str | None = None) -> int:
        """Forget what was counted under a key, or everything; return how many counts went."""
        self._read.clear()
        return await self._choices.delete(key)

    def _is_late(self, offer: _Offer) -> bool:
        return self._clock() - offer.made_at > _ANSWERED_WITHIN

    async def _counts(self, key: str) -> Mapping[str, int]:
        read = self._read.get(key)
        if read and self._clock() - read[0] < _READ_EVERY:
            return read[1]
        counts = count_by_code(await self._choices.list_of(key))
        self._read.pop(key, None)
        self._read[key] = (self._clock(), counts)
        _drop_oldest(self._read)
        return counts

    def _is_first_today(self, sender: Sender, key: str) -> bool:
        """Whether the sender chooses for the first time today under this key; notes that it did."""
        today = self._now().date()
        if today != self._counted_on:
            self._counted_on = today
            self._counted.clear()
            self._salt = secrets.token_bytes(16)
        said = f"{sender.channel}\n{sender.id}\n{key}".encode()
        who = hashlib.blake2b(said, key=self._salt, digest_size=16).digest()
        if who in self._counted or len(self._counted) >= _MOST_COUNTED:
            return False
        self._counted.add(who)
        return True


def _drop_oldest(kept: OrderedDict[_Key, _Value]) -> None:
    while len(kept) > _MOST_KEPT:
        kept.popitem(last=False)
