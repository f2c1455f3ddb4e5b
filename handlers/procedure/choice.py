"""Which of several procedures is meant: a few buttons, and a way out."""

from collections.abc import Sequence

from cchc_bot.chat.labels import MAX_LABEL, shorten, tell_apart
from cchc_bot.chat.messages import Button, Line, Reply
from cchc_bot.domain.matches import Found
from cchc_bot.domain.procedures import ProcedureEntry
from cchc_bot.search.folding import fold
from cchc_bot.texts import Texts

OTHER = "khac"
CHOSEN = "chon-"
_FEWEST, _MOST = 2, 5
_CLOSE = 0.7  # of the best score: what is further off is not offered
_PREFIX = "thủ tục "


def offer(found: Found, command: str, mark: str, say: Texts) -> Reply:
    """Ask which one is meant; a press with the mark is counted, see ChoiceService."""
    chosen = f" {CHOSEN}{mark}" if mark else ""
    best = found.matches[0].score
    close = [match for match in found.matches[:_MOST] if match.score >= best * _CLOSE]
    entries = [match.entry for match in (*close, *found.matches[len(close) : _FEWEST])]
    section = f" {found.section}" if found.section else ""
    buttons = [
        Button(label, f"{command} {entry.code}{section}{chosen}")
        for entry, label in zip(entries, name_buttons(entries), strict=True)
    ]
    other = Button(say("procedure.other"), f"{command} {OTHER}{chosen}")
    return Reply((Line(say("procedure.which")),), (*buttons, other))


def name_buttons(entries: Sequence[ProcedureEntry]) -> list[str]:
    """Return labels for the buttons of procedures that are offered together."""
    bare = [_without_prefix(entry.title) for entry in entries]
    titles = [fold(title) for title in bare]
    labels = tell_apart(bare)
    for title in {title for title in titles if titles.count(title) > 1}:
        same = [n for n, each in enumerate(titles) if each == title]
        levels = {entries[n].level for n in same}
        for n in same:
            difference = entries[n].level.lower() if len(levels) > 1 else entries[n].field
            labels[n] = (
                f"{shorten(bare[n], MAX_LABEL // 2)} ({shorten(difference, MAX_LABEL // 2)})"
            )
    return labels


def _without_prefix(title: str) -> str:
    if not title.lower().startswith(_PREFIX):
        return title
    rest = title[len(_PREFIX) :]
    return rest[:1].upper() + rest[1:]
