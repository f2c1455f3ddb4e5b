"""A procedure on a phone: the first view says it in short, the sections say it whole."""

from collections.abc import Callable, Iterator

from cchc_bot.chat.labels import shorten
from cchc_bot.chat.messages import Button, Line, Reply
from cchc_bot.domain.procedures import Paper, Procedure, Section
from cchc_bot.texts import Texts

_GLANCE = 140  # letters of a fact in the first view; the section holds it whole
_BLANK = {
    Section.PAPERS: "procedure.papers_blank",
    Section.FEE: "procedure.fee_blank",
    Section.TIME: "procedure.time_blank",
    Section.PLACE: "procedure.place_blank",
    Section.STEPS: "procedure.steps_blank",
    Section.BASIS: "procedure.basis_blank",
}


def show(procedure: Procedure, section: Section | None, command: str, say: Texts) -> Reply:
    """Show one section, or the first view where none is asked for."""
    shown = section or Section.OVERVIEW
    texts = [*_PARTS[shown](procedure, say)] or [say(_BLANK[shown])]
    heading = [Line(shorten(procedure.title, _GLANCE), strong=True)]
    if shown is not Section.OVERVIEW:
        heading.append(Line(say(f"procedure_section.{shown}"), strong=True))
    lines = (*heading, *map(Line, texts), Line(_source(procedure, say)))
    buttons = tuple(
        Button(say(f"procedure_section.{other}"), f"{command} {procedure.code} {other}")
        for other in Section
        if other is not shown
    )
    return Reply(lines, buttons, is_page=section is not None)


def _overview(procedure: Procedure, say: Texts) -> Iterator[str]:
    if procedure.summary:
        yield procedure.summary
    if procedure.applicants:
        yield say("procedure.applicants", applicants=shorten(procedure.applicants, _GLANCE))
    if procedure.papers:
        yield say("procedure.papers_count", count=say.count(len(procedure.papers)))
    else:
        yield say("procedure.papers_blank_short")
    if procedure.fee:
        yield say("procedure.fee", fee=shorten(procedure.fee, _GLANCE))
    else:
        yield say("procedure.fee_blank_short")
    if procedure.time_limit:
        yield say("procedure.time", time=shorten(procedure.time_limit, _GLANCE))
    else:
        yield say("procedure.time_blank_short")


def _papers(procedure: Procedure, say: Texts) -> Iterator[str]:
    for number, paper in enumerate(procedure.papers, 1):
        yield f"{number}. {_paper(paper, say)}"
    if procedure.sets:
        yield say("procedure.sets", sets=procedure.sets)


def _paper(paper: Paper, say: Texts) -> str:
    if not paper.copies:
        return paper.text
    return say("procedure.paper_copies", paper=paper.text, copies=paper.copies)


def _fee(procedure: Procedure, _say: Texts) -> Iterator[str]:
    if procedure.fee:
        yield procedure.fee


def _time(procedure: Procedure, _say: Texts) -> Iterator[str]:
    if procedure.time_limit:
        yield procedure.time_limit


def _place(procedure: Procedure, say: Texts) -> Iterator[str]:
    for way in procedure.ways:
        yield f"• {say(f'procedure_way.{way}')}"
    if procedure.agency:
        yield say("procedure.agency", agency=procedure.agency)


def _steps(procedure: Procedure, _say: Texts) -> Iterator[str]:
    if len(procedure.steps) == 1:
        yield from procedure.steps[0].splitlines()
        return
    for number, step in enumerate(procedure.steps, 1):
        yield from f"{number}. {step}".splitlines()


def _basis(procedure: Procedure, say: Texts) -> Iterator[str]:
    if len(procedure.title) > _GLANCE:
        yield say("procedure.full_title", title=procedure.title)
    for basis in procedure.legal_basis:
        yield f"• {basis}"
    if procedure.decision:
        yield say("procedure.decision", decision=procedure.decision)


def _source(procedure: Procedure, say: Texts) -> str:
    source = procedure.source or say("procedure.source_imported")
    if procedure.dated_on is None:
        return say("procedure.source", source=source, code=procedure.code)
    day = say.day(procedure.dated_on)
    return say("procedure.source_dated", source=source, day=day, code=procedure.code)


_PARTS: dict[Section, Callable[[Procedure, Texts], Iterator[str]]] = {
    Section.OVERVIEW: _overview,
    Section.PAPERS: _papers,
    Section.FEE: _fee,
    Section.TIME: _time,
    Section.PLACE: _place,
    Section.STEPS: _steps,
    Section.BASIS: _basis,
}
