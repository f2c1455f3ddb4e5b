"""The catalogue to leaf through: fields (lĩnh vực), and the procedures of each."""

from collections.abc import Sequence

from cchc_bot.chat.labels import shorten
from cchc_bot.chat.messages import Button, Line, Reply
from cchc_bot.search.folding import fold
from cchc_bot.services.procedures import Fields
from cchc_bot.texts import Texts
from handlers.procedure.choice import name_buttons

FIELDS = "linh-vuc"
_PAGE = 8
_MAX_SLUG = 36  # what a button may carry beside the command and the page


def list_fields(fields: Fields, page: int, command: str, say: Texts) -> Reply:
    here = f"{command} {FIELDS}"
    start = _start(page, len(fields))
    slugs = _slugs(fields)
    buttons = [
        Button(shorten(name or say("procedure.field_unknown")), f"{here} {slug}")
        for slug, (name, _) in list(zip(slugs, fields, strict=True))[start : start + _PAGE]
    ]
    lines = (Line(say("procedure.question"), strong=True), Line(say("procedure.question_fields")))
    return Reply(lines, (*buttons, *_turn(here, start, len(fields), say)), is_page=True)


def list_procedures(fields: Fields, slug: str, page: int, command: str, say: Texts) -> Reply:
    """List the procedures of a field; all fields, where it is not there any more."""
    slugs = _slugs(fields)
    if slug not in slugs:
        return list_fields(fields, 1, command, say)
    name, entries = fields[slugs.index(slug)]
    start = _start(page, len(entries))
    shown = entries[start : start + _PAGE]
    buttons = [
        Button(label, f"{command} {entry.code}")
        for entry, label in zip(shown, name_buttons(shown), strict=True)
    ]
    turning = _turn(f"{command} {FIELDS} {slug}", start, len(entries), say)
    back = Button(say("procedure.all_fields"), f"{command} {FIELDS}")
    heading = say(
        "procedure.field",
        field=name or say("procedure.field_unknown"),
        count=say.count(len(entries)),
    )
    return Reply((Line(heading, strong=True),), (*buttons, *turning, back), is_page=True)


def _slugs(fields: Fields) -> list[str]:
    """Return what a button carries of each field: its name as one word, a number if cut alike."""
    slugs: list[str] = []
    for name, _ in fields:
        slug = fold(name).replace(" ", "-")[:_MAX_SLUG] or "khac"
        again = sum(each.partition("~")[0] == slug for each in slugs)
        slugs.append(f"{slug}~{again + 1}" if again else slug)
    return slugs


def _start(page: int, count: int) -> int:
    last = max(0, count - 1) // _PAGE
    return min(max(page - 1, 0), last) * _PAGE


def _turn(here: str, start: int, count: int, say: Texts) -> Sequence[Button]:
    page = start // _PAGE + 1
    buttons = []
    if start:
        buttons.append(Button(say("procedure.previous"), f"{here} {page - 1}"))
    if start + _PAGE < count:
        buttons.append(Button(say("procedure.next"), f"{here} {page + 1}"))
    return buttons
