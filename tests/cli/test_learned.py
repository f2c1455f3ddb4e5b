import re

import pytest

from cchc_bot.storage.choices import SqlChoices
from cchc_bot.storage.database import Database
from tests.builders import TODAY
from tests.cli.command_line import CommandLine


@pytest.fixture
async def choices(command_line: CommandLine) -> None:
    database = Database(f"sqlite:///{command_line.folder / 'cchc-bot.db'}")
    for key, code, count in [
        ("khai sinh", "1.001193", 9),
        ("khai sinh", "", 3),
        ("chung thuc", "9.999999", 1),
    ]:
        for _ in range(count):
            await SqlChoices(database).add(key, code, TODAY)
    await database.close()


@pytest.mark.usefixtures("choices")
def test_learned_shows_what_was_chosen_and_what_it_moves(command_line: CommandLine) -> None:
    shown = command_line.run("learned")

    first, birth, none, second, gone = shown.stdout.splitlines()
    assert first == "khai sinh: 12 chosen, last on 2026-01-23"
    assert re.fullmatch(r" +9 +\+15\.0%  1\.001193  .*đăng ký khai sinh", birth)
    assert re.fullmatch(r" +3 +\+0\.0%  -  none of those offered", none)
    assert second.startswith("chung thuc: 1 chosen")
    assert re.fullmatch(r" +1 +\+2\.0%  9\.999999  no longer in the catalogue", gone)
    assert (shown.returncode, shown.stderr) == (0, "")


@pytest.mark.usefixtures("choices")
def test_learned_is_forgotten_by_its_words_or_whole(command_line: CommandLine) -> None:
    assert command_line.run("learned", "--reset", "Sinh", "khai").stdout == "2 counts forgotten\n"
    assert "khai sinh" not in command_line.run("learned").stdout
    assert command_line.run("learned", "--reset", "khai sinh").stdout == "0 counts forgotten\n"
    assert command_line.run("learned", "--reset").stdout == "1 counts forgotten\n"
    assert command_line.run("learned").stdout == "nothing was chosen yet\n"


def test_learned_says_that_it_is_switched_off_and_counts_nothing(
    command_line: CommandLine,
) -> None:
    talked = command_line.run("chat", typed=b"khai sinh\n1\n", CCHC_LEARNING="0")
    assert "khai sinh" in talked.stdout

    shown = command_line.run("learned", CCHC_LEARNING="0").stdout.splitlines()

    assert shown == [
        "CCHC_LEARNING is 0: nothing is counted, and nothing is moved",
        "nothing was chosen yet",
    ]


def test_learned_counts_what_is_chosen_in_the_chat(command_line: CommandLine) -> None:
    command_line.run("chat", typed=b"khai sinh\n1\n")

    assert "khai sinh: 1 chosen" in command_line.run("learned").stdout


@pytest.mark.usefixtures("choices")
def test_learned_tells_words_without_reset_from_a_wish_to_forget(
    command_line: CommandLine,
) -> None:
    shown = command_line.run("learned", "khai sinh").stdout

    assert "khai sinh: 12 chosen" in shown
    assert "chung thuc" not in shown
