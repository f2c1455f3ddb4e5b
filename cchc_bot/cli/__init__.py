"""The command line: one module a group of commands."""

import sys

from cchc_bot.channels.web.channel import AddressUnavailableError
from cchc_bot.cli.commands import cli
from cchc_bot.logs import set_up_logs
from cchc_bot.settings import SettingsError
from cchc_bot.storage.database import DatabaseUnavailableError

__all__ = ["main"]


def main() -> None:
    """Run the command line. What an operator can mend is one line on stderr, exit status 2."""
    set_up_logs()
    try:
        cli()
    except SettingsError as error:
        sys.exit(_refused(f"setting {error}"))
    except DatabaseUnavailableError as error:
        sys.exit(_refused(f"the database cannot be used: {error}"))
    except AddressUnavailableError as error:
        sys.exit(_refused(f"the web chat cannot listen on {error}; CCHC_PORT sets another port"))


def _refused(reason: str) -> int:
    print(f"cchc-bot: {reason}", file=sys.stderr)
    return 2
