"""The benchmark must run, and count right, when somebody needs it."""

from pathlib import Path

import pytest

from cchc_bot.domain.matches import Decision
from cchc_bot.search.folding import fold
from tests.benchmarks.catalogues import read_catalogue
from tests.benchmarks.engines import ENGINES
from tests.benchmarks.search_chart import draw_chart
from tests.search.scoring import Outcome, Question, ask, decided, hits, sure_and_wrong, waited

SHIPPED = read_catalogue(None)
BIRTH = Question("Thủ tục đăng ký khai sinh", frozenset({"1.001193"}), "exact")


@pytest.mark.parametrize("name", ENGINES)
def test_every_search_finds_a_title(name: str) -> None:
    search = ENGINES[name](SHIPPED)

    found = ask(search, [BIRTH])

    assert hits(found, 5) == 1
    assert search("")[1] == [] or search("")[0] is None


def test_a_catalogue_can_be_made_many_times_as_large() -> None:
    large = read_catalogue(None, times=3)

    assert len({entry.code for entry in large}) == len(large) == 3 * len(SHIPPED)
    assert large[: len(SHIPPED)] == SHIPPED
    titles = {fold(entry.title) for entry in SHIPPED}
    assert sum(fold(entry.title) in titles for entry in large) < 1.1 * len(SHIPPED)


def test_outcomes_are_counted() -> None:
    outcomes = [
        Outcome(BIRTH, Decision.ANSWER, 0, 1.0),
        Outcome(BIRTH, Decision.ANSWER, 2, 2.0),
        Outcome(BIRTH, Decision.CLARIFY, 3, 3.0),
        Outcome(BIRTH, Decision.NONE, None, 4.0),
    ]

    assert (hits(outcomes, 1), hits(outcomes, 3)) == (0.25, 0.5)
    assert sure_and_wrong(outcomes) == 0.25
    assert decided(outcomes, Decision.NONE) == 0.25
    assert (waited(outcomes, 0.5), waited(outcomes, 0.99)) == (3.0, 4.0)
    assert hits([], 1) == 0


def test_the_chart_is_drawn(tmp_path: Path) -> None:
    picture = tmp_path / "chart.png"

    draw_chart({"one": [Outcome(BIRTH, Decision.ANSWER, 0, 1.0)]}, picture)

    assert picture.read_bytes().startswith(b"\x89PNG")
