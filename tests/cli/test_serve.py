"""`python bot.py serve` as a process of its own."""

import asyncio
import os
import re
import signal
import socket
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Callable, Coroutine
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from aiohttp import ClientSession

BOT = Path(__file__).parents[2] / "bot.py"
Start = Callable[..., Coroutine[Any, Any, Process]]


@pytest.fixture
async def start(tmp_path: Path) -> AsyncIterator[Start]:
    """Return what starts the bot in a folder of its own; at the end nothing is left running."""
    started: list[Process] = []

    async def start(*arguments: str, **settings: str) -> Process:
        environment = {**os.environ, "CCHC_PORT": "0", **settings}
        process = await asyncio.create_subprocess_exec(
            sys.executable, BOT, *arguments, cwd=tmp_path, env=environment, stdout=PIPE, stderr=PIPE
        )
        started.append(process)
        return process

    yield start
    for process in started:
        if process.returncode is None:
            process.kill()
        await process.communicate()


async def address_of(process: Process) -> str:
    """Wait until the bot says where it is."""
    assert process.stdout is not None
    line = (await asyncio.wait_for(process.stdout.readline(), 20)).decode()
    address = re.search(r"http://[\d.:]+", line)
    assert address, line
    return address[0]


async def ask(session: ClientSession, address: str, id_: str) -> str:
    async with session.get(address):
        pass
    async with session.ws_connect(f"{address}/chat", headers={"Origin": address}) as chat:
        assert (await chat.receive_json(timeout=5))["type"] == "welcome"
        await chat.send_json({"type": "say", "id": id_, "text": "/start"})
        turn = (await chat.receive_json(timeout=5))["turn"]
    return str(turn["reply"]["lines"][0]["text"])


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
async def test_it_serves_until_it_is_told_to_stop(start: Start, number: signal.Signals) -> None:
    process = await start()
    address = await address_of(process)
    async with ClientSession() as session:
        assert "Xin chào" in await ask(session, address, "m1")
        async with session.ws_connect(f"{address}/chat", headers={"Origin": address}):
            told_at = monotonic()
            process.send_signal(number)
            output, errors = await process.communicate()

    assert monotonic() - told_at < 3
    assert process.returncode == 0
    assert "trình diễn" in output.decode()
    assert errors == b""


async def test_it_knows_after_a_kill_what_it_was_told(start: Start) -> None:
    async with ClientSession() as session:
        process = await start("serve")
        address = await address_of(process)
        first = await ask(session, address, "m1")
        process.kill()
        await process.communicate()

        address = await address_of(await start("serve", CCHC_PORT=address.rpartition(":")[2]))
        assert await ask(session, address, "m1") == first
        assert await ask(session, address, "m2") == first


async def test_it_says_that_data_is_invented_only_where_it_is(start: Start) -> None:
    process = await start(CCHC_DEMO="0")
    await address_of(process)
    process.terminate()

    assert (await process.communicate())[0] == b""


async def refusal(process: Process) -> str:
    """Return the one line that the bot ends with."""
    output, errors = await asyncio.wait_for(process.communicate(), 20)
    assert (process.returncode, output) == (2, b"")
    [line] = errors.decode().splitlines()
    return line


async def test_it_refuses_a_port_that_is_taken(start: Start) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        line = await refusal(await start(CCHC_PORT=port))

    assert f"127.0.0.1:{port}" in line
    assert "CCHC_PORT" in line


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"CCHC_PORT": "many"}, "CCHC_PORT"),
        ({"CCHC_PROT": "80"}, "did you mean CCHC_PORT?"),
        ({"CCHC_HOST": "192.0.2.1"}, "192.0.2.1"),
        ({"CCHC_HOST": "a..b"}, "a..b"),
        ({"CCHC_DATABASE_URL": "postgresql://u:secret@127.0.0.1:1/x"}, "database cannot be used"),
        ({"CCHC_DATABASE_URL": "sqlite:////nowhere/x.db"}, "database cannot be used"),
    ],
)
async def test_it_refuses_what_it_cannot_work_with(
    start: Start, settings: dict[str, str], words: str
) -> None:
    line = await refusal(await start(**settings))

    assert words in line
    assert "secret" not in line


async def test_it_refuses_a_database_that_it_may_only_read(start: Start, tmp_path: Path) -> None:
    url = f"sqlite:///file:{tmp_path}/x.db?mode=ro&uri=true"
    process = await start(CCHC_DATABASE_URL=f"sqlite:///{tmp_path}/x.db")
    await address_of(process)
    process.terminate()
    await process.communicate()

    assert "readonly" in await refusal(await start(CCHC_DATABASE_URL=url))
