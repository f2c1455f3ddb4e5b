"""What the bot can be asked, by whom, and who answers."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import Enum

from cchc_bot.chat.messages import Incoming, Reply
from cchc_bot.domain.people import Person, Role
from cchc_bot.texts import Texts


class Audience(Enum):
    """Who may use a route. Every route names one."""

    ANYONE = None
    OFFICIALS = frozenset(Role)
    LEADERS = frozenset({Role.HEAD, Role.SECRETARY, Role.ADMINISTRATOR})

    def admits(self, person: Person) -> bool:
        if self.value is None:
            return True
        return person.office is not None and person.office.role in self.value


@dataclass(frozen=True, slots=True)
class Asked:
    """What a handler is given: who asks, what follows the command, and the words to answer in."""

    person: Person
    text: str
    say: Texts
    incoming: Incoming


# None means "not for me after all": the router goes on looking.
Handler = Callable[[Asked], Awaitable[Reply | None]]
# Returns what the route's command would be followed by, or None where the text is not for it.
Recogniser = Callable[[Asked], Awaitable[str | None]]


@dataclass(frozen=True, slots=True)
class Route:
    """A command, its texts under `topic` (summary, words), and its handler.

    `summary` stands in menus; `words` are the phrases that call the command without a slash.
    """

    command: str
    topic: str
    audience: Audience
    answer: Handler
    recognise: Recogniser | None = None
    is_private: bool = False  # not answered in a group, where others read along
    is_in_menu: bool = True
