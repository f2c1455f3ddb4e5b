"""What the router promises every channel."""

import unicodedata
from dataclasses import replace

from structlog.testing import capture_logs

from cchc_bot.app import App
from cchc_bot.chat.messages import Incoming
from cchc_bot.domain.people import Language
from tests.builders import a_sender

AN = a_sender("an")


async def test_router_says_that_only_words_are_read_and_still_awaits_the_answer(app: App) -> None:
    await app.router.answer(Incoming(AN, "/ngonngu"))

    picture = await app.router.answer(Incoming(AN, "", is_readable=False))
    choice = await app.router.answer(Incoming(AN, "2"))

    assert "mới đọc được chữ" in picture.plain_text
    assert "answers in English" in choice.plain_text


async def test_router_says_which_language_its_reply_is_in(app: App) -> None:
    before = await app.router.answer(Incoming(AN, "/trogiup"))
    await app.router.answer(Incoming(AN, "/ngonngu en"))
    after = await app.router.answer(Incoming(AN, "/trogiup"))

    assert (before.language, after.language) == (Language.VIETNAMESE, Language.ENGLISH)


async def test_router_apologises_even_when_it_cannot_tell_who_asks(app: App) -> None:
    nowhere = replace(AN, id="an\ud800")  # no database takes half a letter

    with capture_logs() as logs:
        reply = await app.router.answer(Incoming(nowhere, "/start"))

    assert "gặp trục trặc" in reply.plain_text
    assert logs[0]["number"] in reply.plain_text


async def test_router_takes_any_space_for_a_space_and_any_form_of_a_letter(app: App) -> None:
    typed = unicodedata.normalize("NFD", "xin\N{NO-BREAK SPACE}chào\N{EM SPACE}ạ")

    assert "trợ lý tự động" in (await app.router.answer(Incoming(AN, typed))).plain_text


async def test_router_takes_no_mistyped_command_for_an_answer(app: App) -> None:
    for question in ("/gopy", "/hoso"):
        await app.router.answer(Incoming(AN, question))

        reply = await app.router.answer(Incoming(AN, "/xyzq"))

        assert "có thể hỏi" in reply.plain_text
        assert reply.expects == ""


async def test_router_answers_a_language_in_capitals(app: App) -> None:
    reply = await app.router.answer(Incoming(AN, "/ngonngu EN"))

    assert "answers in English" in reply.plain_text
