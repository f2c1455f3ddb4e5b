from pathlib import Path

import pytest

from cchc_bot.settings import Settings, SettingsError, origins


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_settings_need_nothing_to_be_set() -> None:
    settings = Settings.read()

    assert settings.database_url.get_secret_value() == "sqlite:///cchc-bot.db"
    assert (settings.host, settings.port, settings.demo) == ("127.0.0.1", 8080, True)
    assert settings.telegram_token.get_secret_value() == ""
    assert str(settings.zone) == "Asia/Ho_Chi_Minh"
    assert origins() == {}


def test_settings_come_from_the_environment_before_the_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    Path(".env").write_text("CCHC_PORT=1\nCCHC_HOST=192.0.2.1\nOTHER=1\n")
    monkeypatch.setenv("CCHC_PORT", " 2 ")

    settings = Settings.read()

    assert (settings.port, settings.host) == (2, "192.0.2.1")
    assert origins() == {"port": "environment", "host": ".env"}


def test_settings_that_are_empty_stand_for_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    Path(".env").write_text("CCHC_TELEGRAM_TOKEN=42:token\nCCHC_HOST\n")
    monkeypatch.setenv("CCHC_TELEGRAM_TOKEN", "")
    monkeypatch.setenv("CCHC_PORT", "")

    settings = Settings.read()

    assert (settings.port, settings.telegram_token.get_secret_value()) == (8080, "")
    assert origins() == {}


@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"], ids=["plain", "as Notepad saves"])
def test_settings_are_read_from_files(monkeypatch: pytest.MonkeyPatch, start: bytes) -> None:
    Path("token").write_bytes(start + b"42:token\n")
    Path("address").write_bytes(start + b"postgresql://bot:p$${w}@db/cchc\n")
    Path(".env").write_bytes(start + b"CCHC_DATABASE_URL_FILE=address\n")
    monkeypatch.setenv("CCHC_TELEGRAM_TOKEN_FILE", "token")

    settings = Settings.read()

    assert settings.telegram_token.get_secret_value() == "42:token"
    assert settings.database_url.get_secret_value() == "postgresql://bot:p$${w}@db/cchc"
    assert origins() == {"telegram_token": "token", "database_url": "address"}


def test_settings_take_a_password_as_it_is_written() -> None:
    Path(".env").write_text("CCHC_DATABASE_URL=postgresql://bot:${HOME}@db/cchc\n")

    assert "${HOME}" in Settings.read().database_url.get_secret_value()


@pytest.mark.parametrize("value", ["0", "false", "no", "off"])
def test_settings_switch_the_demonstration_off(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("CCHC_DEMO", value)

    assert not Settings.read().demo


@pytest.mark.parametrize(
    ("variable", "value", "complaint"),
    [
        ("CCHC_PORT", "65536", "less than or equal to 65535"),
        ("CCHC_PORT", "-1", "greater than or equal to 0"),
        ("CCHC_PORT", "eighty", "valid integer"),
        ("CCHC_DEMO", "maybe", "valid boolean"),
        ("CCHC_TIMEZONE", "Asia/Hanoi", "no such time zone"),
        ("CCHC_TIMEZONE", "../../etc/passwd", "no such time zone"),
        ("CCHC_TIMEZONE", "Asia", "no such time zone"),
        ("CCHC_TELEGRAM_TOKEN", "canary token", "not a token"),
        ("CCHC_TELEGRAM_BASE_URL", "localhost", "not an address"),
        ("CCHC_TELEGRAM_PROXY", "socks5://me:canary@proxy", "not an address"),
        ("CCHC_TELEGRAM_TOKEN_FILE", "nowhere", "No such file"),
        ("CCHC_TELEGRAM_TOKEN_FILE", ".", "directory"),
        ("CCHC_TELEGRAM_TOKEN_FILE", "not-text", "can't decode"),
        ("CCHC_TELEGRAM_TOKEN_FILE", "empty", "empty is empty"),
        ("CCHC_PRT", "1", "no such setting; did you mean CCHC_PORT?"),
        ("CCHC_TELEGRAM_TOKEN_FIEL", "1", "did you mean CCHC_TELEGRAM_TOKEN_FILE?"),
        ("cchc_port", "1", "did you mean CCHC_PORT?"),
        ("CCHC_", "1", "no such setting"),
    ],
)
def test_settings_that_are_bad_are_named_and_explained(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str, complaint: str
) -> None:
    Path("not-text").write_bytes(b"\xff\xfe")
    Path("empty").write_text("\n")
    monkeypatch.setenv(variable, value)

    with pytest.raises(SettingsError) as refused:
        Settings.read()

    message = str(refused.value)
    assert message.startswith(f"{variable}: ")
    assert complaint in message
    assert "\n" not in message
    assert "canary" not in message


def test_settings_refuse_a_value_beside_a_file_that_holds_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("CCHC_TELEGRAM_TOKEN", "42:token")
    monkeypatch.setenv("CCHC_TELEGRAM_TOKEN_FILE", "token")

    with pytest.raises(SettingsError, match="set one of the two"):
        Settings.read()


def test_settings_refuse_a_misspelt_name_in_the_file_as_well() -> None:
    Path(".env").write_text("CCHC_DEMOO=0\n")

    with pytest.raises(SettingsError, match="CCHC_DEMOO: no such setting; did you mean CCHC_DEMO"):
        Settings.read()


def test_settings_say_that_the_file_cannot_be_read() -> None:
    Path(".env").write_bytes(b"CCHC_HOST=\xff\n")

    with pytest.raises(SettingsError, match=r"^\.env: "):
        Settings.read()
