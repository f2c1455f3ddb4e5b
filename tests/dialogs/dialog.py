"""A person who talks to the whole bot: what is written goes in, the reply comes back."""

from cchc_bot.app import App
from cchc_bot.chat.messages import Incoming, Reply
from cchc_bot.domain.people import Channel, Role, Sender


class Dialog:
    def __init__(self, app: App, name: str, channel: Channel = Channel.WEB) -> None:
        self._app = app
        self.sender = Sender(channel, name)
        self.reply = Reply(())  # the last one

    async def say(self, text: str, *, in_group: bool = False) -> str:
        """Send a message and return the reply's words."""
        incoming = Incoming(self.sender, text, is_private=not in_group)
        self.reply = await self._app.router.answer(incoming)
        return self.reply.plain_text

    async def press(self, label: str) -> str:
        """Press the button of the last reply whose label holds these words."""
        action = next(b.action for b in self.reply.buttons if label in b.label)
        incoming = Incoming(self.sender, action, is_press=True)
        self.reply = await self._app.router.answer(incoming)
        return self.reply.plain_text

    async def become_official(self, unit_code: str, role: Role = Role.OFFICIAL) -> str:
        code, _ = await self._app.people.invite(unit_code, role)
        return await self.say(code)

    @property
    def labels(self) -> list[str]:
        return [button.label for button in self.reply.buttons]
