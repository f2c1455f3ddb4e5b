"""The terminal's own side: what is typed, and what is shown on it."""

import io
from pathlib import Path

import pytest

from cchc_bot.app import App
from cchc_bot.channels.console.attachments import Folder
from cchc_bot.channels.console.channel import ConsoleChannel
from cchc_bot.channels.console.keyboard import typed_lines
from cchc_bot.chat.messages import Attachment, Button, Line, Reply
from cchc_bot.domain.people import Language

CHART = Attachment("diem.png", "image/png", b"png", "Biểu đồ điểm")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def shown(app: App, reply: Reply, target: io.StringIO, folder: Folder | None = None) -> str:
    ConsoleChannel(app.router, app.texts, "an", io.BytesIO(), target, folder).show(reply)
    return target.getvalue()


def test_console_shows_strong_lines_bold_on_a_terminal_alone(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    reply = Reply((Line("Hồ sơ", strong=True), Line("Đang xử lý")))

    assert shown(app, reply, Terminal()) == "\x1b[1mHồ sơ\x1b[0m\nĐang xử lý\n\n"
    assert shown(app, reply, io.StringIO()) == "Hồ sơ\nĐang xử lý\n\n"


def test_console_keeps_a_line_whole_in_a_pipe(app: App) -> None:
    assert shown(app, Reply.of("chữ " * 200), io.StringIO()).count("\n") == 2


def test_console_lists_buttons_by_number_in_the_language_of_the_reply(app: App) -> None:
    buttons = (Button("Yes", "/start"), Button("No", "/start"))
    reply = Reply((Line("Well?"),), buttons, language=Language.ENGLISH)

    assert shown(app, reply, io.StringIO()) == (
        "Well?\n\nAnswer with a number to choose:\n1. Yes\n2. No\n\n"
    )


def test_console_takes_the_power_from_what_a_terminal_would_obey(app: App) -> None:
    reply = Reply((Line("\x1b[2Jxoá\x07 \x9b31m đi\u202e"),), (Button("\x1b]0;a\x07b", "/start"),))

    text = shown(app, reply, Terminal())

    assert not set(text) & set("\x1b\x07\x9b\u202e")


def test_console_says_where_it_saved_a_picture(app: App, tmp_path: Path) -> None:
    text = shown(app, Reply((), attachments=(CHART, CHART)), io.StringIO(), Folder(tmp_path))

    paths = [Path(line.partition("đã lưu vào ")[2]) for line in text.splitlines() if line]
    assert [path.name for path in paths] == ["diem.png", "diem-2.png"]
    assert [path.read_bytes() for path in paths] == [b"png", b"png"]
    assert text.count("Biểu đồ điểm") == 2


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("diem.png", "diem.png"),
        ("../../điểm số.png", "-..-điểm số.png"),
        ("/etc/passwd", "-etc-passwd"),
        ("..", "file"),
        ("\x1b[2J", "--2J"),
        ("", "file"),
    ],
)
def test_console_saves_a_file_nowhere_but_in_its_folder(
    tmp_path: Path, name: str, kept: str
) -> None:
    path = Folder(tmp_path).save(Attachment(name, "image/png", b"png", ""))

    assert path.name == kept
    assert path.parent.parent == tmp_path


class Slow:
    """Gives its bytes in pieces, then breaks off like a terminal that is gone."""

    def __init__(self, *pieces: bytes) -> None:
        self._pieces = iter(pieces)

    def isatty(self) -> bool:
        return False

    def read(self, _size: int, /) -> bytes | None:
        for piece in self._pieces:
            return piece
        raise OSError(5, "Input/output error")


@pytest.mark.parametrize(
    ("pieces", "lines"),
    [
        ([], []),
        ([b"\n"], [""]),
        ([b"m\xe1\xbb", b"\x99t\r\nhai"], ["một", "hai"]),
        ([b"a\nb", b"c\n", b"d\n"], ["a", "bc", "d"]),
        ([b"\xff\xfe xin\n"], ["\ufffd\ufffd xin"]),
        ([b"xin \xe1\xbb"], ["xin \ufffd"]),
    ],
)
async def test_console_reads_lines_however_their_bytes_come(
    pieces: list[bytes], lines: list[str]
) -> None:
    assert [line async for line in typed_lines(Slow(*pieces))] == lines
