"""`settings`: what is set, to what, and where that came from."""

import sys

from pydantic import SecretStr
from rich import box
from rich.console import Console
from rich.table import Table

from cchc_bot.settings import Settings, origins, variable_of

_WIDE_ENOUGH = 10_000  # in a pipe a setting is a line, however long


def show_settings() -> None:
    """Show every setting: its meaning, default and value, and where the value came from."""
    is_terminal = sys.stdout.isatty()
    table = Table(box=box.SIMPLE_HEAD if is_terminal else None, pad_edge=False)
    for heading in ("Setting", "Meaning", "Default", "Value", "From"):
        # The names must be whole to be copied; the rest may go on in the next line.
        table.add_column(heading, overflow="fold", no_wrap=heading == "Setting")
    for row in describe(Settings.read()):
        table.add_row(*row)
    console = Console(width=None if is_terminal else _WIDE_ENOUGH, markup=False, highlight=False)
    console.print(table)


def describe(settings: Settings) -> list[tuple[str, str, str, str, str]]:
    """Return name, meaning, default, value and origin of each; secrets are masked."""
    given = origins()
    return [
        (
            variable_of(name),
            field.description or "",
            shown(field.default),
            shown(getattr(settings, name)),
            given.get(name, "default"),
        )
        for name, field in Settings.model_fields.items()
    ]


def shown(value: object) -> str:
    """Return a value as it may be seen: of a secret no more than the place that it names."""
    if isinstance(value, bool):
        return str(int(value))
    text = value.get_secret_value() if isinstance(value, SecretStr) else str(value)
    if "://" in text:
        return _without_password(text)
    return "********" if text and isinstance(value, SecretStr) else text


def _without_password(address: str) -> str:
    # All before the last @ goes, and all parameters: a password may stand in either.
    scheme, _, rest = address.partition("://")
    if scheme.startswith("sqlite"):
        return address
    _, at, place = rest.rpartition("@")
    place, question, _ = place.partition("?")
    return f"{scheme}://{'***@' if at else ''}{place}{'?***' if question else ''}"
