"""The commands and how they are called."""

import asyncio
import sys
from contextlib import suppress
from io import FileIO
from typing import Annotated

import typer

from cchc_bot.app import open_app
from cchc_bot.channels.console.channel import ConsoleChannel
from cchc_bot.cli.checks import check_data
from cchc_bot.cli.imports import imports
from cchc_bot.cli.searches import search
from cchc_bot.cli.serve import serve
from cchc_bot.settings import Settings

cli = typer.Typer(
    help="A chat bot for public administrative reform (cải cách hành chính) in Viet Nam.",
    pretty_exceptions_enable=False,
    add_completion=False,
)
cli.add_typer(imports, name="import")
cli.command()(search)
cli.command()(check_data)


@cli.callback(invoke_without_command=True)
def default(context: typer.Context) -> None:
    """Serve, unless another command is named."""
    if context.invoked_subcommand is None:
        serve()


cli.command()(serve)


@cli.command()
def chat(
    user: Annotated[
        str, typer.Option(help="Who is talking; each name is a person of its own.")
    ] = "me",
) -> None:
    """Talk to the bot in this terminal, or through a pipe: a line is a message."""

    async def talk(keyboard: FileIO) -> None:
        async with open_app(Settings.read()) as app:
            await ConsoleChannel(app.router, app.texts, user, keyboard, sys.stdout).run()

    if sys.stdin is None:  # started without any input: nobody will ever say a thing
        return
    # Without a buffer, since a thread that waits in sys.stdin would keep the program from ending.
    with (
        open(sys.stdin.fileno(), "rb", buffering=0, closefd=False) as keyboard,
        suppress(KeyboardInterrupt),
    ):
        asyncio.run(talk(keyboard))
