"""/moi: a one-time code (mã mời) makes its sender an official."""

from cchc_bot.chat.messages import Reply
from cchc_bot.chat.routes import Asked, Audience, Route
from cchc_bot.services.people import (
    InvitationExpiredError,
    InvitationUnknownError,
    InvitationUsedError,
    PeopleService,
    find_invitation,
)

COMMAND = "/moi"


def routes(people: PeopleService) -> list[Route]:
    async def accept(asked: Asked) -> Reply:
        say = asked.say
        code = find_invitation(asked.text)
        if code is None:
            return Reply.of(say("invitation.unknown" if asked.text else "invitation.question"))
        try:
            unit, role = await people.accept(asked.person, code)
        except InvitationUnknownError:
            return Reply.of(say("invitation.unknown"))
        except InvitationUsedError:
            return Reply.of(say("invitation.used"))
        except InvitationExpiredError:
            return Reply.of(say("invitation.expired"))
        accepted = say("invitation.accepted", role=say(f"role.{role}"), unit=unit.name)
        return Reply.of(accepted, say("invitation.next"))

    async def recognise(asked: Asked) -> str | None:
        return find_invitation(asked.text)

    return [
        Route(
            COMMAND,
            "invitation",
            Audience.ANYONE,
            accept,
            recognise,
            is_private=True,
            is_in_menu=False,
        )
    ]
