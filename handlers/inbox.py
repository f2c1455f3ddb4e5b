"""/gopymoi: what people have said to the office (góp ý), for its leaders to read."""

from dataclasses import replace
from textwrap import shorten

from cchc_bot.chat.messages import Button, Line, Reply
from cchc_bot.chat.routes import Asked, Audience, Route
from cchc_bot.domain.feedback import Feedback, find_number
from cchc_bot.services.feedback import FeedbackNotFoundError, FeedbackService
from cchc_bot.services.pages import Page
from cchc_bot.texts import Texts

COMMAND = "/gopymoi"
_SHOWN_IN_LIST = 200  # letters of each


def routes(feedback: FeedbackService) -> list[Route]:
    async def read(asked: Asked) -> Reply:
        number = find_number(asked.text)
        if number is None:
            page = int(asked.text) if asked.text.isascii() and asked.text.isdigit() else 1
            return _list(await feedback.browse(page), asked.say)
        try:
            return _whole(await feedback.open(number), asked.say)
        except FeedbackNotFoundError:
            return Reply.of(asked.say("inbox.not_found"), buttons=(_back(asked.say),))

    return [Route(COMMAND, "inbox", Audience.LEADERS, read, is_private=True)]


def _list(page: Page[Feedback], say: Texts) -> Reply:
    if not page.items:
        return Reply.of(say("inbox.none"))
    heading = say("inbox.heading", page=say.count(page.number), last=say.count(page.last))
    lines = [Line(heading, strong=True)]
    for item in page.items:
        shown = shorten(item.text, _SHOWN_IN_LIST, placeholder=" …")
        lines += [Line(_about(item, say)), Line(shown)]
    buttons = [Button(item.number, f"{COMMAND} {item.number}") for item in page.items]
    for label, number in (("inbox.newer", page.newer), ("inbox.older", page.older)):
        if number:
            buttons.append(Button(say(label), f"{COMMAND} {number}"))
    return Reply(tuple(lines), tuple(buttons), is_page=True)


def _whole(feedback: Feedback, say: Texts) -> Reply:
    reply = Reply.of(_about(feedback, say), feedback.text, buttons=(_back(say),))
    return replace(reply, is_page=True)


def _about(feedback: Feedback, say: Texts) -> str:
    kind = say(f"feedback_kind.{feedback.kind}")
    return say("inbox.about", number=feedback.number, day=say.day(feedback.received_at), kind=kind)


def _back(say: Texts) -> Button:
    return Button(say("inbox.back"), COMMAND)
