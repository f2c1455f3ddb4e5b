"""The areas as a picture, beside those of the base year."""

import asyncio
from collections.abc import Iterator

from cchc_bot.chat.messages import Attachment
from cchc_bot.documents.charts import AreaBar, AreaChart
from cchc_bot.domain.rates import Rate
from cchc_bot.domain.scorecards import Scorecard
from cchc_bot.services.scores import ScoreSummary
from cchc_bot.texts import Texts


async def draw_picture(summary: ScoreSummary, say: Texts) -> tuple[Attachment, ...]:
    """Return the picture, or nothing where no area has points yet."""
    chart = _chart(summary, say)
    if all(bar.percent is None for bar in chart.bars):
        return ()
    name = f"diem-{summary.unit.code}-{summary.card.year}.png"
    content = await asyncio.to_thread(chart.draw)
    return (Attachment(name, "image/png", content, _description(summary, say)),)


def _description(summary: ScoreSummary, say: Texts) -> str:
    year = summary.card.year
    if summary.base is None:
        return say("score.chart_alone", year=year)
    return say("score.chart_compared", year=year, base=summary.base.card.year)


def _chart(summary: ScoreSummary, say: Texts) -> AreaChart:
    card, base = summary.card, summary.base.card if summary.base else None
    return AreaChart(
        title=say("score.chart_title", year=card.year),
        subtitle=summary.unit.name,
        note=say("demonstration.mark") if summary.unit.is_demonstration else "",
        now=say("score.chart_year", year=card.year),
        base=say("score.chart_year", year=base.year) if base else "",
        bars=tuple(_bars(card, base, say)),
    )


def _bars(card: Scorecard, base: Scorecard | None, say: Texts) -> Iterator[AreaBar]:
    for area in card.index_set.areas:
        rate = card.tally(area.code).rate
        # Sets change from year to year; an area is set beside its like only if it is the same.
        same = base and base.index_set.find(area.code)
        before = base.tally(area.code).rate if base and same and same.title == area.title else None
        yield AreaBar(
            say("score.area_button", code=area.code, title=area.title),
            _number(rate),
            say("score.chart_percent", percent=say.points(rate.percent, digits=0)) if rate else "",
            _number(before),
        )


def _number(rate: Rate | None) -> float | None:
    return None if rate is None else float(rate.percent)
