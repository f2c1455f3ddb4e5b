"""The search: which procedure a question is about."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import pairwise
from typing import NamedTuple

from cchc_bot.domain.matches import Decision, Found, Match
from cchc_bot.domain.procedures import ProcedureEntry, bare_code, find_procedure_code
from cchc_bot.search.folding import fold
from cchc_bot.search.phrases import Words
from cchc_bot.search.questions import QuestionReader
from cchc_bot.search.vocabulary import Vocabulary
from cchc_bot.search.words import Word

_MAX_MATCHES = 10
_CANDIDATES = 40
_COMMON = 0.1  # a word in more than this share of the catalogue finds no candidates by itself
_PAIR = 0.5  # weight of two neighbouring words beside that of the lighter one
_ELSEWHERE = 0.5  # of a word that stands in another name of the procedure, or in its field
_OTHER_MARKS = 0.3  # of a word typed with diacritics that the procedure does not have: hộ, hỗ
_NO_PAIR = 0.3  # where single syllables alone agree, as in "ăn" and "an toàn"
_FAVOUR = 0.04  # for the commune's procedures, and for those known to be asked for often
_UNFAVOUR = 0.03  # for those of a single province
_MOST_FAVOURED = 1 + 2 * _FAVOUR
# Found by trying on the questions in use, to be sure and wrong in about 3 of 100.
_POSSIBLE, _SURE, _EXACT = 0.35, 0.5, 0.98
_MARGIN, _CLEAR_MARGIN, _LEAD = 0.06, 0.1, 0.03
_RIVALS = 5


@dataclass(frozen=True, slots=True)
class _Name:
    terms: frozenset[str]
    weight: float


@dataclass(frozen=True, slots=True)
class _Document:
    entry: ProcedureEntry
    names: tuple[_Name, ...]
    terms: frozenset[str]
    marked: frozenset[str]
    favour: float


class _Score(NamedTuple):
    value: float
    recall: float  # how much of what was asked the procedure's names say


class ProcedureIndex:
    """An index in memory. It never changes: a changed catalogue gets a new one."""

    def __init__(self, entries: Iterable[ProcedureEntry], reader: QuestionReader) -> None:
        every = tuple(entries)
        self._reader = reader
        self._by_code = {entry.code: entry for entry in every}
        self.entries = _without_copies(every)
        texts = [_read_names(entry, reader) for entry in self.entries]
        self._vocabulary = Vocabulary(texts)
        self._documents = [
            self._document(entry, names) for entry, names in zip(self.entries, texts, strict=True)
        ]
        self._postings: dict[str, list[int]] = defaultdict(list)
        for number, document in enumerate(self._documents):
            for term in document.terms:
                self._postings[term].append(number)

    def search(self, text: str) -> Found:
        code = find_procedure_code(text)
        question = self._reader.read(text)
        entry = code and (self._by_code.get(code) or self._by_code.get(bare_code(code)))
        if entry:
            return Found(Decision.ANSWER, (Match(entry, 1.0),), question.section)
        scores: dict[int, _Score] = {}
        for reading in question.readings:
            for number, score in self._scores(reading):
                scores[number] = max(score, scores.get(number, score))
        ranked = {n: s.value * (1 + self._documents[n].favour) for n, s in scores.items()}
        best = nlargest(_MAX_MATCHES, ranked, key=lambda n: (ranked[n], -n))
        matches = tuple(
            Match(self._documents[n].entry, round(ranked[n] / _MOST_FAVOURED, 4)) for n in best
        )
        return Found(_decide(matches, [scores[n] for n in best]), matches, question.section)

    def _document(self, entry: ProcedureEntry, names: list[Words]) -> _Document:
        terms = [_terms(words) for words in names]
        field = _terms(self._reader.read_name(entry.field))
        favour = (
            _FAVOUR * entry.is_commune
            + _FAVOUR * bool(entry.everyday_names)
            - _UNFAVOUR * entry.is_local
        )
        return _Document(
            entry,
            tuple(_Name(each, sum(map(self._weigh, each))) for each in terms),
            frozenset().union(field, *terms),
            frozenset(word.marked for words in names for word in words),
            favour,
        )

    def _weigh(self, term: str) -> float:
        first, _, second = term.partition(" ")
        weight = self._vocabulary.weight
        return _PAIR * min(weight(first), weight(second)) if second else weight(first)

    def _scores(self, reading: Words) -> Iterable[tuple[int, _Score]]:
        words = self._vocabulary.mend_all(reading)
        asked = {term: self._weigh(term) for term in _terms(words)}
        asked = {t: w for t, w in asked.items() if " " not in t or t in self._postings}
        marks = {word.plain: word.marked for word in words if word.marked}
        total = sum(asked.values())
        for number in self._candidates(asked):
            yield number, self._score(self._documents[number], asked, marks, total)

    def _candidates(self, asked: dict[str, float]) -> list[int]:
        rare = len(self._documents) * _COMMON
        found: dict[int, float] = defaultdict(float)
        known = sorted(
            (t for t in asked if t in self._postings), key=lambda t: len(self._postings[t])
        )
        for term in known:
            if found and len(self._postings[term]) > rare:
                break
            weight = asked[term]
            for number in self._postings[term]:
                found[number] += weight
        return nlargest(_CANDIDATES, found, key=found.__getitem__)

    def _score(
        self, document: _Document, asked: dict[str, float], marks: dict[str, str], total: float
    ) -> _Score:
        heard = {
            term: weight * self._trust(term, marks, document)
            for term, weight in asked.items()
            if term in document.terms
        }
        anywhere = sum(heard.values())
        best = _Score(0.0, 0.0)
        for name in document.names:
            shared = name.terms.intersection(heard)
            here = sum(heard[term] for term in shared)
            recall = (here + _ELSEWHERE * (anywhere - here)) / total
            score = recall * (0.7 + 0.3 * here / name.weight)
            if not any(" " in term for term in shared):
                score *= _NO_PAIR
            best = max(best, _Score(score, recall))
        return best

    def _trust(self, term: str, marks: dict[str, str], document: _Document) -> float:
        """How far a term counts whose marks, where typed, are not those of the document."""
        parts = term.split(" ")
        wrong = any(part in marks and marks[part] not in document.marked for part in parts)
        return _OTHER_MARKS if wrong else 1.0


def _read_names(entry: ProcedureEntry, reader: QuestionReader) -> list[Words]:
    return [reader.read_name(name) for name in (entry.title, *entry.everyday_names)]


def _terms(words: Iterable[Word]) -> frozenset[str]:
    """Return the words and their neighbouring pairs: "khai sinh" says more than both apart."""
    plain = [word.plain for word in words]
    return frozenset([*plain, *(f"{a} {b}" for a, b in pairwise(plain))])


def _without_copies(entries: Iterable[ProcedureEntry]) -> tuple[ProcedureEntry, ...]:
    """Leave out what provinces publish for themselves under a title that stands there already."""
    kept = []
    seen: set[tuple[str, ...]] = set()
    for entry in sorted(entries, key=lambda e: (e.is_local, not e.is_commune, e.code)):
        title, itself = (fold(entry.title),), (fold(entry.title), fold(entry.level), entry.field)
        if (title if entry.is_local else itself) not in seen:
            kept.append(entry)
        seen |= {title, itself}
    return tuple(kept)


def _decide(matches: Sequence[Match], scores: Sequence[_Score]) -> Decision:
    if not matches or matches[0].score < _POSSIBLE:
        return Decision.NONE
    if [score.value >= _EXACT for score in scores[:2]] in ([True], [True, False]):
        return Decision.ANSWER
    rivals = scores[1:_RIVALS]
    # One that is shorter only, and says no more of what was asked, is no clear winner.
    lead = scores[0].recall - max((score.recall for score in rivals), default=0.0)
    margin = matches[0].score - max((match.score for match in matches[1:]), default=0.0)
    leads = margin >= _CLEAR_MARGIN or (margin >= _MARGIN and lead >= _LEAD)
    is_sure = matches[0].score >= _SURE and leads
    return Decision.ANSWER if is_sure else Decision.CLARIFY
