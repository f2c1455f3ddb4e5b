"""The routes of all topics, and what answers when none of them does."""

from functools import partial

from cchc_bot.app.services import Services
from cchc_bot.chat.router import Router
from cchc_bot.chat.routes import Route
from cchc_bot.texts import TextLibrary
from handlers import dossier, feedback, inbox, invitation, language, notice, procedure, score, start
from handlers import help as help_handler


def make_router(services: Services, texts: TextLibrary, *, is_demonstration: bool) -> Router:
    topics: list[Route] = [  # in the order of menus
        *dossier.routes(services.dossiers, texts),
        *procedure.routes(services.procedures, services.choices),
        *score.routes(services.scores),
        *notice.routes(services.notices),
        *feedback.routes(services.feedback, texts, inbox.COMMAND),
        *inbox.routes(services.feedback),
        *invitation.routes(services.people),
        *language.routes(services.people, texts),
    ]
    helping = help_handler.routes(topics, texts)
    starting = start.routes(
        {route.topic: route.command for route in (*topics, *helping)},
        partial(dossier.example_buttons, services.dossiers),
        is_demonstration=is_demonstration,
    )
    look_up = procedure.fallback(services.procedures, services.choices, helping[0].answer)
    return Router([*starting, *topics, *helping], look_up, services.people, texts)
