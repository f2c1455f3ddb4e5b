"""Who is asked for what, and what is said where it cannot be shown."""

from cchc_bot.chat.messages import Button, Reply
from cchc_bot.chat.routes import Asked, Audience, Route
from cchc_bot.domain.units import Unit
from cchc_bot.search.units import find_units
from cchc_bot.services.scores import (
    ItemNotFoundError,
    ScorecardNotFoundError,
    ScoreService,
    UnitNotFoundError,
)
from cchc_bot.texts import Texts
from handlers.score.item import item_reply
from handlers.score.questions import COMMAND, Question, is_about_scores, parse
from handlers.score.summary import summary_reply

_MAX_NAME_LENGTH = 60  # of what was typed, when it is said back
_MAX_UNITS_OFFERED = 8


def routes(scores: ScoreService) -> list[Route]:
    async def answer(asked: Asked) -> Reply:
        try:
            return await _show(scores, asked)
        except UnitNotFoundError as error:
            return Reply.of(asked.say("score.no_unit", name=error.code))
        except ScorecardNotFoundError as error:
            return _nothing_to_show(error, asked)
        except ItemNotFoundError as error:
            card = error.card
            text = asked.say("score.no_item", year=card.year, code=error.code)
            back = Question(card.unit_code, card.year).action
            return Reply.of(text, buttons=(Button(asked.say("score.back"), back),))

    async def recognise(asked: Asked) -> str | None:
        if not is_about_scores(asked.text):
            return None
        units = find_units(asked.text, await scores.list_units())
        if len(units) == 1:
            return Question(units[0].code, parse(asked.text).year).argument
        return asked.text if units else None

    return [Route(COMMAND, "score", Audience.OFFICIALS, answer, recognise, is_private=True)]


async def _show(scores: ScoreService, asked: Asked) -> Reply:
    question = parse(asked.text)
    own = asked.person.office.unit_code if asked.person.office else ""
    unit_code = question.unit_code or own
    if question.unit_name:
        units = find_units(question.unit_name, await scores.list_units())
        if len(units) != 1:
            return _which(units, question, asked.say)
        unit_code = units[0].code
    if question.item_code:
        view = await scores.open_item(asked.person, unit_code, question.year, question.item_code)
        return item_reply(view, asked.say)
    summary = await scores.summarise(asked.person, unit_code, question.year)
    # A button that names the year leads back here from a page, and the picture is above already.
    is_page = asked.incoming.is_press and question.year is not None
    return await summary_reply(summary, asked.say, is_page=is_page)


def _which(units: tuple[Unit, ...], question: Question, say: Texts) -> Reply:
    if not units:
        return Reply.of(say("score.no_unit", name=question.unit_name[:_MAX_NAME_LENGTH]))
    buttons = tuple(
        Button(unit.name, Question(unit.code, question.year).action)
        for unit in units[:_MAX_UNITS_OFFERED]
    )
    return Reply.of(say("score.which_unit"), buttons=buttons)


def _nothing_to_show(error: ScorecardNotFoundError, asked: Asked) -> Reply:
    say, unit, year = asked.say, error.unit, error.year
    is_own = asked.person.office is not None and asked.person.office.unit_code == unit.code
    if is_own and year is None:
        return Reply.of(say("score.no_scorecard", unit=unit.name))
    if is_own:
        return Reply.of(say("score.no_year", unit=unit.name, year=year))
    # Of another unit it is not told whether a scorecard is being worked on.
    if year is None:
        return Reply.of(say("score.not_published", unit=unit.name))
    return Reply.of(say("score.not_published_year", unit=unit.name, year=year))
