from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp.test_utils import TestClient

from cchc_bot.app import App
from tests.channels.web.stage import Stage, a_client


@pytest.fixture
def stage() -> Stage:
    return Stage()


@pytest.fixture
async def client(app: App, stage: Stage) -> AsyncIterator[TestClient[Any, Any]]:
    """Return a browser that has opened the page, and so has its cookie."""
    async with a_client(stage.channel(app)) as client:
        await client.get("/")
        yield client
