"""Turns of the web chat, and the files that they handed out."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, delete, func, select, update
from sqlalchemy.exc import IntegrityError

from cchc_bot.domain.people import Sender
from cchc_bot.domain.transcripts import KEPT_FOR, KeptFile, Message, Turn
from cchc_bot.storage.database import Database
from cchc_bot.storage.tables import WebFileRow, WebTurnRow


class SqlWebTurns:
    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self._database = database
        self._now = now

    async def begin(self, sender: Sender, message: Message) -> Turn:
        """Keep a message; where its id is known already, return the turn that it began then."""
        row = WebTurnRow(
            sender_id=sender.id,
            client_id=message.id,
            said=message.text,
            shown=message.shown,
            pressed_on=message.pressed_on,
            created_at=self._now(),
        )
        try:
            async with self._database.writing() as session:
                session.add(row)
        except IntegrityError:
            async with self._database.reading() as session:
                row = (await session.scalars(select(WebTurnRow).where(_is(sender, message)))).one()
        return _to_turn(row)

    async def complete(
        self, sender: Sender, turn: Turn, reply: dict[str, Any], files: Sequence[KeptFile]
    ) -> None:
        """Keep the answer to a turn together with its files."""
        change = (
            update(WebTurnRow)
            .where(_is(sender, turn.message))
            .values(reply=reply)
            .returning(WebTurnRow.id)
        )
        async with self._database.writing() as session:
            turn_id = (await session.scalars(change)).one()
            session.add_all(
                WebFileRow(
                    id=file.id,
                    turn_id=turn_id,
                    name=file.name,
                    media_type=file.media_type,
                    content=file.content,
                )
                for file in files
            )

    async def list_after(self, sender: Sender, message_id: str, limit: int) -> tuple[Turn, ...]:
        """Return the newest answered turns after one, oldest first; after an unknown one, all."""
        known = select(WebTurnRow.id).where(
            WebTurnRow.sender_id == sender.id, WebTurnRow.client_id == message_id
        )
        query = (
            select(WebTurnRow)
            .where(
                WebTurnRow.sender_id == sender.id,
                WebTurnRow.reply.is_not(None),
                WebTurnRow.id > func.coalesce(known.scalar_subquery(), 0),
            )
            .order_by(WebTurnRow.id.desc())
            .limit(limit)
        )
        async with self._database.reading() as session:
            rows = (await session.scalars(query)).all()
        return tuple(_to_turn(row) for row in reversed(rows))

    async def get_file(self, sender: Sender, file_id: str) -> KeptFile | None:
        """Return a file to the one to whom it was given, and to nobody else."""
        query = (
            select(WebFileRow)
            .join(WebTurnRow)
            .where(WebFileRow.id == file_id, WebTurnRow.sender_id == sender.id)
        )
        async with self._database.reading() as session:
            row = await session.scalar(query)
        if row is None:
            return None
        return KeptFile(row.id, row.name, row.media_type, row.content)

    async def forget_old(self) -> None:
        """Delete what is older than it may be kept, with its files."""
        old = delete(WebTurnRow).where(WebTurnRow.created_at < self._now() - KEPT_FOR)
        async with self._database.writing() as session:
            await session.execute(old)


def _is(sender: Sender, message: Message) -> ColumnElement[bool]:
    return (WebTurnRow.sender_id == sender.id) & (WebTurnRow.client_id == message.id)


def _to_turn(row: WebTurnRow) -> Turn:
    message = Message(row.client_id, row.said, row.shown, row.pressed_on)
    return Turn(message, row.created_at, row.reply)
