"""/thongbao: notices (thông báo) to read, and topics (chủ đề) to follow."""

from dataclasses import replace

from cchc_bot.chat.messages import Button, Line, Reply
from cchc_bot.chat.routes import Asked, Audience, Route
from cchc_bot.domain.notices import Notice, Topic
from cchc_bot.services.notices import NoticeNotFoundError, NoticeService, TopicNotFoundError
from cchc_bot.services.pages import Page
from cchc_bot.texts import Texts

COMMAND = "/thongbao"
# What may follow the command, apart from a notice's code.
_PAGE, _TOPICS, _FOLLOW, _UNFOLLOW = "trang", "chude", "theo", "bo"


def routes(notices: NoticeService) -> list[Route]:
    async def answer(asked: Asked) -> Reply:
        word, *rest = asked.text.lower().split() or [_PAGE]
        if word == _PAGE:
            return _list(await notices.browse(_number(rest)), asked.say)
        if word not in (_TOPICS, _FOLLOW, _UNFOLLOW):
            return await _read(notices, asked, word)
        if not asked.incoming.is_private:
            return Reply.of(asked.say("audience.private"))
        if word == _TOPICS:
            return await _topics(notices, asked)
        return await _change(notices, asked, rest, follow=word == _FOLLOW)

    return [Route(COMMAND, "notice", Audience.ANYONE, answer)]


async def _read(notices: NoticeService, asked: Asked, code: str) -> Reply:
    try:
        notice = await notices.read(code)
    except NoticeNotFoundError:
        return _told(_list(await notices.browse(), asked.say), asked.say("notice.unknown"))
    # In a group nobody is told what another one follows.
    followed = await notices.followed(asked.person) if asked.incoming.is_private else None
    return _whole(notice, followed, asked.say)


async def _change(notices: NoticeService, asked: Asked, words: list[str], *, follow: bool) -> Reply:
    """`words`: a topic's code and, where the button stood under a notice, that one's code."""
    say = asked.say
    act = notices.follow if follow else notices.unfollow
    try:
        topic = await act(asked.person, words[0] if words else "")
    except TopicNotFoundError:
        return _told(await _topics(notices, asked), say("notice.unknown_topic"))
    told = say("notice.followed" if follow else "notice.unfollowed", topic=topic.title)
    if len(words) == 1:
        return _told(await _topics(notices, asked), told)
    honest = (say("notice.remembered"),) if follow else ()
    return _told(await _read(notices, asked, words[1]), told, *honest)


def _list(page: Page[Notice], say: Texts) -> Reply:
    choose = Button(say("notice.choose_topics"), f"{COMMAND} {_TOPICS}")
    if not page.items:
        return replace(Reply.of(say("notice.none"), buttons=(choose,)), is_page=True)
    heading = (
        say("notice.heading")
        if page.number == 1
        else say("notice.page", page=say.count(page.number), last=say.count(page.last))
    )
    lines = [Line(heading, strong=True)]
    for notice in page.items:
        lines += [Line(f"• {notice.title}"), Line(_about(notice, say))]
    if any(notice.is_demonstration for notice in page.items):
        lines.append(Line(say("demonstration.mark")))
    buttons = [Button(notice.title, f"{COMMAND} {notice.code}") for notice in page.items]
    for label, number in (("notice.newer", page.newer), ("notice.older", page.older)):
        if number:
            buttons.append(Button(say(label), f"{COMMAND} {_PAGE} {number}"))
    return Reply(tuple(lines), (*buttons, choose), is_page=True)


def _whole(notice: Notice, followed: frozenset[str] | None, say: Texts) -> Reply:
    lines = [Line(notice.title, strong=True), Line(_about(notice, say))]
    lines += [Line(paragraph) for paragraph in notice.body.splitlines()]
    if notice.source:
        lines.append(Line(say("notice.source", source=notice.source)))
    if notice.is_demonstration:
        lines.append(Line(say("demonstration.mark")))
    buttons = [Button(say("notice.back"), COMMAND)]
    if followed is not None:
        topic = notice.topic.code
        label, word = (
            ("notice.unfollow", _UNFOLLOW) if topic in followed else ("notice.follow", _FOLLOW)
        )
        buttons.insert(0, Button(say(label), f"{COMMAND} {word} {topic} {notice.code}"))
    return Reply(tuple(lines), tuple(buttons), is_page=True)


async def _topics(notices: NoticeService, asked: Asked) -> Reply:
    say = asked.say
    back = Button(say("notice.back"), COMMAND)
    topics = await notices.topics()
    if not topics:
        return replace(Reply.of(say("notice.no_topics"), buttons=(back,)), is_page=True)
    followed = await notices.followed(asked.person)
    buttons = [_toggle(topic, say, is_followed=topic.code in followed) for topic in topics]
    lines = (
        Line(say("notice.topics"), strong=True),
        Line(say("notice.marks")),
        Line(say("notice.remembered")),
    )
    return Reply(lines, (*buttons, back), is_page=True)


def _toggle(topic: Topic, say: Texts, *, is_followed: bool) -> Button:
    """The action names the state that is wanted, so that a second press does no harm."""
    label, word = (
        ("notice.followed_topic", _UNFOLLOW) if is_followed else ("notice.other_topic", _FOLLOW)
    )
    return Button(say(label, topic=topic.title), f"{COMMAND} {word} {topic.code}")


def _told(reply: Reply, *texts: str) -> Reply:
    """Put what has just happened above a page."""
    return replace(reply, lines=(*(Line(text) for text in texts), *reply.lines))


def _about(notice: Notice, say: Texts) -> str:
    return say("notice.about", day=say.day(notice.published_at), topic=notice.topic.title)


def _number(words: list[str]) -> int:
    typed = words[0] if words else ""
    return int(typed) if typed.isascii() and typed.isdigit() else 1
