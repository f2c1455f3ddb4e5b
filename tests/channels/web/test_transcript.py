"""Nothing is lost and nothing is answered twice."""

from typing import Any

from aiohttp.test_utils import TestClient

from cchc_bot.app import App
from cchc_bot.channels.web.sessions import Session
from cchc_bot.channels.web.sockets import HISTORY
from cchc_bot.domain.transcripts import Message
from tests.channels.web.stage import Page, Stage, cookie_of, words

Client = TestClient[Any, Any]


def ids(page: Page) -> list[str]:
    return [turn["id"] for turn in page.welcome["turns"]]


async def test_it_answers(client: Client) -> None:
    page = await Page.open(client)

    turn = await page.ask("m1", "/start", shown="Bắt đầu")

    assert (turn["shown"], turn["pressed_on"]) == ("Bắt đầu", "")
    assert "trợ lý tự động" in words(turn)


async def test_it_answers_a_repeated_message_as_it_did_before(client: Client, stage: Stage) -> None:
    first = await (await Page.open(client)).ask("m1", "một")

    assert await (await Page.open(client)).ask("m1", "một") == first
    assert stage.heard["một"] == 1


async def test_it_answers_once_what_is_sent_twice_at_once(client: Client, stage: Stage) -> None:
    page, other = await Page.open(client), await Page.open(client)
    for one in (page, page, other):
        await one.send("m1", "/cho")
    await stage.is_waiting.wait()
    stage.gate.set()

    for one in (page, other):
        assert words((await one.hear("turn"))["turn"]) == "Đợi xong rồi"
    assert stage.heard["cho"] == 1


async def test_it_keeps_an_answer_whose_asker_has_gone(client: Client, stage: Stage) -> None:
    page = await Page.open(client)
    await page.send("m1", "/cho")
    await stage.is_waiting.wait()
    await page.socket.close()
    stage.gate.set()

    assert words(await (await Page.open(client)).ask("m1", "/cho")) == "Đợi xong rồi"
    assert stage.heard["cho"] == 1


async def test_it_answers_what_a_killed_server_left_unanswered(client: Client, app: App) -> None:
    sender = Session(cookie_of(client)).sender
    await app.transcript.begin(sender, Message("m1", "một", "một"))

    page = await Page.open(client)

    assert ids(page) == []
    assert words(await page.ask("m1", "một")) == "Đã nghe: một"


async def test_it_tells_a_returning_page_what_it_has_missed(client: Client) -> None:
    page = await Page.open(client)
    for id_ in ("m1", "m2", "m3"):
        await page.ask(id_, id_)

    assert ids(await Page.open(client, last="m1")) == ["m2", "m3"]
    assert ids(await Page.open(client, last="m3")) == []
    assert ids(await Page.open(client)) == ["m1", "m2", "m3"]


async def test_it_shows_the_newest_of_a_long_history(client: Client, app: App) -> None:
    sender = Session(cookie_of(client)).sender
    for number in range(HISTORY + 2):
        turn = await app.transcript.begin(sender, Message(f"m{number}", "", ""))
        await app.transcript.complete(sender, turn, {"lines": []}, ())

    assert ids(await Page.open(client)) == [f"m{number}" for number in range(2, HISTORY + 2)]


async def test_it_tells_every_open_page_of_the_visitor(client: Client) -> None:
    page, other = await Page.open(client), await Page.open(client)

    turn = await page.ask("m1", "một")

    assert (await other.hear("turn"))["turn"] == turn


async def test_it_names_the_turn_that_a_page_takes_the_place_of(client: Client) -> None:
    page = await Page.open(client)
    await page.ask("m1", "/trang 1")

    turn = await page.ask("m2", "/trang 2", shown="Trang sau", pressed_on="m1")

    assert (turn["pressed_on"], turn["reply"]["is_page"]) == ("m1", True)


async def test_it_tells_the_page_when_the_language_changes(client: Client) -> None:
    page = await Page.open(client)
    assert page.welcome["language"] == "vi"

    await page.ask("m1", "/ngonngu en")

    assert (await page.hear("person"))["language"] == "en"
    assert 'lang="en"' in await (await client.get("/")).text()


async def test_it_offers_the_commands_that_are_open_to_the_visitor(client: Client) -> None:
    menu = (await Page.open(client)).welcome["menu"]

    assert {"label": "Hướng dẫn sử dụng", "action": "/trogiup"} in menu
    assert "/moi" not in [entry["action"] for entry in menu]
