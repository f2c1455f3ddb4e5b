"""Who answers: a code opens its card, everything else is looked up."""

from dataclasses import replace

from cchc_bot.chat.messages import Button, Line, Reply
from cchc_bot.chat.routes import Asked, Audience, Handler, Route
from cchc_bot.domain.choices import NONE_OF_THESE
from cchc_bot.domain.matches import Decision, Found
from cchc_bot.domain.people import Sender
from cchc_bot.domain.procedures import Section, find_procedure_code
from cchc_bot.search.folding import fold
from cchc_bot.services.choices import ChoiceService
from cchc_bot.services.procedures import ProcedureService
from cchc_bot.texts import Texts
from handlers.procedure.card import show
from handlers.procedure.choice import CHOSEN, OTHER, offer
from handlers.procedure.fields import FIELDS, list_fields, list_procedures

COMMAND = "/thutuc"
ABOUT = "ve"  # what follows is asked about the procedure with this code, which was just shown
_SHORTEST = 2  # letters of a question; fewer are no word


def routes(procedures: ProcedureService, choices: ChoiceService) -> list[Route]:
    async def answer(asked: Asked) -> Reply | None:
        first, *rest = asked.text.split() or [""]
        if first == ABOUT and rest and find_procedure_code(rest[0]):
            return await _follow(procedures, rest[0], asked)
        if rest and rest[-1].startswith(CHOSEN):
            await _count(choices, asked.incoming.sender, rest.pop(), first)
            asked = replace(asked, text=" ".join((first, *rest)))
        if first == OTHER and not rest:
            return _nothing(asked.say, "procedure.other_help")
        if first == FIELDS or not first:
            return await _leaf(procedures, rest, asked.say)
        section = next(iter(rest), "")
        if len(rest) == 1 and section in set(Section) and find_procedure_code(first):
            return await _card(procedures, first, Section(section), asked.say)
        return await _look_up(procedures, choices, asked) or _nothing(
            asked.say, "procedure.not_found"
        )

    async def recognise(asked: Asked) -> str | None:
        return asked.text if find_procedure_code(asked.text) else None

    return [Route(COMMAND, "procedure", Audience.ANYONE, answer, recognise)]


def fallback(procedures: ProcedureService, choices: ChoiceService, explain: Handler) -> Handler:
    """Return who answers what nobody else does; `explain` says what can be asked."""

    async def look_up(asked: Asked) -> Reply | None:
        if len(fold(asked.text)) < _SHORTEST:
            return await explain(asked)
        found = await _look_up(procedures, choices, asked)
        if found:
            return found
        explained = await explain(replace(asked, text=""))
        not_found = Line(asked.say("procedure.not_understood"))
        if explained is None:
            return None
        lines = (not_found, *explained.lines)
        return replace(explained, lines=lines, buttons=(_leafing(asked.say),), is_aside=True)

    return look_up


async def _count(choices: ChoiceService, sender: Sender, chosen: str, code: str) -> None:
    """Count what was chosen of several; typed by hand, or pressed again, it counts nothing."""
    mark = chosen.removeprefix(CHOSEN)
    await choices.choose(sender, mark, NONE_OF_THESE if code == OTHER else code)


async def _follow(procedures: ProcedureService, code: str, asked: Asked) -> Reply | None:
    """Answer what is asked on about a procedure; None where it is about something else."""
    question = asked.text.partition(code)[2]
    section = await procedures.hears(question)
    return await _card(procedures, code, section, asked.say) if section else None


async def _look_up(
    procedures: ProcedureService, choices: ChoiceService, asked: Asked
) -> Reply | None:
    found = await procedures.search(asked.text)
    if found.decision is Decision.NONE:
        code = find_procedure_code(asked.text)
        return Reply.of(asked.say("procedure.unknown_code", code=code)) if code else None
    if found.decision is Decision.CLARIFY:
        mark = choices.offer(asked.incoming.sender, found)
        return offer(found, COMMAND, mark, asked.say)
    return await _card(procedures, _code(found), found.section, asked.say)


async def _card(
    procedures: ProcedureService, code: str, section: Section | None, say: Texts
) -> Reply:
    procedure = await procedures.get(code)
    if procedure is None:
        return Reply.of(say("procedure.unknown_code", code=code))
    shown = show(procedure, section, COMMAND, say)
    return replace(shown, expects=f"{COMMAND} {ABOUT} {procedure.code}")


async def _leaf(procedures: ProcedureService, words: list[str], say: Texts) -> Reply:
    fields = await procedures.list_fields()
    page = int(words[-1]) if words and words[-1].isascii() and words[-1].isdigit() else 1
    if not words or words[0].isdigit():
        return list_fields(fields, page, COMMAND, say)
    return list_procedures(fields, words[0], page, COMMAND, say)


def _nothing(say: Texts, key: str) -> Reply:
    return Reply.of(say(key), buttons=(_leafing(say),))


def _leafing(say: Texts) -> Button:
    return Button(say("procedure.all_fields"), f"{COMMAND} {FIELDS}")


def _code(found: Found) -> str:
    return found.matches[0].entry.code
