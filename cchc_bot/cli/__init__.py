"""The command line: one module a group of commands."""

import sys
from io import TextIOWrapper

from cchc_bot.channels.telegram.errors import TokenRefusedError
from cchc_bot.channels.web.channel import AddressUnavailableError
from cchc_bot.cli.commands import cli
from cchc_bot.cli.invitations import InvitationRefusedError, invite
from cchc_bot.cli.learned import learned
from cchc_bot.cli.settings import show_settings
from cchc_bot.logs import set_up_logs
from cchc_bot.settings import SettingsError
from cchc_bot.storage.database import DatabaseUnavailableError

__all__ = ["cli", "main"]

cli.command("settings")(show_settings)
cli.command()(invite)
cli.command()(learned)


def main() -> None:
    """Run the command line. What an operator can mend is one line on stderr, exit status 2."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # Vietnamese comes out whole whatever the machine's locale is.
            stream.reconfigure(encoding="utf-8", errors="replace")
    set_up_logs()
    try:
        cli()
    except SettingsError as error:
        sys.exit(_refused(f"setting {error}"))
    except DatabaseUnavailableError as error:
        sys.exit(_refused(f"the database cannot be used: {error}"))
    except InvitationRefusedError as error:
        sys.exit(_refused(str(error)))
    except TokenRefusedError:
        sys.exit(_refused("Telegram refuses CCHC_TELEGRAM_TOKEN; @BotFather shows the right one"))
    except AddressUnavailableError as error:
        sys.exit(
            _refused(f"the web chat cannot listen on {error}; CCHC_HOST and CCHC_PORT say where")
        )


def _refused(reason: str) -> int:
    print(f"cchc-bot: {reason}", file=sys.stderr)
    return 2
