"""Following a dossier (hồ sơ) from the receipt to the result."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from cchc_bot.domain.dossiers import Dossier, DossierCode
from cchc_bot.domain.people import Person


class DossierNotFoundError(Exception):
    def __init__(self, code: DossierCode) -> None:
        super().__init__(code.value)
        self.code = code


class Dossiers(Protocol):
    """Where dossiers are kept."""

    async def get(self, code: DossierCode) -> Dossier | None: ...
    async def list_by_codes(self, codes: Sequence[DossierCode]) -> tuple[Dossier, ...]: ...


@dataclass(frozen=True, slots=True)
class DossierProgress:
    """A dossier as it stands today. Days are calendar days."""

    dossier: Dossier
    days_ahead: int | None  # see Dossier.days_ahead

    @property
    def days_late(self) -> int:
        return max(0, -(self.days_ahead or 0))


class DossierService:
    """Nobody reaches a dossier without saying who asks: every method begins with the asker."""

    def __init__(
        self,
        dossiers: Dossiers,
        now: Callable[[], datetime],
        examples: Callable[[date], Sequence[DossierCode]] | None = None,
    ) -> None:
        """`examples` names the dossiers to try the bot with on a day, where it runs as a trial."""
        self._dossiers = dossiers
        self._now = now
        self._examples = examples

    async def track(self, asker: Person, code_text: str) -> DossierProgress:
        """Return how far the dossier has come whose code stands in a text.

        Raises InvalidDossierCodeError, or ImpossibleDayError which is one, or
        DossierNotFoundError.
        """
        code = DossierCode.parse(code_text)
        dossier = await self._dossiers.get(code)
        if dossier is None:
            raise DossierNotFoundError(code)
        return DossierProgress(dossier, dossier.days_ahead(self._now().date()))

    async def examples(self, asker: Person) -> tuple[DossierProgress, ...]:
        """Return dossiers to try the bot with; none where it does not run as a trial."""
        today = self._now().date()
        codes = self._examples(today) if self._examples else ()
        found = await self._dossiers.list_by_codes(codes) if codes else ()
        return tuple(DossierProgress(one, one.days_ahead(today)) for one in found)
