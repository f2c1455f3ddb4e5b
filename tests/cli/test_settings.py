import pytest
from pydantic import SecretStr

from cchc_bot.cli.settings import describe, shown
from cchc_bot.settings import Settings
from tests.cli.command_line import CommandLine


@pytest.mark.parametrize(
    ("value", "seen"),
    [
        (8080, "8080"),
        (True, "1"),
        ("", ""),
        (SecretStr(""), ""),
        (SecretStr("42:token"), "********"),
        (SecretStr("bot:pw@nowhere"), "********"),
        (SecretStr("sqlite:///cchc-bot.db"), "sqlite:///cchc-bot.db"),
        (SecretStr("postgresql://db.example/cchc"), "postgresql://db.example/cchc"),
        (
            SecretStr("postgresql://bot:pw@db.example:5432/cchc"),
            "postgresql://***@db.example:5432/cchc",
        ),
        (SecretStr("postgresql://bot:p@w/?@db.example/cchc"), "postgresql://***@db.example/cchc"),
        (SecretStr("postgresql:///cchc?host=/run&password=pw"), "postgresql:///cchc?***"),
        (SecretStr("http://me:pw@proxy.example:3128"), "http://***@proxy.example:3128"),
        ("http://me:pw@bots.example", "http://***@bots.example"),
    ],
    ids=str,
)
def test_settings_show_of_a_secret_only_the_place_it_names(value: object, seen: str) -> None:
    assert shown(value) == seen


def test_settings_are_described_each_with_its_meaning() -> None:
    rows = describe(Settings())

    assert [row[0] for row in rows][:2] == ["CCHC_DATABASE_URL", "CCHC_HOST"]
    assert all(meaning for _, meaning, *_ in rows)
    assert {origin for *_, origin in rows} == {"default"}


def test_settings_are_printed_whole_and_plain_in_a_pipe(command_line: CommandLine) -> None:
    address = f"http://bots.example/{'x' * 300}"
    (command_line.folder / ".env").write_text("CCHC_PORT=8081\n")
    (command_line.folder / "token").write_text("42:canary\n")

    done = command_line.run(
        "settings", CCHC_TELEGRAM_BASE_URL=address, CCHC_TELEGRAM_TOKEN_FILE="token"
    )

    lines = {line.split()[0]: line.split() for line in done.stdout.splitlines()}
    assert (done.returncode, done.stderr) == (0, "")
    assert lines["CCHC_TELEGRAM_BASE_URL"][-2:] == [address, "environment"]
    assert lines["CCHC_PORT"][-3:] == ["8080", "8081", ".env"]
    assert lines["CCHC_TELEGRAM_TOKEN"][-2:] == ["********", "token"]
    assert "canary" not in done.stdout
    assert "\x1b" not in done.stdout


@pytest.mark.parametrize("arguments", [("settings",), ("chat",), ("invite", "--unit", "H99.01")])
def test_settings_that_are_bad_stop_every_command_with_one_line(
    command_line: CommandLine, arguments: tuple[str, ...]
) -> None:
    done = command_line.run(*arguments, CCHC_PORT="all of them")

    assert (done.returncode, done.stdout) == (2, "")
    (line,) = done.stderr.splitlines()
    assert line.startswith("cchc-bot: setting CCHC_PORT: ")
