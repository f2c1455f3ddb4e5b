"""Sending feedback (phản ánh, kiến nghị), asking for it again, and reading it in the office."""

import secrets
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Protocol

from cchc_bot.domain.feedback import (
    NUMBER_ALPHABET,
    NUMBER_LENGTH,
    Feedback,
    FeedbackDraft,
    FeedbackKind,
    has_enough_letters,
    spell_number,
)
from cchc_bot.domain.people import Person
from cchc_bot.domain.personal_numbers import mask_personal_numbers
from cchc_bot.services.pages import Page, Place

PAGE_SIZE = 5
_SAME = timedelta(minutes=1)  # the same words again this soon are a double press
_DRAFT_LIFE = timedelta(hours=1)


class FeedbackTooShortError(Exception):
    """There are not enough letters in it to say anything."""


class FeedbackNotFoundError(Exception):
    """There is no feedback of this number, or it is not for the one who asks."""


class NothingWrittenError(Exception):
    """Nothing is waiting to be sent."""


class FeedbackStore(Protocol):
    """Where feedback is kept."""

    async def add(self, person: Person, feedback: Feedback, same_since: datetime) -> Feedback: ...
    async def get(self, number: str) -> Feedback | None: ...
    async def get_own(self, person: Person, number: str) -> Feedback | None: ...
    async def get_latest(self, person: Person, since: datetime) -> Feedback | None: ...
    async def count(self) -> int: ...
    async def list_received(self, offset: int, limit: int) -> tuple[Feedback, ...]: ...
    async def save_draft(
        self, person: Person, draft: FeedbackDraft, now: datetime, keep_since: datetime
    ) -> None: ...
    async def get_draft(self, person: Person, keep_since: datetime) -> FeedbackDraft | None: ...
    async def delete_draft(self, person: Person) -> None: ...


class FeedbackService:
    def __init__(self, store: FeedbackStore, now: Callable[[], datetime]) -> None:
        self._store = store
        self._now = now

    async def send(self, person: Person, kind: FeedbackKind, text: str) -> Feedback:
        """Keep what a person says, personal numbers covered. Raises FeedbackTooShortError."""
        now = self._now()
        feedback = Feedback(_random_number(), kind, _clean(text), received_at=now)
        return await self._store.add(person, feedback, same_since=now - _SAME)

    async def write(self, person: Person, kind: FeedbackKind, text: str) -> FeedbackDraft:
        """Keep it for a while, to be sent when the person says so. Raises FeedbackTooShortError."""
        now = self._now()
        draft = FeedbackDraft(kind, _clean(text))
        await self._store.save_draft(person, draft, now, keep_since=now - _DRAFT_LIFE)
        return draft

    async def send_written(self, person: Person) -> Feedback:
        """Send what the person has written; a second press finds what the first has sent.

        Raises NothingWrittenError.
        """
        now = self._now()
        draft = await self._store.get_draft(person, keep_since=now - _DRAFT_LIFE)
        if draft is not None:
            feedback = await self.send(person, draft.kind, draft.text)
            await self._store.delete_draft(person)
            return feedback
        latest = await self._store.get_latest(person, since=now - _SAME)
        if latest is None:
            raise NothingWrittenError
        return latest

    async def discard(self, person: Person) -> None:
        """Forget what the person has written and not sent."""
        await self._store.delete_draft(person)

    async def find(self, person: Person, number: str) -> Feedback:
        """Return what this person sent. Raises FeedbackNotFoundError, for others' as well."""
        return _found(await self._store.get_own(person, number))

    async def open(self, number: str) -> Feedback:
        """Return what anybody sent: for the office alone. Raises FeedbackNotFoundError."""
        return _found(await self._store.get(number))

    async def browse(self, page: int = 1) -> Page[Feedback]:
        """Return a page of what everybody sent, newest first: for the office alone."""
        place = Place.of(page, await self._store.count(), PAGE_SIZE)
        return place.page(await self._store.list_received(place.offset, place.size))


def _clean(text: str) -> str:
    if not has_enough_letters(text):
        raise FeedbackTooShortError
    return mask_personal_numbers(text)


def _found(feedback: Feedback | None) -> Feedback:
    if feedback is None:
        raise FeedbackNotFoundError
    return feedback


def _random_number() -> str:
    return spell_number("".join(secrets.choice(NUMBER_ALPHABET) for _ in range(NUMBER_LENGTH)))
