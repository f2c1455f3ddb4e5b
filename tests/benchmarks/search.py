"""How well and how fast procedures are found: `python -m tests.benchmarks.search --help`.

Each way of searching runs in a process of its own, one after the other, in one thread: the index
is built, some questions warm it up, and every question is asked once. Prints a table in Markdown.
"""

import argparse
import gc
import json
import os
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter

from cchc_bot.domain.matches import Decision
from tests.benchmarks.catalogues import read_catalogue
from tests.benchmarks.engines import ENGINES
from tests.benchmarks.search_chart import draw_chart
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
    sure_and_wrong,
    waited,
    with_an_answer,
)

_WARMING_UP = 20  # questions
_PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True, slots=True)
class Setting:
    catalogue: Path | None
    questions: Path
    equivalents: Path | None
    times: int


@dataclass(frozen=True, slots=True)
class Measured:
    outcomes: list[Outcome]
    procedures: int
    build_seconds: float
    megabytes: float


def measure(name: str, setting: Setting) -> Measured:
    entries = read_catalogue(setting.catalogue, setting.times)
    old_codes = json.loads(setting.equivalents.read_text("utf-8")) if setting.equivalents else {}
    questions = read_questions(setting.questions, old_codes)
    before = _memory()
    start = perf_counter()
    search = ENGINES[name](entries)
    seconds = perf_counter() - start
    megabytes = (_memory() - before) / 1e6
    ask(search, questions[:_WARMING_UP])
    return Measured(ask(search, questions), len(entries), seconds, megabytes)


def _memory() -> int:
    """Return the bytes of this process that lie in memory."""
    gc.collect()
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * _PAGE


def print_table(measured: dict[str, Measured]) -> None:
    print("| search | hit1 | hit3 | p50 ms | p99 ms | index s | memory MB |")
    print("|---|---|---|---|---|---|---|")
    for name, each in measured.items():
        plain = with_an_answer(each.outcomes)
        print(
            f"| {name} | {hits(plain, 1):.3f} | {hits(plain, 3):.3f} "
            f"| {waited(each.outcomes, 0.5):.2f} | {waited(each.outcomes, 0.99):.2f} "
            f"| {each.build_seconds:.2f} | {each.megabytes:.0f} |"
        )


def print_kinds(outcomes: list[Outcome]) -> None:
    print("\n| kind of question | number | hit1 | hit3 | answer | clarify | none |")
    print("|---|---|---|---|---|---|---|")
    groups = {kind: of_kind(outcomes, kind) for kind in sorted({o.question.kind for o in outcomes})}
    for kind, found in {**groups, "all with one answer": with_an_answer(outcomes)}.items():
        shares = " | ".join(f"{decided(found, decision):.3f}" for decision in Decision)
        first = "–" if kind == OUT_OF_SCOPE else f"{hits(found, 1):.3f}"
        third = "–" if kind == OUT_OF_SCOPE else f"{hits(found, 3):.3f}"
        print(f"| {kind} | {len(found)} | {first} | {third} | {shares} |")
    plain = with_an_answer(outcomes)
    print(f"\nsure and wrong {sure_and_wrong(plain):.3f}", end=", ")
    print(f"gave up {decided(plain, Decision.NONE):.3f}", end=", ")
    print(f"ambiguous asked back {decided(of_kind(outcomes, AMBIGUOUS), Decision.CLARIFY):.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--catalogue", type=Path, help="a file of procedures; else those shipped")
    parser.add_argument("--questions", type=Path, default=OWN_QUESTIONS)
    parser.add_argument("--equivalents", type=Path, help="JSON: the old codes of each new one")
    parser.add_argument("--times", type=int, default=1, help="make the catalogue so often as large")
    parser.add_argument("--only", choices=list(ENGINES), help="measure this one alone")
    parser.add_argument("--chart", type=Path, help="draw the figures into this picture")
    chosen = parser.parse_args()
    setting = Setting(chosen.catalogue, chosen.questions, chosen.equivalents, chosen.times)
    measured = {}
    for name in [chosen.only] if chosen.only else list(ENGINES):
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            measured[name] = pool.submit(measure, name, setting).result()
    first = next(iter(measured.values()))
    print(f"{len(first.outcomes)} questions, {first.procedures} procedures\n")
    print_table(measured)
    if "cchc-bot" in measured:
        print_kinds(measured["cchc-bot"].outcomes)
    if chosen.chart:
        draw_chart({name: each.outcomes for name, each in measured.items()}, chosen.chart)


if __name__ == "__main__":
    main()
