"""/gopy: feedback (phản ánh, kiến nghị) to the office, by a number to ask for it again."""

from dataclasses import replace

from cchc_bot.chat.messages import Button, Line, Reply
from cchc_bot.chat.routes import Asked, Audience, Route
from cchc_bot.domain.feedback import Feedback, FeedbackKind, find_number
from cchc_bot.domain.personal_numbers import COVER
from cchc_bot.search.folding import fold
from cchc_bot.services.feedback import (
    FeedbackNotFoundError,
    FeedbackService,
    FeedbackTooShortError,
    NothingWrittenError,
)
from cchc_bot.texts import TextLibrary, Texts

COMMAND = "/gopy"
# What may follow the command. The hyphens keep these words apart from what people write.
_KINDS = {
    "noi-dung": FeedbackKind.GENERAL,
    "quy-dinh": FeedbackKind.RULES,
    "can-bo": FeedbackKind.CONDUCT,
}
_QUESTIONS = {
    FeedbackKind.GENERAL: "feedback.question",
    FeedbackKind.RULES: "feedback.question_rules",
    FeedbackKind.CONDUCT: "feedback.question_conduct",
}
_DECIDE, _SEND, _COMPLAIN, _LEAVE = "tra-loi", "gui-di", "khieu-nai", "thoi"


def routes(feedback: FeedbackService, texts: TextLibrary, inbox: str) -> list[Route]:
    """`inbox` is the command by which leaders read what came in."""
    answer = _Conversation(feedback, texts, inbox).answer
    return [Route(COMMAND, "feedback", Audience.ANYONE, answer, _recognise, is_private=True)]


async def _recognise(asked: Asked) -> str | None:
    return find_number(asked.text)


class _Conversation:
    def __init__(self, feedback: FeedbackService, texts: TextLibrary, inbox: str) -> None:
        self._feedback = feedback
        self._inbox = inbox
        self._leaving = {fold(phrase) for phrase in texts.phrases("feedback.leave_words")}
        self._complaints = [fold(phrase) for phrase in texts.phrases("feedback.complaint_words")]
        self._acts = {
            _DECIDE: self._decide,
            _SEND: self._send_written,
            _COMPLAIN: self._point_elsewhere,
        }

    async def answer(self, asked: Asked) -> Reply | None:
        word, _, rest = asked.text.partition(" ")
        if word in self._acts:
            return await self._acts[word](replace(asked, text=rest.strip()))
        is_told = word in _KINDS
        kind = _KINDS.get(word, FeedbackKind.GENERAL)
        text = rest.strip() if is_told else asked.text
        if not text:
            return self._question(asked, kind)
        if fold(text) in self._leaving:
            return await self._leave(asked)
        number = find_number(text)
        if number and _bare(number) == _bare(text):
            return await self._show(asked, number)
        try:
            return await self._take(asked, kind, text, is_told=is_told)
        except FeedbackTooShortError:
            return _expecting(kind, Reply.of(asked.say("feedback.too_short")), asked.say)

    async def _take(self, asked: Asked, kind: FeedbackKind, text: str, *, is_told: bool) -> Reply:
        """Send at once only where the writer was told beforehand what is kept."""
        if self._speaks_of_complaint(text):
            await self._feedback.write(asked.person, kind, text)
            return _which(asked.say)
        if is_told:
            return _sent(await self._feedback.send(asked.person, kind, text), asked.say)
        draft = await self._feedback.write(asked.person, kind, text)
        return _confirm(draft.text, asked.say)

    async def _decide(self, asked: Asked) -> Reply | None:
        """Understand what is typed where two buttons stood."""
        typed, say = fold(asked.text), asked.say
        if typed in self._leaving:
            return await self._leave(asked)
        if typed in (fold(say("feedback.is_feedback")), fold(say("feedback.confirm_send"))):
            return await self._send_written(asked)
        return await self._point_elsewhere(asked) if self._speaks_of_complaint(typed) else None

    def _speaks_of_complaint(self, text: str) -> bool:
        words = f" {fold(text)} "
        return any(f" {phrase} " in words for phrase in self._complaints)

    def _question(self, asked: Asked, kind: FeedbackKind) -> Reply:
        say = asked.say
        buttons: list[Button] = []
        if kind is FeedbackKind.GENERAL:
            buttons.append(Button(say("feedback.kind_rules"), f"{COMMAND} quy-dinh"))
            buttons.append(Button(say("feedback.kind_conduct"), f"{COMMAND} can-bo"))
            if Audience.LEADERS.admits(asked.person):
                buttons.append(Button(say("feedback.inbox"), self._inbox))
        lines = (
            Line(say(_QUESTIONS[kind]), strong=True),
            Line(say("feedback.caution")),
            Line(say("feedback.privacy")),
        )
        return _expecting(kind, Reply(lines, tuple(buttons)), say)

    async def _leave(self, asked: Asked) -> Reply:
        await self._feedback.discard(asked.person)
        return Reply.of(asked.say("feedback.left"))

    async def _send_written(self, asked: Asked) -> Reply:
        try:
            return _sent(await self._feedback.send_written(asked.person), asked.say)
        except NothingWrittenError:
            question = self._question(asked, FeedbackKind.GENERAL)
            return replace(question, lines=(Line(asked.say("feedback.nothing")), *question.lines))

    async def _point_elsewhere(self, asked: Asked) -> Reply:
        """Complaints and denunciations have ways of their own by law."""
        await self._feedback.discard(asked.person)
        say = asked.say
        return Reply.of(
            say("feedback.complaint"),
            say("feedback.complaint_where"),
            say("feedback.complaint_not_sent"),
        )

    async def _show(self, asked: Asked, number: str) -> Reply:
        say = asked.say
        try:
            found = await self._feedback.find(asked.person, number)
        except FeedbackNotFoundError:
            return Reply.of(say("feedback.not_found"))
        moment, kind = say.moment(found.received_at), say(f"feedback_kind.{found.kind}")
        return Reply.of(
            say("feedback.number", number=found.number),
            say("feedback.about", moment=moment, kind=kind),
            say("feedback.status", status=say(f"feedback_status.{found.status}")),
            found.text,
        )


