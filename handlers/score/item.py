"""A page of the scorecard: an area, a criterion or a sub-criterion."""

from collections.abc import Iterator

from cchc_bot.chat.bars import bar
from cchc_bot.chat.messages import Button, Line, Reply
from cchc_bot.domain.index_sets import IndexItem, ItemKind
from cchc_bot.domain.scorecards import ScoreLine
from cchc_bot.services.scores import ItemView
from cchc_bot.texts import Texts
from handlers.score.parts import part_lines
from handlers.score.questions import Question


def item_reply(view: ItemView, say: Texts) -> Reply:
    lines = [*_heading(view, say), *_total(view, say)]
    if view.line is None:
        lines += (_child(view, child, say) for child in _children(view))
    else:
        lines += _details(view, view.line, say)
    return Reply(tuple(lines), tuple(_buttons(view, say)), is_page=True)


def _heading(view: ItemView, say: Texts) -> Iterator[Line]:
    item = view.item
    yield Line(say("score.item_heading", code=item.code, title=item.title), strong=True)
    yield Line(say("score.item_of", unit=view.unit.name, year=view.card.year))
    if view.unit.is_demonstration:
        yield Line(say("demonstration.mark"))


def _total(view: ItemView, say: Texts) -> Iterator[Line]:
    rate = view.tally.rate
    if rate is None:
        yield Line(say("score.item_none", max=say.points(view.item.max_score)))
        return
    yield Line(
        say(
            "score.item_total",
            bar=bar(rate),
            percent=say.points(rate.percent),
            points=say.points(rate.part),
            max=say.points(rate.whole),
        )
    )
    yield from part_lines(view.tally, say)


def _children(view: ItemView) -> tuple[IndexItem, ...]:
    return view.card.index_set.children(view.item.code)


def _child(view: ItemView, child: IndexItem, say: Texts) -> Line:
    rate = view.card.tally(child.code).rate
    name = {"code": child.code, "title": child.title}
    if rate is None:
        return Line(say("score.child_none", max=say.points(child.max_score), **name))
    points, of = say.points(rate.part), say.points(rate.whole)
    return Line(say("score.child", bar=bar(rate), points=points, max=of, **name))


def _details(view: ItemView, line: ScoreLine, say: Texts) -> Iterator[Line]:
    item = view.item
    if not line.is_applicable:
        yield Line(say("score.not_applicable"))
    elif (score := line.best_known(item)) is not None:
        yield _lost(say.points(item.max_score - score), line, say, is_full=score == item.max_score)
    if item.guide:
        yield Line(say("score.guide", guide=item.guide))
    if item.kind is ItemKind.SURVEY:
        yield Line(say("score.survey_only"))
    yield from _evidence(item, line, say)


def _lost(points: str, line: ScoreLine, say: Texts, *, is_full: bool) -> Line:
    if is_full:
        return Line(say("score.no_loss"))
    if not line.reason:
        return Line(say("score.lost", points=points), strong=True)
    return Line(say("score.lost_reason", points=points, reason=line.reason), strong=True)


def _evidence(item: IndexItem, line: ScoreLine, say: Texts) -> Iterator[Line]:
    """Tell of every paper once: those asked for in their order, then whatever else there is."""
    papers = dict.fromkeys((*item.evidence_asked, *line.evidence_given, *line.evidence_missing))
    if papers:
        yield Line(say("score.evidence"), strong=True)
    for paper in papers:
        if paper in line.evidence_missing:
            yield Line(say("score.evidence_missing", evidence=paper))
        elif paper in line.evidence_given:
            yield Line(say("score.evidence_given", evidence=paper))
        else:
            yield Line(say("score.evidence_asked", evidence=paper))


def _buttons(view: ItemView, say: Texts) -> Iterator[Button]:
    unit_code, year, above = view.unit.code, view.card.year, view.item.parent_code
    for child in _children(view):
        label = say("score.child_button", code=child.code, title=child.title)
        yield Button(label, Question(unit_code, year, child.code).action)
    if above:
        label = say("score.back_to_item", code=above)
        yield Button(label, Question(unit_code, year, above).action)
    yield Button(say("score.back"), Question(unit_code, year).action)
