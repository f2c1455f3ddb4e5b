"""Settings: the only reader of the environment. A bad one stops the bot with a clear word."""

import os
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


class SettingsError(Exception):
    """A setting cannot be used; the message names it and says what is wrong."""


def _time_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise ValueError("no such time zone; an example is Asia/Ho_Chi_Minh") from error
    return name


def _web_address(text: str) -> str:
    if text:
        TypeAdapter(HttpUrl).validate_python(text)
    return text


class _FromFiles(PydanticBaseSettingsSource):
    """Reads CCHC_NAME_FILE: the value is what that file holds, as secrets are handed over."""

    def get_field_value(self, field: FieldInfo, field_name: str) -> tuple[Any, str, bool]:
        path = os.environ.get(f"{PREFIX}{field_name.upper()}{_FILE}")
        if not path:
            return None, field_name, False
        try:
            return Path(path).read_text(encoding="utf-8").strip(), field_name, False
        except (OSError, UnicodeDecodeError) as error:
            raise SettingsError(f"{PREFIX}{field_name.upper()}{_FILE}: {error}") from error

    def __call__(self) -> dict[str, Any]:
        values = {
            name: self.get_field_value(f, name)[0]
            for name, f in self.settings_cls.model_fields.items()
        }
        return {name: value for name, value in values.items() if value is not None}


class Settings(BaseSettings):
    """Each field is read from CCHC_ and its name in capitals: CCHC_DATABASE_URL, CCHC_PORT."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_file=DOTENV, env_file_encoding="utf-8", frozen=True, extra="ignore"
    )

    database_url: SecretStr = Field(
        SecretStr("sqlite:///cchc-bot.db"),
        description="Where data is kept: sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME",
    )
    host: str = Field("127.0.0.1", description="Address on which the web chat listens")
    port: int = Field(8080, ge=0, le=65535, description="Port of the web chat")
    demo: bool = Field(default=True, description="Invented demonstration data; 0 takes it out")
    telegram_token: SecretStr = Field(
        SecretStr(""), description="Token of the Telegram bot; empty: no Telegram"
    )
    telegram_base_url: Annotated[str, AfterValidator(_web_address)] = Field(
        "", description="Address of a Bot API server of one's own; empty: Telegram's"
    )
    telegram_proxy: str = Field(
        "", description="Proxy on the way to Telegram, such as http://HOST:PORT"
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
        return init_settings, env_settings, _FromFiles(settings_cls), dotenv_settings

    @classmethod
    def read(cls) -> "Settings":
        """Read the settings. Raises SettingsError, naming the first that is wrong."""
        _refuse_unknown_names()
        try:
            return cls()
        except ValidationError as error:
            first = error.errors(include_url=False, include_input=False)[0]
            raise SettingsError(f"{_variable(str(first['loc'][0]))}: {first['msg']}") from error


@dataclass(frozen=True, slots=True)
class SettingShown:
    """One line of `python bot.py settings`."""

    variable: str
    meaning: str
    default: str
    value: str
    origin: str  # "default", "environment", or the name of a file


def describe(settings: Settings) -> list[SettingShown]:
    return [
        SettingShown(
            variable=_variable(name),
            meaning=field.description or "",
            default=_shown(field.default),
            value=_shown(getattr(settings, name)),
            origin=_origin(_variable(name)),
        )
        for name, field in Settings.model_fields.items()
    ]


def _shown(value: object) -> str:
    if isinstance(value, SecretStr):
        # An address of a database without a password in it is no secret, and useful to see.
        text = value.get_secret_value()
        return text if not text or text.startswith("sqlite:") else "********"
    return str(int(value)) if isinstance(value, bool) else str(value)


def _origin(variable: str) -> str:
    if variable in os.environ:
        return "environment"
    if os.environ.get(f"{variable}{_FILE}"):
        return os.environ[f"{variable}{_FILE}"]
    return DOTENV if variable in dotenv_values(DOTENV) else "default"


def _refuse_unknown_names() -> None:
    known = {_variable(name) for name in Settings.model_fields}
    known |= {f"{variable}{_FILE}" for variable in known}
    given = {*os.environ, *dotenv_values(DOTENV)}
    for name in sorted(given - known):
        if name.startswith(PREFIX):
            near = get_close_matches(name, known, 1)
            hint = f"; did you mean {near[0]}?" if near else ""
            raise SettingsError(f"{name}: no such setting{hint}")


def _variable(field_name: str) -> str:
    return f"{PREFIX}{field_name.upper()}"