def _expecting(kind: FeedbackKind, reply: Reply, say: Texts) -> Reply:
    """Let the next message be what is said about `kind`, with a way out."""
    word = next(word for word, known in _KINDS.items() if known is kind)
    leave = Button(say("feedback.leave"), f"{COMMAND} {_LEAVE}")
    return replace(reply, buttons=(*reply.buttons, leave), expects=f"{COMMAND} {word}")


def _which(say: Texts) -> Reply:
    buttons = (
        Button(say("feedback.is_feedback"), f"{COMMAND} {_SEND}"),
        Button(say("feedback.is_complaint"), f"{COMMAND} {_COMPLAIN}"),
    )
    return Reply.of(say("feedback.which"), buttons=buttons, expects=f"{COMMAND} {_DECIDE}")


def _confirm(text: str, say: Texts) -> Reply:
    lines = (
        Line(say("feedback.confirm"), strong=True),
        Line(text),
        Line(say("feedback.caution")),
        Line(say("feedback.privacy")),
    )
    buttons = (
        Button(say("feedback.confirm_send"), f"{COMMAND} {_SEND}"),
        Button(say("feedback.leave"), f"{COMMAND} {_LEAVE}"),
    )
    return Reply(lines, buttons, expects=f"{COMMAND} {_DECIDE}")


def _sent(feedback: Feedback, say: Texts) -> Reply:
    lines = [
        Line(say("feedback.sent")),
        Line(say("feedback.number", number=feedback.number), strong=True),
        Line(say("feedback.keep")),
    ]
    if COVER in feedback.text:
        lines.append(Line(say("feedback.covered")))
    lines.append(Line(say("feedback.next")))
    return Reply(tuple(lines), (Button(say("feedback.again"), COMMAND),))


def _bare(text: str) -> str:
    return fold(text).replace(" ", "")
