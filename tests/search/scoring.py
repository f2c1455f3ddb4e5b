"""Scores a search on questions with known answers, for the guard and for the benchmarks alike."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from cchc_bot.domain.matches import Decision
from cchc_bot.search.finder import ProcedureFinder

OWN_QUESTIONS = Path(__file__).with_name("questions.jsonl")
AMBIGUOUS = "ambiguous"  # several procedures are meant: asking back is right
OUT_OF_SCOPE = "out_of_scope"  # about no procedure

# What a search makes of a question: codes, best first. Rankings without thresholds do not decide.
Search = Callable[[str], tuple[Decision | None, Sequence[str]]]


@dataclass(frozen=True, slots=True)
class Question:
    text: str
    right: frozenset[str]  # codes
    kind: str


@dataclass(frozen=True, slots=True)
class Outcome:
    question: Question
    decision: Decision | None
    place: int | None  # of the first right code; 0 is the top
    ms: float

    @property
    def is_wrong(self) -> bool:
        return self.place != 0


def read_questions(
    path: Path, equivalents: Mapping[str, Sequence[str]] | None = None
) -> list[Question]:
    """Read lines of {query, gold, kind}. `equivalents` give the old codes of a new one."""
    questions = []
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        right = set(record["gold"])
        for new, olds in (equivalents or {}).items():
            if right & {new, *olds}:
                right |= {new, *olds}
        questions.append(Question(record["query"], frozenset(right), record["kind"]))
    return questions


def searching(finder: ProcedureFinder) -> Search:
    def search(text: str) -> tuple[Decision, list[str]]:
        found = finder.search(text)
        return found.decision, [match.entry.code for match in found.matches]

    return search


def ask(search: Search, questions: Iterable[Question]) -> list[Outcome]:
    outcomes = []
    for question in questions:
        start = perf_counter()
        decision, codes = search(question.text)
        ms = (perf_counter() - start) * 1000
        places = (place for place, code in enumerate(codes) if code in question.right)
        outcomes.append(Outcome(question, decision, next(places, None), ms))
    return outcomes


def of_kind(outcomes: Iterable[Outcome], kind: str) -> list[Outcome]:
    return [outcome for outcome in outcomes if outcome.question.kind == kind]


def with_an_answer(outcomes: Iterable[Outcome]) -> list[Outcome]:
    """Return those of questions that one procedure answers."""
    return [each for each in outcomes if each.question.kind not in {AMBIGUOUS, OUT_OF_SCOPE}]


def hits(outcomes: Sequence[Outcome], most: int) -> float:
    """Return the share whose right code is among the first so many."""
    return _share(each.place is not None and each.place < most for each in outcomes)


def decided(outcomes: Sequence[Outcome], decision: Decision) -> float:
    return _share(each.decision is decision for each in outcomes)


def sure_and_wrong(outcomes: Sequence[Outcome]) -> float:
    """Return the share answered without a doubt with the wrong code: the worst that can happen."""
    return _share(each.decision is Decision.ANSWER and each.is_wrong for each in outcomes)


def waited(outcomes: Sequence[Outcome], share: float) -> float:
    """Return the milliseconds within which this share of the questions was answered."""
    times = sorted(each.ms for each in outcomes)
    return times[min(len(times) - 1, int(len(times) * share))]


def _share(holds: Iterable[bool]) -> float:
    every = list(holds)
    return sum(every) / len(every) if every else 0.0
