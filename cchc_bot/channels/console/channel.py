"""The terminal: a line is a message, the reply is printed in full."""

from typing import TextIO

from rich.console import Console
from rich.text import Text

from cchc_bot.channels.console.attachments import Folder
from cchc_bot.channels.console.keyboard import Source, typed_lines
from cchc_bot.channels.console.render import to_lines
from cchc_bot.chat.messages import Incoming, Reply
from cchc_bot.chat.router import Router
from cchc_bot.domain.people import Channel, Sender
from cchc_bot.texts import TextLibrary

_PROMPT = "> "


class ConsoleChannel:
    def __init__(
        self,
        router: Router,
        texts: TextLibrary,
        user: str,
        source: Source,
        target: TextIO,
        folder: Folder | None = None,
    ) -> None:
        self._router = router
        self._texts = texts
        self._sender = Sender(Channel.CONSOLE, user)
        self._source = source
        self._folder = folder or Folder()
        self._console = Console(
            file=target, force_terminal=target.isatty(), markup=False, emoji=False, highlight=False
        )
        self._prompt = _PROMPT if source.isatty() and target.isatty() else ""

    async def run(self) -> None:
        """Answer line by line until the input ends."""
        self._console.print(self._prompt, end="")
        async for line in typed_lines(self._source):
            self.show(await self._router.answer(Incoming(self._sender, line)))
            self._console.print(self._prompt, end="")

    def show(self, reply: Reply) -> None:
        saved = [self._folder.save(item) for item in reply.attachments]
        lines = to_lines(reply, self._texts[reply.language], saved)
        text = Text("\n").join(Text(line.text, "bold" if line.strong else "") for line in lines)
        # In a pipe a line stays a line; a terminal breaks it between words.
        self._console.print(text, end="\n\n", soft_wrap=not self._console.is_terminal)
