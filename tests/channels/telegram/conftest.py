import pytest

from cchc_bot.app import App
from cchc_bot.chat.messages import Reply
from tests.channels.telegram.desk import Desk, Scripted


@pytest.fixture
def scripted(app: App) -> Scripted:
    return Scripted(app, Reply.of("đây ạ"))


@pytest.fixture
def desk(app: App, scripted: Scripted) -> Desk:
    return Desk(app, scripted.router)
