"""What every channel owes a reply. A new channel adds one line to CHANNELS."""

import io
import unicodedata
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from cchc_bot.app import App
from cchc_bot.channels.console.attachments import Folder
from cchc_bot.channels.console.channel import ConsoleChannel
from cchc_bot.channels.web.render import to_frame
from cchc_bot.chat.messages import MAX_ACTION_BYTES, Attachment, Button, Line, Reply
from tests.channels.telegram.desk import Desk, Scripted
from tests.channels.telegram.people import message


@dataclass(frozen=True, slots=True)
class Seen:
    """What a person sees of a reply: texts as they are read, labels and what they stand for."""

    texts: list[str]  # one a message, captions included
    labels: list[str]
    actions: list[str] | None  # None where a number is typed instead


async def seen_on_console(app: App, reply: Reply, folder: Path) -> Seen:
    target = io.StringIO()
    channel = ConsoleChannel(app.router, app.texts, "an", io.BytesIO(), target, Folder(folder))
    channel.show(reply)
    above, _, below = target.getvalue().partition("\n\nTrả lời bằng số để chọn:\n")
    labels = [line.partition(". ")[2] for line in below.splitlines() if line]
    return Seen([above], labels, None)


async def seen_on_telegram(app: App, reply: Reply, _folder: Path) -> Seen:
    said = await Desk(app, Scripted(app, reply).router).hears(message(text="hỏi"))
    keys = [key for call in said for row in call.buttons for key in row]
    return Seen(
        [call.text for call in said],
        [key["text"] for key in keys],
        [key["callback_data"] for key in keys],
    )


async def seen_on_web(_app: App, reply: Reply, _folder: Path) -> Seen:
    frame, _ = to_frame(reply)
    lines = [line["text"] for line in frame["lines"]]
    described = [file["description"] for file in frame["files"]]
    buttons = frame["buttons"]
    return Seen(
        ["\n".join([*lines, *described])],
        [button["label"] for button in buttons],
        [button["action"] for button in buttons],
    )


# How a channel shows a reply; it may write into the folder.
Channel = Callable[[App, Reply, Path], Awaitable[Seen]]
CHANNELS: dict[str, Channel] = {
    "console": seen_on_console,
    "telegram": seen_on_telegram,
    "web": seen_on_web,
}

SENTENCE = "Người dân nộp hồ sơ tại bộ phận một cửa, nhận giấy hẹn và chờ kết quả. "
CHART = Attachment("diem.png", "image/png", b"png", "Biểu đồ: xã đạt 85,5 trên 100 điểm")
LETTER = Attachment("thu.docx", "application/octet-stream", b"docx", "Thư xin lỗi & hẹn lại ngày")
REPLIES = {
    "a line": Reply.of("Hồ sơ đang được xử lý."),
    "long lines": Reply((Line(SENTENCE * 60), Line(SENTENCE * 200, strong=True))),
    "many lines": Reply(tuple(Line(f"{n}. {SENTENCE}", strong=n % 3 == 0) for n in range(200))),
    "one endless word": Reply.of("ngoằn" * 3000),
    "markup": Reply((Line("<b>1 < 2 && 3 > 2</b> &lt; *đậm* _x_ `y` [z](a)", strong=True),)),
    "composed letters": Reply.of(unicodedata.normalize("NFC", SENTENCE * 100)),
    "decomposed letters": Reply.of(unicodedata.normalize("NFD", SENTENCE * 100)),
    "empty lines": Reply.of("Trên", "", "", "Dưới", ""),
    "line breaks in a line": Reply.of("Trên\nGiữa\n\nDưới"),
    "emoji": Reply.of("🙏🏽👨‍👩‍👧🇻🇳 " * 900),
    "rich's own markup": Reply.of("[bold]đậm[/bold] [1] :smile: [/]"),
    "buttons": Reply.of("Chọn đi ạ", buttons=(Button("Có", "/co"), Button("Không", "/khong"))),
    "many buttons": Reply.of(
        "Chọn đi ạ", buttons=tuple(Button(f"Thủ tục số {n}", f"/thutuc {n}") for n in range(40))
    ),
    "long buttons": Reply.of(
        "Chọn đi ạ", buttons=(Button(SENTENCE.strip(), "/" + "x" * (MAX_ACTION_BYTES - 1)),)
    ),
    "Vietnamese in a button": Reply.of(
        "Chọn đi ạ", buttons=(Button("<Đăng ký & khai sinh>", "/thutuc " + "ệ" * 18),)
    ),
    "a picture": Reply((Line("Điểm của xã"),), (Button("Xem", "/diem"),), (CHART,)),
    "a picture without words": Reply((), (Button("Xem", "/diem"),), (CHART,)),
    "files": Reply((Line("Thư đây ạ"),), attachments=(CHART, LETTER)),
}


LONG = ["long lines", "many lines", "composed letters", "decomposed letters", "emoji"]


@pytest.fixture(params=CHANNELS)
def channel(request: pytest.FixtureRequest) -> Channel:
    return CHANNELS[request.param]


@pytest.mark.parametrize("reply", REPLIES.values(), ids=REPLIES)
async def test_channel_shows_a_reply_whole(
    app: App, tmp_path: Path, channel: Channel, reply: Reply
) -> None:
    seen = await channel(app, reply, tmp_path)

    shown = without_spaces("".join(seen.texts))
    assert without_spaces(reply.plain_text) in shown
    assert all(without_spaces(item.description) in shown for item in reply.attachments)


def without_spaces(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("name", LONG)
async def test_channel_cuts_no_word(app: App, tmp_path: Path, channel: Channel, name: str) -> None:
    seen = await channel(app, REPLIES[name], tmp_path)

    assert " ".join(seen.texts).split() == REPLIES[name].plain_text.split()


@pytest.mark.parametrize("name", ["empty lines", "line breaks in a line", "rich's own markup"])
async def test_channel_keeps_lines_as_they_are(
    app: App, tmp_path: Path, channel: Channel, name: str
) -> None:
    (text,) = (await channel(app, REPLIES[name], tmp_path)).texts

    assert text.strip() == REPLIES[name].plain_text.strip()


@pytest.mark.parametrize("reply", REPLIES.values(), ids=REPLIES)
async def test_channel_offers_every_button_with_its_action(
    app: App, tmp_path: Path, channel: Channel, reply: Reply
) -> None:
    seen = await channel(app, reply, tmp_path)

    assert seen.labels == [button.label for button in reply.buttons]
    if seen.actions is not None:
        assert seen.actions == [button.action for button in reply.buttons]
