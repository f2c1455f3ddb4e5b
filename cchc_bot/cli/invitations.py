"""`invite`: a one-time code that makes whoever sends it to the bot an official of a unit."""

import asyncio
from collections.abc import Sequence
from typing import Annotated

import typer

from cchc_bot.app import App, open_app
from cchc_bot.domain.people import Invitation, Language, Role
from cchc_bot.domain.units import Unit
from cchc_bot.search.folding import fold
from cchc_bot.settings import Settings


class InvitationRefusedError(Exception):
    """The invitation cannot be written; the message lists what can be chosen."""


def invite(
    unit: Annotated[str, typer.Option(help="The unit's code, or its name if only one has it.")],
    role: Annotated[str, typer.Option(help=f"One of: {', '.join(Role)}.")] = Role.OFFICIAL,
) -> None:
    """Print a one-time invitation code for an official of a unit."""
    chosen_role = find_role(role)

    async def issue() -> None:
        async with open_app(Settings.read()) as app:
            chosen_unit = find_unit(unit, await app.people.list_units())
            code, invitation = await app.people.invite(chosen_unit.code, chosen_role)
            print(_letter(app, code, chosen_unit, invitation))

    asyncio.run(issue())


def _letter(app: App, code: str, unit: Unit, invitation: Invitation) -> str:
    role = invitation.office.role
    title = app.texts[Language.VIETNAMESE](f"role.{role}")
    until = app.texts[Language.VIETNAMESE].moment(invitation.expires_at)
    return "\n".join(
        (
            f"Code:   {code}",
            f"For:    {unit.name} ({unit.code}), as {role} ({title})",
            f"Until:  {until}, and only once",
            "Send:   as a message to the bot, in a private chat on any of its channels",
        )
    )


def find_role(text: str) -> Role:
    try:
        return Role(text.strip().lower())
    except ValueError as error:
        raise InvitationRefusedError(
            f"no role {text!r}; the roles are: {', '.join(Role)}"
        ) from error


def find_unit(text: str, units: Sequence[Unit]) -> Unit:
    """Return the unit with this code, this name, or alone with these words in its name."""
    wanted = fold(text)
    ways = (
        lambda unit: unit.code.lower() == text.strip().lower(),
        lambda unit: fold(unit.name) == wanted,
        lambda unit: bool(wanted) and f" {wanted} " in f" {fold(unit.name)} ",
    )
    for is_meant in ways:
        found = [unit for unit in units if is_meant(unit)]
        if len(found) == 1:
            return found[0]
        if found:
            raise InvitationRefusedError(f"several units are called {text!r}:\n{_list(found)}")
    if not units:
        raise InvitationRefusedError(
            "no unit is stored yet; CCHC_DEMO=1 brings invented ones to try"
        )
    raise InvitationRefusedError(f"no unit {text!r}; the units are:\n{_list(units)}")


def _list(units: Sequence[Unit]) -> str:
    return "\n".join(f"  {unit.code}  {unit.name}" for unit in units)
