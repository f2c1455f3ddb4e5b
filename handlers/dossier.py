"""/hoso: how far has my dossier (hồ sơ) come?"""

from collections.abc import Iterable

from cchc_bot.chat.messages import Button, Line, Reply
from cchc_bot.chat.routes import Asked, Audience, Route
from cchc_bot.domain.dossiers import (
    CLOSED,
    NOT_TAKEN_IN,
    PAUSED,
    SETTLED,
    Dossier,
    DossierStatus,
    ImpossibleDayError,
    InvalidDossierCodeError,
    looks_like_code,
)
from cchc_bot.domain.procedures import bare_code, find_procedure_code
from cchc_bot.search.folding import fold
from cchc_bot.services.dossiers import DossierNotFoundError, DossierProgress, DossierService
from cchc_bot.texts import TextLibrary, Texts

COMMAND = "/hoso"
_PROCEDURE = "/thutuc"  # its handler is a stranger to this one; what is shared is the command


def routes(dossiers: DossierService, texts: TextLibrary) -> list[Route]:
    progress_words = [fold(phrase) for phrase in texts.phrases("dossier.progress_words")]

    async def track(asked: Asked) -> Reply | None:
        say = asked.say
        if not asked.text:
            where, forms = say("dossier.where"), say("dossier.forms")
            return await _ask_for_code(dossiers, asked, say("dossier.question"), where, forms)
        try:
            return _card(await dossiers.track(asked.person, asked.text), say)
        except ImpossibleDayError as error:
            wrong = say("dossier.impossible_day", code=error.text, day=error.day)
            return Reply.of(wrong, say("dossier.day_order"), expects=COMMAND)
        except InvalidDossierCodeError:
            return _no_code(asked)
        except DossierNotFoundError as error:
            unknown = say("dossier.not_found", code=error.code.value)
            why, advice = say("dossier.not_found_reasons"), say("dossier.not_found_advice")
            return await _ask_for_code(dossiers, asked, unknown, why, advice)

    async def recognise(asked: Asked) -> str | None:
        if looks_like_code(asked.text):
            return asked.text
        return "" if _asks_how_far(fold(asked.text), progress_words) else None

    return [Route(COMMAND, "dossier", Audience.ANYONE, track, recognise, is_private=True)]


async def _ask_for_code(dossiers: DossierService, asked: Asked, *texts: str) -> Reply:
    examples = await example_buttons(dossiers, asked)
    hint = [asked.say("dossier.try_one")] if examples else []
    return Reply.of(*texts, *hint, buttons=examples, expects=COMMAND)


def _asks_how_far(words: str, progress_words: Iterable[str]) -> bool:
    spaced = f" {words} "
    return " ho so " in spaced and any(f" {phrase} " in spaced for phrase in progress_words)


async def example_buttons(dossiers: DossierService, asked: Asked) -> tuple[Button, ...]:
    """Return a button for each dossier to try the bot with; none unless it runs as a trial."""
    examples = await dossiers.examples(asked.person)
    return tuple(_example_button(progress, asked.say) for progress in examples)


def _example_button(progress: DossierProgress, say: Texts) -> Button:
    code, status = progress.dossier.code.value, progress.dossier.status
    state = say("dossier.example_late") if progress.days_late else say(f"dossier_status.{status}")
    return Button(say("dossier.example", code=code, state=state), f"{COMMAND} {code}")


def _no_code(asked: Asked) -> Reply | None:
    """Explain what is wrong with what was meant as a code; None where it was meant otherwise."""
    say = asked.say
    procedure = find_procedure_code(asked.text)
    if procedure:
        code = bare_code(procedure)
        return Reply.of(
            say("dossier.procedure_code", code=code),
            say("dossier.procedure_hint"),
            buttons=(
                Button(say("dossier.open_procedure_code", code=code), f"{_PROCEDURE} {code}"),
            ),
            expects=COMMAND,
        )
    is_command = asked.incoming.text.startswith("/")
    if is_command or _was_meant_as_code(asked.text):
        explained = say("dossier.not_a_code"), say("dossier.parts"), say("dossier.forms")
        return Reply.of(*explained, expects=COMMAND)
    return None


def _was_meant_as_code(text: str) -> bool:
    """Whether an answer to the question for a code tries to be one: "DK-2026-888", "0001".

    "làm khai sinh cho 2 con" has a digit as well, but is another matter.
    """
    digits = sum(letter.isdigit() for letter in text)
    return looks_like_code(text) or digits > 4 or (digits > 0 and len(text.split()) == 1)


def _card(progress: DossierProgress, say: Texts) -> Reply:
    dossier = progress.dossier
    status, meaning = f"dossier_status.{dossier.status}", f"dossier_meaning.{dossier.status}"
    lines = [
        Line(say("dossier.heading", code=dossier.code.value), strong=True),
        Line(say("dossier.procedure", title=dossier.procedure_title)),
        Line(say("dossier.unit", name=dossier.unit.name)),
        Line(say("dossier.status", status=say(status), meaning=say(meaning)), strong=True),
        *(Line(text) for text in _dates(dossier, say)),
        *_punctuality(progress, say),
        *(Line(text) for text in _what_comes(progress, say)),
    ]
    if dossier.is_demonstration:
        lines.append(Line(say("demonstration.mark")))
    buttons = [Button(say("dossier.again"), COMMAND)]
    if dossier.procedure_code:
        action = f"{_PROCEDURE} {dossier.procedure_code}"
        buttons.insert(0, Button(say("dossier.open_procedure"), action))
    return Reply(tuple(lines), tuple(buttons))


def _dates(dossier: Dossier, say: Texts) -> list[str]:
    key = "dossier.sent" if dossier.status in NOT_TAKEN_IN else "dossier.received"
    lines = [say(key, moment=say.moment(dossier.received_at))]
    if dossier.due_on and dossier.status not in CLOSED:
        key = "dossier.due_before_pause" if dossier.status in PAUSED else "dossier.due"
        lines.append(say(key, day=say.day(dossier.due_on)))
    if dossier.finished_on:
        key = "dossier.finished" if dossier.status in SETTLED else "dossier.closed"
        lines.append(say(key, day=say.day(dossier.finished_on)))
    return lines


def _punctuality(progress: DossierProgress, say: Texts) -> list[Line]:
    """Say in words how the dossier stands to its due date; nothing where the clock stands still."""
    ahead = progress.days_ahead
    if ahead is None:
        return []
    is_settled = progress.dossier.status in SETTLED
    if ahead < 0:
        key = "dossier.finished_late" if is_settled else "dossier.late"
    elif ahead == 0:
        key = "dossier.finished_on_time" if is_settled else "dossier.due_today"
    else:
        key = "dossier.finished_early" if is_settled else "dossier.days_left"
    return [Line(say(key, days=say.count(abs(ahead))), strong=ahead < 0)]


def _what_comes(progress: DossierProgress, say: Texts) -> list[str]:
    dossier = progress.dossier
    lines = []
    if dossier.missing:
        is_payment = dossier.status is DossierStatus.PAYMENT_DUE
        key = "dossier.missing_payment" if is_payment else "dossier.missing_papers"
        lines.append(say(key, missing=dossier.missing))
    is_late = progress.days_late > 0 and dossier.status not in SETTLED
    step = say("dossier.late_next") if is_late else say(f"dossier_next.{dossier.status}")
    return [*lines, say("dossier.next", step=step)]
