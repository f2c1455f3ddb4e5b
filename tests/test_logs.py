import io
import logging
from collections.abc import Iterator

import pytest
import structlog

from cchc_bot.logs import redact, set_up_logs

TOKEN = "123456789:AAFabcdefghijklmnopqrstuvwxyz_-12345"
TELEPHONES = ["0912345678", "0912 345 678", "0912.345.678", "+84912345678", "84 912 345 678"]


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    stream = io.StringIO()
    set_up_logs(stream)
    yield stream
    root.handlers = handlers
    root.setLevel(level)
    structlog.reset_defaults()


@pytest.mark.parametrize("secret", [TOKEN, "001099123456", "user:pass", *TELEPHONES])
def test_log_names_no_secret(secret: str) -> None:
    line = f"at postgresql://{secret}@host/name" if secret == "user:pass" else f"so {secret}, hết"

    assert secret not in redact(line)


@pytest.mark.parametrize(
    "harmless", ["H40.16-240528-0001", "000.00.16.H40-240528-0001", "2026-01-23T09:30:00.123456Z"]
)
def test_log_keeps_what_tells_of_nobody(harmless: str) -> None:
    assert redact(harmless) == harmless


def test_log_is_one_line_an_event_for_us_and_for_libraries(log: io.StringIO) -> None:
    structlog.get_logger("cchc_bot").info("started", port=8080)
    logging.getLogger("aiohttp.server").error("Two\nlines")

    ours, theirs = log.getvalue().splitlines()
    assert "level=info event=started port=8080" in ours
    assert r"level=error event=Two\nlines" in theirs


def test_log_redacts_tracebacks(log: io.StringIO) -> None:
    try:
        int(TOKEN)
    except ValueError:
        structlog.get_logger("cchc_bot").exception("answer_failed")
        logging.getLogger("asyncio").exception("Task failed")

    assert log.getvalue().count("ValueError") == log.getvalue().count("***") == 2
    assert TOKEN not in log.getvalue()


def test_log_leaves_out_what_libraries_tell_of_each_request(log: io.StringIO) -> None:
    logging.getLogger("httpx").info("HTTP Request: POST https://example.org/secret")

    assert log.getvalue() == ""
