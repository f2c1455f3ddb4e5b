"""Feedback that was sent, and what is written and not yet sent."""

from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from cchc_bot.domain.feedback import Feedback, FeedbackDraft, FeedbackKind, FeedbackStatus
from cchc_bot.domain.people import Person
from cchc_bot.storage.database import Database
from cchc_bot.storage.tables import FeedbackDraftRow, FeedbackRow, PersonRow


class SqlFeedback:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, person: Person, feedback: Feedback, same_since: datetime) -> Feedback:
        """Keep it, or return what the person sent in the same words at `same_since` or later.

        Raises sqlalchemy's IntegrityError where another feedback has the number already.
        """
        async with self._database.writing() as session:
            # One at a time for a person: the second of two presses waits, and finds the first.
            await session.execute(
                select(PersonRow.id).where(PersonRow.id == person.id).with_for_update()
            )
            earlier = await session.scalar(
                select(FeedbackRow).where(
                    FeedbackRow.person_id == person.id,
                    FeedbackRow.text == feedback.text,
                    FeedbackRow.received_at >= same_since,
                )
            )
            if earlier is not None:
                return _to_feedback(earlier)
            session.add(_to_row(person, feedback))
        return feedback

    async def get(self, number: str) -> Feedback | None:
        async with self._database.reading() as session:
            row = await session.get(FeedbackRow, number)
        return None if row is None else _to_feedback(row)

    async def get_own(self, person: Person, number: str) -> Feedback | None:
        """Return None as well where the number is another person's."""
        query = select(FeedbackRow).where(
            FeedbackRow.number == number, FeedbackRow.person_id == person.id
        )
        async with self._database.reading() as session:
            row = await session.scalar(query)
        return None if row is None else _to_feedback(row)

    async def get_latest(self, person: Person, since: datetime) -> Feedback | None:
        query = (
            select(FeedbackRow)
            .where(FeedbackRow.person_id == person.id, FeedbackRow.received_at >= since)
            .order_by(FeedbackRow.received_at.desc())
            .limit(1)
        )
        async with self._database.reading() as session:
            row = await session.scalar(query)
        return None if row is None else _to_feedback(row)

    async def count(self) -> int:
        async with self._database.reading() as session:
            return await session.scalar(select(func.count()).select_from(FeedbackRow)) or 0

    async def list_received(self, offset: int, limit: int) -> tuple[Feedback, ...]:
        """List what everybody sent, newest first."""
        query = (
            select(FeedbackRow)
            .order_by(FeedbackRow.received_at.desc(), FeedbackRow.number)
            .offset(offset)
            .limit(limit)
        )
        async with self._database.reading() as session:
            return tuple(_to_feedback(row) for row in await session.scalars(query))

    async def save_draft(
        self, person: Person, draft: FeedbackDraft, now: datetime, keep_since: datetime
    ) -> None:
        """Keep a draft in place of the person's last one, and drop what others left behind."""
        async with self._database.writing() as session:
            await _drop_old_drafts(session, keep_since)
            await session.merge(
                FeedbackDraftRow(
                    person_id=person.id, kind=draft.kind, text=draft.text, written_at=now
                )
            )

    async def get_draft(self, person: Person, keep_since: datetime) -> FeedbackDraft | None:
        async with self._database.writing() as session:
            await _drop_old_drafts(session, keep_since)
            row = await session.get(FeedbackDraftRow, person.id)
            return None if row is None else FeedbackDraft(FeedbackKind(row.kind), row.text)

    async def delete_draft(self, person: Person) -> None:
        async with self._database.writing() as session:
            await session.execute(
                delete(FeedbackDraftRow).where(FeedbackDraftRow.person_id == person.id)
            )


async def _drop_old_drafts(session: AsyncSession, keep_since: datetime) -> None:
    await session.execute(delete(FeedbackDraftRow).where(FeedbackDraftRow.written_at < keep_since))


def _to_row(person: Person, feedback: Feedback) -> FeedbackRow:
    return FeedbackRow(
        number=feedback.number,
        person_id=person.id,
        kind=feedback.kind,
        status=feedback.status,
        text=feedback.text,
        received_at=feedback.received_at,
    )


def _to_feedback(row: FeedbackRow) -> Feedback:
    return Feedback(
        number=row.number,
        kind=FeedbackKind(row.kind),
        text=row.text,
        received_at=row.received_at,
        status=FeedbackStatus(row.status),
    )
