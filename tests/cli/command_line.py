"""The program as an operator starts it: a process of its own, in a folder of its own."""

import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

BOT = Path(__file__).parents[2] / "bot.py"


@dataclass(frozen=True, slots=True)
class CommandLine:
    folder: Path
    settings: dict[str, str] = field(default_factory=dict)

    def run(
        self, *arguments: str, typed: bytes = b"", **settings: str
    ) -> subprocess.CompletedProcess[str]:
        """Run `bot.py` to its end; `typed` is its whole input."""
        done = subprocess.run(
            self.command(*arguments),
            input=typed,
            capture_output=True,
            cwd=self.folder,
            env=self.environment(**settings),
            timeout=60,
            check=False,
        )
        said, complained = done.stdout.decode(), done.stderr.decode()
        return subprocess.CompletedProcess(done.args, done.returncode, said, complained)

    def command(self, *arguments: str) -> list[str]:
        return [sys.executable, str(BOT), *arguments]

    def environment(self, **settings: str) -> dict[str, str]:
        outer = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
        return outer | {"CCHC_DEMO": "0"} | self.settings | settings
