"""Meeting people, remembering the thread of a conversation, and letting officials in."""

import hashlib
import re
import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from cchc_bot.domain.people import Invitation, Language, Office, Person, Role, Sender, Thread
from cchc_bot.domain.units import Unit

_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # without I, O, 0 and 1, which are misread
_GROUPS, _GROUP_LENGTH = 3, 5  # 75 bits: hopeless to guess, short enough to type
_CODE = re.compile(r"\bMOI(?:-[A-Z0-9]{5}){3}\b", re.IGNORECASE)


class UnknownUnitError(Exception):
    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class InvitationUnknownError(Exception):
    """Nobody has issued this code."""


class InvitationUsedError(Exception):
    """Somebody has become an official by this code already."""


class InvitationExpiredError(Exception):
    """The code was not used within its days."""


class People(Protocol):
    """Where people are kept. The SQL one is in storage/, the fake one in tests/fakes.py."""

    async def get_thread(self, sender: Sender) -> Thread | None: ...
    async def add_thread(self, sender: Sender, language: Language, now: datetime) -> None: ...
    async def save_thread(self, thread: Thread) -> None: ...
    async def save_language(self, person: Person, language: Language) -> None: ...
    async def add_invitation(self, invitation: Invitation) -> None: ...
    async def get_invitation(self, code_hash: str) -> Invitation | None: ...
    async def use_invitation(
        self, invitation: Invitation, person: Person, now: datetime
    ) -> bool: ...


class Units(Protocol):
    async def get(self, code: str) -> Unit | None: ...
    async def list_all(self) -> tuple[Unit, ...]: ...


class PeopleService:
    def __init__(self, people: People, units: Units, now: Callable[[], datetime]) -> None:
        self._people = people
        self._units = units
        self._now = now

    async def meet(self, sender: Sender) -> Thread:
        """Return the conversation with this sender, begun anew if there is none."""
        thread = await self._people.get_thread(sender)
        if thread is None:
            await self._people.add_thread(sender, Language.VIETNAMESE, self._now())
            thread = await self._people.get_thread(sender)
        if thread is None:
            raise LookupError("a conversation was deleted while it began")
        return thread

    async def remember(self, thread: Thread, expects: str, choices: tuple[str, ...]) -> None:
        if (thread.expects, thread.choices) != (expects, choices):
            await self._people.save_thread(replace(thread, expects=expects, choices=choices))

    async def speak(self, person: Person, language: Language) -> None:
        await self._people.save_language(person, language)

    async def list_units(self) -> tuple[Unit, ...]:
        """Return the units that somebody can be invited to."""
        return await self._units.list_all()

    async def invite(self, unit_code: str, role: Role) -> tuple[str, Invitation]:
        """Issue a one-time code for an official of a unit. Raises UnknownUnitError."""
        if await self._units.get(unit_code) is None:
            raise UnknownUnitError(unit_code)
        code = _random_code()
        invitation = Invitation.issue(_hash(code), Office(unit_code, role), self._now())
        await self._people.add_invitation(invitation)
        return code, invitation

    async def accept(self, person: Person, code: str) -> tuple[Unit, Role]:
        """Make a person an official of the inviting unit, in the role that it gave.

        Raises InvitationUnknownError, InvitationUsedError or InvitationExpiredError.
        """
        invitation = await self._people.get_invitation(_hash(code))
        if invitation is None:
            raise InvitationUnknownError
        if invitation.used_at is not None:
            raise InvitationUsedError
        if invitation.is_expired(self._now()):
            raise InvitationExpiredError
        unit = await self._units.get(invitation.office.unit_code)
        if unit is None:
            raise InvitationUnknownError
        if not await self._people.use_invitation(invitation, person, self._now()):
            raise InvitationUsedError
        return unit, invitation.office.role


def find_invitation(text: str) -> str | None:
    """Return the invitation code in a message, if there is one."""
    match = _CODE.search(text)
    return match and match[0].upper()


def _random_code() -> str:
    letters = [secrets.choice(_ALPHABET) for _ in range(_GROUPS * _GROUP_LENGTH)]
    groups = [
        "".join(letters[i : i + _GROUP_LENGTH]) for i in range(0, len(letters), _GROUP_LENGTH)
    ]
    return "-".join(("MOI", *groups))


def _hash(code: str) -> str:
    # The code is random and long, so a plain hash keeps it safe; no salt or stretching is needed.
    return hashlib.sha256(code.strip().upper().encode()).hexdigest()
