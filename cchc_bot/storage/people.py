"""People, their conversations and their offices."""

from datetime import datetime
from typing import Any, cast

from sqlalchemy import CursorResult, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import joinedload

from cchc_bot.domain.people import Invitation, Language, Office, Person, Role, Sender, Thread
from cchc_bot.storage.database import Database
from cchc_bot.storage.tables import InvitationRow, OfficialRow, PersonRow, ThreadRow


class SqlPeople:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def get_thread(self, sender: Sender) -> Thread | None:
        query = (
            select(ThreadRow)
            .where(ThreadRow.channel == sender.channel, ThreadRow.sender_id == sender.id)
            .options(joinedload(ThreadRow.person).joinedload(PersonRow.office))
        )
        async with self._database.reading() as session:
            row = await session.scalar(query)
        return None if row is None else _to_thread(row)

    async def add_thread(self, sender: Sender, language: Language, now: datetime) -> None:
        """Start a conversation; does nothing where another process has just started it."""
        try:
            async with self._database.writing() as session:
                session.add(
                    ThreadRow(
                        person=PersonRow(language=language, created_at=now),
                        channel=sender.channel,
                        sender_id=sender.id,
                        expects="",
                        choices=[],
                    )
                )
        except IntegrityError:
            return

    async def save_thread(self, thread: Thread) -> None:
        change = (
            update(ThreadRow)
            .where(ThreadRow.id == thread.id)
            .values(expects=thread.expects, choices=list(thread.choices))
        )
        async with self._database.writing() as session:
            await session.execute(change)

    async def save_language(self, person: Person, language: Language) -> None:
        change = update(PersonRow).where(PersonRow.id == person.id).values(language=language)
        async with self._database.writing() as session:
            await session.execute(change)

    async def add_invitation(self, invitation: Invitation) -> None:
        async with self._database.writing() as session:
            session.add(
                InvitationRow(
                    code_hash=invitation.code_hash,
                    unit_code=invitation.office.unit_code,
                    role=invitation.office.role,
                    expires_at=invitation.expires_at,
                )
            )

    async def get_invitation(self, code_hash: str) -> Invitation | None:
        async with self._database.reading() as session:
            row = await session.get(InvitationRow, code_hash)
        if row is None:
            return None
        office = Office(row.unit_code, Role(row.role))
        return Invitation(row.code_hash, office, row.expires_at, row.used_at)

    async def use_invitation(self, invitation: Invitation, person: Person, now: datetime) -> bool:
        """Make the person an official; False where somebody else was faster."""
        take = (
            update(InvitationRow)
            .where(InvitationRow.code_hash == invitation.code_hash, InvitationRow.used_at.is_(None))
            .values(used_at=now, used_by=person.id)
        )
        async with self._database.writing() as session:
            taken = cast("CursorResult[Any]", await session.execute(take))
            if not taken.rowcount:
                return False
            await session.merge(
                OfficialRow(
                    person_id=person.id,
                    unit_code=invitation.office.unit_code,
                    role=invitation.office.role,
                    since=now,
                )
            )
        return True


def _to_thread(row: ThreadRow) -> Thread:
    office = row.person.office
    person = Person(
        id=row.person.id,
        language=Language(row.person.language),
        office=None if office is None else Office(office.unit_code, Role(office.role)),
    )
    return Thread(row.id, person, row.expects, tuple(row.choices))
