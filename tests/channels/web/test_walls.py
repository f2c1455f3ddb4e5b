"""Who is let in, and to what."""

import json
from typing import Any

import pytest
from aiohttp import ClientResponse, WSServerHandshakeError
from aiohttp.test_utils import TestClient

from cchc_bot.app import App
from cchc_bot.channels.web.connections import MAX_OF_ONE_SENDER, TAKEN_OVER
from cchc_bot.channels.web.frames import MAX_FRAME_BYTES
from cchc_bot.channels.web.routes import Audience
from cchc_bot.channels.web.sessions import COOKIE, Session
from tests.channels.web.stage import LETTER, Page, Stage, a_client, cookie_of, words

Client = TestClient[Any, Any]


def set_cookie(response: ClientResponse) -> str:
    return response.headers["Set-Cookie"]


def test_every_address_names_its_audience(app: App, stage: Stage) -> None:
    routes = stage.channel(app).routes

    assert {route.path: route.audience for route in routes} == {
        "/": Audience.ANYONE,
        "/static/{name}": Audience.ANYONE,
        "/health": Audience.ANYONE,
        "/chat": Audience.OWN_PAGE,
        "/files/{id}": Audience.SESSION,
    }


async def test_it_gives_a_visitor_a_cookie_that_no_script_and_no_other_site_gets(
    client: Client,
) -> None:
    cookie = set_cookie(await client.get("/", cookies={COOKIE: "guessed"}))

    assert "guessed" not in cookie
    for flag in ("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=34560000"):
        assert flag in cookie
    assert "Secure" not in cookie
    assert "Secure" in set_cookie(await client.get("/", headers={"X-Forwarded-Proto": "https"}))


async def test_it_knows_a_visitor_again(client: Client) -> None:
    token = cookie_of(client)
    await client.get("/")

    assert cookie_of(client) == token


def test_a_session_is_never_known_by_its_token() -> None:
    session = Session.begin()

    assert len(session.token) == 43
    assert session.token not in session.sender.id
    assert session.token not in repr(session)
    assert session.sender != Session.begin().sender


@pytest.mark.parametrize("origin", [None, "null", "http://evil.example", "http://127.0.0.1:1"])
async def test_it_refuses_a_conversation_that_another_site_begins(
    client: Client, origin: str | None
) -> None:
    with pytest.raises(WSServerHandshakeError) as refused:
        await client.ws_connect("/chat", headers={"Origin": origin} if origin else {})

    assert refused.value.status == 403


async def test_it_gives_a_file_to_its_owner_alone(client: Client, app: App, stage: Stage) -> None:
    picture, letter = (await (await Page.open(client)).ask("m1", "/hinh"))["reply"]["files"]
    assert (picture["is_picture"], letter["is_picture"]) == (True, False)

    shown, handed_out = await client.get(picture["href"]), await client.get(letter["href"])
    assert (shown.status, shown.content_type) == (200, "image/png")
    assert shown.headers["Content-Disposition"].startswith("inline")
    assert handed_out.headers["Content-Disposition"].startswith("attachment")
    assert handed_out.headers["X-Content-Type-Options"] == "nosniff"
    assert await handed_out.read() == LETTER.content

    async with a_client(stage.channel(app)) as stranger:
        assert (await stranger.get(picture["href"])).status == 404
        await stranger.get("/")
        assert (await stranger.get(picture["href"])).status == 404


async def test_it_keeps_the_history_of_visitors_apart(
    client: Client, app: App, stage: Stage
) -> None:
    await (await Page.open(client)).ask("m1", "của An")

    async with a_client(stage.channel(app)) as stranger:
        page = await Page.open(stranger, last="m1")
        assert page.welcome["turns"] == []
        assert words(await page.ask("m1", "của Bình")) == "Đã nghe: của Bình"


@pytest.mark.parametrize("path", ["/", "/static/chat.js", "/health", "/files/x", "/nothing"])
async def test_it_sends_the_headers_of_a_careful_site_with_everything(
    client: Client, path: str
) -> None:
    headers = (await client.get(path)).headers

    policy = headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize("path", ["/static/page.html", "/static/..%2Fchannel.py", "/static/x"])
async def test_it_serves_no_file_that_is_not_meant_to_be(client: Client, path: str) -> None:
    assert (await client.get(path)).status == 404


async def test_it_sends_nothing_again_that_the_browser_has(client: Client) -> None:
    etag = (await client.get("/static/chat.css")).headers["ETag"]

    assert (await client.get("/static/chat.css", headers={"If-None-Match": etag})).status == 304


@pytest.mark.parametrize(
    "frame",
    [
        "not JSON",
        "[" * 5000,
        "[]",
        '{"type": "say"}',
        '{"type": "say", "id": "", "text": "x"}',
        '{"type": "say", "id": "m1", "text": 1}',
        '{"type": "say", "id": "m1", "text": "x", "shown": []}',
        '{"type": "say", "id": "m1", "text": "x", "pressed_on": "<b>"}',
    ],
)
async def test_it_ends_a_connection_that_speaks_nonsense(client: Client, frame: str) -> None:
    page = await Page.open(client)
    await page.socket.send_str(frame)

    assert await page.closed_with() == 1008


async def test_it_takes_no_frame_that_is_too_large(client: Client) -> None:
    page = await Page.open(client)
    await page.send("m1", "a" * MAX_FRAME_BYTES)

    assert await page.closed_with() == 1009


async def test_it_asks_for_a_shorter_message(client: Client) -> None:
    turn = await (await Page.open(client)).ask("m1", "ă" * 10_000)

    assert "viết gọn lại" in words(turn)


@pytest.mark.parametrize("text", ["a\x00b", "a\ud800b", "<b>&amp;</b>", "🙏"])
async def test_it_answers_whatever_letters_arrive(client: Client, text: str) -> None:
    page = await Page.open(client)
    await page.socket.send_str(json.dumps({"type": "say", "id": "m1", "text": text}))

    assert words((await page.hear("turn"))["turn"]).startswith("Đã nghe: ")


async def test_it_closes_the_oldest_of_too_many_pages(client: Client) -> None:
    pages = [await Page.open(client) for _ in range(MAX_OF_ONE_SENDER + 1)]

    assert await pages[0].closed_with() == TAKEN_OVER
    assert words(await pages[-1].ask("m1", "một")) == "Đã nghe: một"


async def test_it_asks_a_hasty_visitor_to_wait_and_loses_nothing(client: Client) -> None:
    page = await Page.open(client)
    for number in range(20):
        await page.ask(f"m{number}", "một")

    await page.send("m20", "hai")
    wait = await page.hear("wait")

    assert wait["id"] == "m20"
    assert 0 < wait["seconds"] <= 10
    assert len((await Page.open(client)).welcome["turns"]) == 20


async def test_it_says_that_it_is_well(client: Client) -> None:
    response = await client.get("/health")

    assert (response.status, await response.text()) == (200, "ok")


async def test_it_says_when_data_is_invented(app: App, stage: Stage) -> None:
    for is_demonstration in (True, False):
        channel = stage.channel(app, is_demonstration=is_demonstration)
        async with a_client(channel) as client:
            page = await (await client.get("/")).text()
        assert ('<p class="demonstration" >' in page) == is_demonstration
