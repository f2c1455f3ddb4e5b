"""How long people wait for answers in the web chat: `python tests/benchmarks/web_chat_load.py`.

Starts the bot as a process of its own on a fresh database, lets so many people ask something
every so many seconds over WebSockets of their own, and prints how long the answers took.
"""

import argparse
import asyncio
import os
import re
import sys
import tempfile
from asyncio.subprocess import PIPE, Process
from pathlib import Path
from statistics import quantiles
from time import perf_counter

from aiohttp import ClientError, ClientSession

BOT = Path(__file__).parents[2] / "bot.py"
SETTLE_SECONDS = 3  # after the start, while the drawing of charts warms up
GOLDEN = 0.618  # spreads people over the time between two questions, neither even nor in step
QUESTIONS = (
    "/start",
    "xin chào",
    "làm giấy khai sinh cần gì",
    "dang ky ket hon",
    "xin xac nhan tinh trang hon nhan",
    "chứng thực bản sao mất bao nhiêu tiền",
    "mở hộ kinh doanh ở đâu",
    "trợ cấp người cao tuổi",
    "tách sổ đỏ cho con",
    "đăng ký tạm trú",
    "H99.01-260105-0001",
    "000.00.01.H99-260105-0002",
    "/thongbao",
    "/trogiup",
    "cảm ơn",
    "trời hôm nay đẹp quá",
)


class Crowd:
    """People who ask; what they waited, in milliseconds, and what went wrong."""

    def __init__(self, address: str, every: float, ends_at: float) -> None:
        self.waits: list[float] = []
        self.errors: list[str] = []
        self._address = address
        self._every = every
        self._ends_at = ends_at

    async def person(self, number: int) -> None:
        await asyncio.sleep(number * GOLDEN % 1 * self._every)
        try:
            async with ClientSession() as session:
                await self._talk(session, number)
        except (ClientError, OSError, TimeoutError, TypeError) as error:
            self.errors.append(repr(error))

    async def _talk(self, session: ClientSession, number: int) -> None:
        async with session.get(self._address):
            pass
        url = f"{self._address}/chat"
        async with session.ws_connect(url, headers={"Origin": self._address}) as chat:
            await chat.receive_json(timeout=10)
            count = 0
            while perf_counter() < self._ends_at:
                count += 1
                asked_at = perf_counter()
                text = QUESTIONS[(number + count) % len(QUESTIONS)]
                await chat.send_json({"type": "say", "id": f"m{count}", "text": text})
                while (await chat.receive_json(timeout=10))["type"] != "turn":
                    pass
                self.waits.append((perf_counter() - asked_at) * 1000)
                await asyncio.sleep(max(0.0, asked_at + self._every - perf_counter()))


async def start(folder: str) -> tuple[Process, str]:
    settings = {"CCHC_PORT": "0", "CCHC_DATABASE_URL": f"sqlite:///{folder}/load.db"}
    process = await asyncio.create_subprocess_exec(
        sys.executable, BOT, "serve", cwd=folder, env={**os.environ, **settings}, stdout=PIPE
    )
    line = (await process.stdout.readline()).decode() if process.stdout else ""
    address = re.search(r"http://[\d.:]+", line)
    if address is None:
        sys.exit("the bot did not start")
    return process, address[0]


async def measure(people: int, seconds: float, every: float) -> Crowd:
    with tempfile.TemporaryDirectory() as folder:
        process, address = await start(folder)
        await asyncio.sleep(SETTLE_SECONDS)
        try:
            crowd = Crowd(address, every, perf_counter() + seconds)
            await asyncio.gather(*(crowd.person(number) for number in range(people)))
        finally:
            process.terminate()
            await process.communicate()
    return crowd


def report(crowd: Crowd) -> None:
    print(f"answers {len(crowd.waits)}, errors {len(crowd.errors)}")
    for error in crowd.errors[:5]:
        print(f"  {error}")
    if len(crowd.waits) > 1:
        cuts = quantiles(crowd.waits, n=100, method="inclusive")
        figures = {"p50": cuts[49], "p95": cuts[94], "p99": cuts[98], "max": max(crowd.waits)}
        print(", ".join(f"{name} {value:.1f} ms" for name, value in figures.items()))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--people", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--every", type=float, default=2, help="seconds between two questions")
    arguments = parser.parse_args()
    report(asyncio.run(measure(arguments.people, arguments.seconds, arguments.every)))


if __name__ == "__main__":
    main()
