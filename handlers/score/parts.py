"""The points of each kind: by the unit itself, by the superior, by the survey."""

from collections.abc import Iterator

from cchc_bot.chat.messages import Line
from cchc_bot.domain.tallies import Part, Tally
from cchc_bot.texts import Texts


def part_lines(tally: Tally, say: Texts) -> Iterator[Line]:
    """Say each part that the item has."""
    if tally.appraised.applicable_max:
        yield Line(say("score.self_part", value=_part(tally.self_scored, say)))
        yield Line(say("score.appraised_part", value=_part(tally.appraised, say)))
    if tally.survey.applicable_max:
        yield Line(say("score.survey_part", value=_part(tally.survey, say)))


def _part(part: Part, say: Texts) -> str:
    if not part.is_begun:
        return say("score.part_none")
    points, of = say.points(part.points), say.points(part.scored_max)
    return say(
        "score.part_partial" if part.total is None else "score.part_total", points=points, max=of
    )
