"""Guards the search against falling back: floors a little under what was measured.

A change that lifts a figure for good lifts its floor too. `python -m tests.benchmarks.search`
prints the figures.
"""

import pytest

from cchc_bot.app.files import DATA
from cchc_bot.app.search import build_finder
from cchc_bot.domain.matches import Decision
from cchc_bot.sources.procedures import read_shipped
from tests.search.scoring import (
    AMBIGUOUS,
    OUT_OF_SCOPE,
    OWN_QUESTIONS,
    Outcome,
    ask,
    decided,
    hits,
    of_kind,
    read_questions,
    searching,
    sure_and_wrong,
    with_an_answer,
)

QUESTIONS = read_questions(OWN_QUESTIONS)
CODES = {procedure.code for procedure in read_shipped(DATA / "procedures")}


@pytest.fixture(scope="module")
def outcomes() -> list[Outcome]:
    return ask(searching(build_finder(read_shipped(DATA / "procedures"))), QUESTIONS)


@pytest.fixture(scope="module")
def answerable(outcomes: list[Outcome]) -> list[Outcome]:
    return with_an_answer(outcomes)


def test_there_are_enough_questions_and_none_twice() -> None:
    assert len(QUESTIONS) >= 300
    assert len({question.text for question in QUESTIONS}) == len(QUESTIONS)


def test_every_question_has_its_answer_in_the_shipped_catalogue() -> None:
    for question in QUESTIONS:
        assert question.right <= CODES, question
        assert bool(question.right) is (question.kind != OUT_OF_SCOPE), question


@pytest.mark.parametrize(("most", "floor"), [(1, 0.875), (3, 0.97)])
def test_the_right_procedure_comes_first(
    answerable: list[Outcome], most: int, floor: float
) -> None:
    assert hits(answerable, most) >= floor


@pytest.mark.parametrize(
    ("kind", "most", "floor"),
    [
        ("exact", 1, 0.95),
        ("exact", 3, 0.98),
        ("paraphrase", 1, 0.79),
        ("paraphrase", 3, 0.94),
        ("no_diacritics", 1, 0.9),
        ("no_diacritics", 3, 0.97),
        ("abbreviation", 1, 0.83),
        ("abbreviation", 3, 0.95),
        ("typo", 1, 0.93),
        ("typo", 3, 0.97),
    ],
)
def test_the_right_procedure_comes_first_however_it_is_typed(
    outcomes: list[Outcome], kind: str, most: int, floor: float
) -> None:
    assert hits(of_kind(outcomes, kind), most) >= floor


def test_an_ambiguous_question_is_asked_back(outcomes: list[Outcome]) -> None:
    assert decided(of_kind(outcomes, AMBIGUOUS), Decision.CLARIFY) >= 0.9


def test_a_question_about_no_procedure_gets_none(outcomes: list[Outcome]) -> None:
    assert decided(of_kind(outcomes, OUT_OF_SCOPE), Decision.NONE) >= 0.89


def test_the_search_is_hardly_ever_sure_and_wrong(answerable: list[Outcome]) -> None:
    assert sure_and_wrong(answerable) <= 0.012


def test_the_search_hardly_ever_gives_up(answerable: list[Outcome]) -> None:
    assert decided(answerable, Decision.NONE) <= 0.03


def test_the_search_answers_about_half_without_asking_back(answerable: list[Outcome]) -> None:
    assert decided(answerable, Decision.ANSWER) >= 0.5
