"""What is typed, line by line, without holding up what else the program does."""

import asyncio
import codecs
from collections.abc import AsyncIterator
from contextlib import suppress
from threading import Thread
from typing import Protocol

_CHUNK = 65_536


class Source(Protocol):
    """Bytes as they come, such as a file opened without a buffer."""

    def read(self, size: int, /) -> bytes | None: ...
    def isatty(self) -> bool: ...


async def typed_lines(source: Source) -> AsyncIterator[str]:
    """Yield each line without its end; what is not UTF-8 becomes a replacement sign.

    A thread of its own waits for the input. It holds no lock and keeps no program from ending,
    which a thread that waits in sys.stdin would.
    """
    loop = asyncio.get_running_loop()
    chunks: asyncio.Queue[bytes] = asyncio.Queue()

    def wait_for_input() -> None:
        # It ends with the input, with the terminal, or with the loop that it reads for.
        with suppress(OSError, ValueError, RuntimeError):
            while chunk := source.read(_CHUNK):
                loop.call_soon_threadsafe(chunks.put_nowait, chunk)
        with suppress(RuntimeError):
            loop.call_soon_threadsafe(chunks.put_nowait, b"")

    Thread(target=wait_for_input, daemon=True).start()
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    rest = ""
    while chunk := await chunks.get():
        *lines, rest = (rest + decoder.decode(chunk)).split("\n")
        for line in lines:
            yield line.rstrip("\r")
    rest += decoder.decode(b"", final=True)
    if rest:
        yield rest
