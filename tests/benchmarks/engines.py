"""What is measured: our search beside ready-made ones. Each takes a catalogue, and is searched."""

from collections.abc import Callable, Sequence

import bm25s
import numpy as np
from rapidfuzz import fuzz, process

from cchc_bot.app.files import DATA
from cchc_bot.app.search import build_finder
from cchc_bot.domain.procedures import ProcedureEntry
from cchc_bot.search.folding import fold
from cchc_bot.search.names import without_copies
from cchc_bot.sources.everyday_words import read_everyday_words
from tests.search.scoring import Search, searching

_MOST = 10
Scorer = Callable[..., float]
Build = Callable[[Sequence[ProcedureEntry]], Search]


def build_ours(entries: Sequence[ProcedureEntry]) -> Search:
    return searching(build_finder(entries))


def _build_fuzzy(scorer: Scorer) -> Build:
    """Compare the question with every title, as fuzzy matching is mostly used."""

    def build(entries: Sequence[ProcedureEntry]) -> Search:
        kept = without_copies(list(entries))
        titles = [fold(entry.title) for entry in kept]

        def search(text: str) -> tuple[None, list[str]]:
            found = process.extract(fold(text), titles, scorer=scorer, limit=_MOST)
            return None, [kept[place].code for _, _, place in found]

        return search

    return build


def build_bm25_of_titles(entries: Sequence[ProcedureEntry]) -> Search:
    kept = without_copies(list(entries))
    return _build_bm25(kept, [entry.title for entry in kept])


def build_bm25_of_names(entries: Sequence[ProcedureEntry]) -> Search:
    """Give BM25 the same everyday names and situations as our search has."""
    situations = read_everyday_words(DATA).names
    kept = without_copies(list(entries))
    texts = [
        " ".join([entry.title, *entry.everyday_names, *situations.get(entry.code, ())])
        for entry in kept
    ]
    return _build_bm25(kept, texts)


def _build_bm25(kept: Sequence[ProcedureEntry], texts: Sequence[str]) -> Search:
    index = bm25s.BM25()
    index.index([fold(text).split() for text in texts], show_progress=False)
    count = min(_MOST, len(kept))

    def search(text: str) -> tuple[None, list[str]]:
        words = fold(text).split()
        if not words:
            return None, []
        scores = index.get_scores(words)
        top = np.argpartition(-scores, count - 1)[:count]
        return None, [kept[place].code for place in top[np.argsort(-scores[top])]]

    return search


ENGINES: dict[str, Build] = {
    "cchc-bot": build_ours,
    "rapidfuzz WRatio, titles": _build_fuzzy(fuzz.WRatio),
    "rapidfuzz token_set_ratio, titles": _build_fuzzy(fuzz.token_set_ratio),
    "BM25 (bm25s), titles": build_bm25_of_titles,
    "BM25 (bm25s), all names": build_bm25_of_names,
}
