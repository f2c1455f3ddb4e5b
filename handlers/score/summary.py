"""The first screen: where the unit stands, and what cost it most."""

from collections.abc import Iterator

from cchc_bot.chat.bars import bar
from cchc_bot.chat.messages import Button, Line, Reply
from cchc_bot.domain.scorecards import Loss
from cchc_bot.domain.standings import Change
from cchc_bot.services.scores import ScoreSummary
from cchc_bot.texts import Texts
from handlers.score.parts import part_lines
from handlers.score.picture import draw_picture
from handlers.score.questions import Question

_LOSSES_SHOWN = 3
_EVIDENCE_SHOWN = 3


async def summary_reply(summary: ScoreSummary, say: Texts, *, is_page: bool) -> Reply:
    """Say it in words; with a picture of the areas, unless the reply takes a page's place."""
    lines = (
        *_standing(summary, say),
        *part_lines(summary.tally, say),
        *_areas(summary, say),
        *_losses(summary, say),
        *_evidence(summary, say),
    )
    pictures = () if is_page else await draw_picture(summary, say)
    return Reply(lines, tuple(_buttons(summary, say)), pictures, is_page=is_page)


def _standing(summary: ScoreSummary, say: Texts) -> Iterator[Line]:
    card, unit = summary.card, summary.unit
    yield Line(say("score.heading", unit=unit.name, year=card.year), strong=True)
    if unit.is_demonstration:
        yield Line(say("demonstration.mark"))
    yield Line(_total(summary, say), strong=True)
    if summary.standing:
        rank, count = summary.standing.rank, summary.standing.unit_count
        peers = say(f"unit_kind.{unit.kind}")
        yield Line(say("score.rank", rank=say.count(rank), count=say.count(count), peers=peers))
    yield from _comparison(summary, say)
    if not card.is_published:
        yield Line(say("score.stage", stage=say(f"score_stage.{card.stage}")))
    tally = summary.tally
    if summary.band and tally.applicable_max < tally.max_score:
        scale = {"max": say.points(tally.applicable_max), "full": say.points(tally.max_score)}
        yield Line(say("score.rescaled", **scale))


def _total(summary: ScoreSummary, say: Texts) -> str:
    tally, rate = summary.tally, summary.tally.rate
    if rate is None or not (tally.self_scored.is_begun or tally.appraised.is_begun):
        return say("score.nothing_yet")
    total = say(
        "score.total",
        points=say.points(rate.part),
        max=say.points(rate.whole),
        percent=say.points(rate.percent),
    )
    if summary.final_rate is None:
        return say("score.provisional", total=total)
    if summary.band is None:
        return say("score.ungraded", total=total)
    return say("score.graded", total=total, band=summary.band.name)


def _comparison(summary: ScoreSummary, say: Texts) -> Iterator[Line]:
    base, change = summary.base, summary.change
    if base is None:
        return
    if change is None:
        rank, count = base.standing.rank, base.standing.unit_count
        place = {"rank": say.count(rank), "count": say.count(count)}
        percent = say.points(base.rate.percent)
        yield Line(say("score.last_published", year=base.card.year, percent=percent, **place))
        return
    yield Line(_change(change, say))
    if base.rate.whole != summary.tally.applicable_max:
        yield Line(say("score.change_scale"))


def _change(change: Change, say: Texts) -> str:
    step = say.points(abs(change.points))
    points = (
        say("score.points_same")
        if not change.points
        else say("score.points_up" if change.points > 0 else "score.points_down", points=step)
    )
    if change.ranks is None:
        return say("score.change_of_points", year=change.base_year, points=points)
    count = say.count(abs(change.ranks))
    ranks = (
        say("score.ranks_same")
        if not change.ranks
        else say("score.ranks_up" if change.ranks > 0 else "score.ranks_down", count=count)
    )
    return say("score.change", year=change.base_year, points=points, ranks=ranks)


def _areas(summary: ScoreSummary, say: Texts) -> Iterator[Line]:
    yield Line(say("score.areas"), strong=True)
    for area in summary.card.index_set.areas:
        rate = summary.card.tally(area.code).rate
        name = {"code": area.code, "title": area.title}
        if rate is None:
            yield Line(say("score.bar_none", **name))
        else:
            percent = say.points(rate.percent, digits=0)
            yield Line(say("score.bar", bar=bar(rate), percent=percent, **name))


def _losses(summary: ScoreSummary, say: Texts) -> Iterator[Line]:
    losses = summary.card.losses()[:_LOSSES_SHOWN]
    if losses:
        yield Line(say("score.losses"), strong=True)
    for loss in losses:
        yield Line(_loss(loss, say))


def _loss(loss: Loss, say: Texts) -> str:
    told = {
        "code": loss.item.code,
        "title": loss.item.title,
        "points": say.points(loss.points),
    }
    if not loss.line.reason:
        return say("score.loss", **told)
    return say("score.loss_reason", reason=loss.line.reason, **told)


def _evidence(summary: ScoreSummary, say: Texts) -> Iterator[Line]:
    missing = summary.card.evidence_missing
    if missing:
        yield Line(say("score.missing", count=say.count(len(missing))), strong=True)
    for code, evidence in missing[:_EVIDENCE_SHOWN]:
        yield Line(say("score.missing_one", code=code, evidence=evidence))
    more = len(missing) - _EVIDENCE_SHOWN
    if more > 0:
        yield Line(say("score.missing_more", count=say.count(more)))


def _buttons(summary: ScoreSummary, say: Texts) -> Iterator[Button]:
    card = summary.card
    for area in card.index_set.areas:
        label = say("score.area_button", code=area.code, title=area.title)
        yield Button(label, Question(card.unit_code, card.year, area.code).action)
    for year in summary.years:
        if year != card.year:
            label = say("score.year_button", year=year)
            yield Button(label, Question(card.unit_code, year).action)
