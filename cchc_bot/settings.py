"""Settings: the only reader of the environment. A bad one stops the bot with a clear word."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import ZoneInfo

from dotenv import dotenv_values
from pydantic import AfterValidator, Field, HttpUrl, SecretStr, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

PREFIX = "CCHC_"
DOTENV = ".env"
_FILE = "_FILE"
_TOKEN = re.compile(r"\d+:[\w-]+", re.ASCII)


class SettingsError(Exception):
    """A setting cannot be used; the message names it and says what is wrong."""


def _time_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise ValueError("no such time zone; an example is Asia/Ho_Chi_Minh") from error
    return name


def _web_address(text: str) -> str:
    try:
        if text:
            TypeAdapter(HttpUrl).validate_python(text)
    except ValidationError as error:
        raise ValueError("not an address; it begins with http:// or https://") from error
    return text


def _proxy(secret: SecretStr) -> SecretStr:
    _web_address(secret.get_secret_value())
    return secret


def _token(secret: SecretStr) -> SecretStr:
    if secret.get_secret_value() and not _TOKEN.fullmatch(secret.get_secret_value()):
        raise ValueError(
            "not a token; @BotFather gives them out, such as 123456:letters-and-digits"
        )
    return secret


class Settings(BaseSettings):
    """Each field is read from CCHC_ and its name in capitals: CCHC_DATABASE_URL, CCHC_PORT."""

    model_config = SettingsConfigDict(frozen=True, extra="forbid")

    database_url: SecretStr = Field(
        SecretStr("sqlite:///cchc-bot.db"),
        description="Where data is kept: sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME",
    )
    host: str = Field("127.0.0.1", description="Address on which the web chat listens")
    port: int = Field(8080, ge=0, le=65535, description="Port of the web chat")
    demo: bool = Field(default=True, description="Invented demonstration data; 0 takes it out")
    learning: bool = Field(
        default=True,
        description="What people choose when asked back is counted and moves later offers; 0: no",
    )
    telegram_token: Annotated[SecretStr, AfterValidator(_token)] = Field(
        SecretStr(""), description="Token of the Telegram bot; empty: no Telegram"
    )
    telegram_base_url: Annotated[str, AfterValidator(_web_address)] = Field(
        "", description="Address of a Bot API server of one's own; empty: Telegram's"
    )
    # Secret, since a proxy's address may hold a password.
    telegram_proxy: Annotated[SecretStr, AfterValidator(_proxy)] = Field(
        SecretStr(""), description="Proxy on the way to Telegram, such as http://HOST:PORT"
    )
    timezone: Annotated[str, AfterValidator(_time_zone)] = Field(
        "Asia/Ho_Chi_Minh", description="Time zone of the office"
    )

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return init_settings, _FromOutside(settings_cls)

    @classmethod
    def read(cls) -> "Settings":
        """Read the settings. Raises SettingsError, naming the first that is wrong."""
        _refuse_unknown_names()
        try:
            return cls()
        except ValidationError as error:
            first = error.errors(include_url=False, include_input=False)[0]
            name = str(first["loc"][0])
            problem = first["msg"].removeprefix("Value error, ")
            meaning = cls.model_fields[name].description
            raise SettingsError(f"{variable_of(name)}: {problem} ({meaning})") from error


class _FromOutside(PydanticBaseSettingsSource):
    def get_field_value(self, field: FieldInfo, field_name: str) -> tuple[Any, str, bool]:
        given = _given().get(field_name)
        return given and given.value, field_name, False

    def __call__(self) -> dict[str, Any]:
        return {name: given.value for name, given in _given().items()}


def origins() -> dict[str, str]:
    """Return where each setting that is not the default came from, by field."""
    return {name: given.origin for name, given in _given().items()}


@dataclass(frozen=True, slots=True)
class _Given:
    value: str
    origin: str  # "environment", or the name of a file


def _given() -> dict[str, _Given]:
    """Return what was set, by field. The environment goes before .env; "" means the default."""
    given: dict[str, _Given] = {}
    for origin, variables in ((DOTENV, _dotenv()), ("environment", os.environ)):
        for name in Settings.model_fields:
            variable = variable_of(name)
            if path := variables.get(f"{variable}{_FILE}"):
                if variables.get(variable):
                    raise SettingsError(f"{variable} and {variable}{_FILE}: set one of the two")
                given[name] = _Given(_content(f"{variable}{_FILE}", path), path)
            elif value := variables.get(variable, "").strip():
                given[name] = _Given(value, origin)
            elif variable in variables:
                given.pop(name, None)
    return given


def _dotenv() -> Mapping[str, str]:
    try:
        values = dotenv_values(DOTENV, interpolate=False, encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{DOTENV}: {error}") from error
    return {name: value or "" for name, value in values.items()}


def _content(variable: str, path: str) -> str:
    """Return what a file holds that a secret is handed over in."""
    try:
        content = Path(path).read_text(encoding="utf-8-sig").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{variable}: {error}") from error
    if not content:
        raise SettingsError(f"{variable}: {path} is empty")
    return content


def _refuse_unknown_names() -> None:
    known = {variable_of(name) for name in Settings.model_fields}
    known |= {f"{variable}{_FILE}" for variable in known}
    for name in sorted({*os.environ, *_dotenv()} - known):
        if name.upper().startswith(PREFIX):
            near = get_close_matches(name.upper(), known, 1)
            hint = f"; did you mean {near[0]}?" if near else ""
            raise SettingsError(f"{name}: no such setting{hint}")


def variable_of(field_name: str) -> str:
    return f"{PREFIX}{field_name.upper()}"
