"""What the web server says of requests that go wrong."""

import asyncio
import logging
from collections.abc import Iterator

import pytest

from cchc_bot.app import App
from cchc_bot.channels.web.logs import server_log
from tests.channels.web.stage import Stage

SECRET = b"a-visitors-cookie"


class Heard(logging.Handler):
    def __init__(self) -> None:
        super().__init__()
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture
def heard() -> Iterator[Heard]:
    handler = Heard()
    logging.getLogger().addHandler(handler)
    yield handler
    logging.getLogger().removeHandler(handler)


@pytest.mark.parametrize(
    "request_",
    [b"GET / HTTP/1.1\r\nCookie: \x00" + SECRET, b"GET /" + SECRET * 600, b"\x16\x03\x01" + SECRET],
)
async def test_log_is_silent_about_what_is_no_request(
    app: App, stage: Stage, heard: Heard, request_: bytes
) -> None:
    async with stage.channel(app).open("127.0.0.1", 0) as address:
        reader, writer = await asyncio.open_connection(address.host, address.port)
        writer.write(request_ + b"\r\n\r\n")
        answer = await asyncio.wait_for(reader.readline(), 5)
        writer.close()
        await writer.wait_closed()

    assert b" 400 " in answer
    assert [record for record in heard.records if record.exc_info] == []


def test_log_tells_of_a_fault_but_not_of_the_visitor(heard: Heard) -> None:
    fault = LookupError()

    server_log().error("Error handling request from %s", "192.0.2.7", exc_info=fault)

    [record] = heard.records
    assert record.getMessage() == "web_request_failed"
    assert record.exc_info
