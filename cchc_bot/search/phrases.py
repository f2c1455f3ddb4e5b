"""Phrases found in a row of words, and what each stands for."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from cchc_bot.search.words import Word, split_words

Words = tuple[Word, ...]


class Phrases:
    """What phrases stand for. Where several begin at one word, the longest counts."""

    def __init__(self, meanings: Mapping[str, str]) -> None:
        self._by_first: dict[str, list[tuple[Words, str, Words]]] = defaultdict(list)
        for phrase, meaning in meanings.items():
            words = split_words(phrase)
            if not words:
                continue
            self._by_first[words[0].plain].append((words, meaning, split_words(meaning)))
        for phrases in self._by_first.values():
            phrases.sort(key=lambda each: -len(each[0]))

    def replace(self, words: Words) -> Words:
        """Put the meaning of each phrase in its place."""
        replaced: list[Word] = []
        end = 0
        for start, stop, _, meaning in self._find(words):
            replaced += [*words[end:start], *meaning]
            end = stop
        return (*replaced, *words[end:])

    def first_in(self, words: Words) -> str:
        """Return the meaning of the longest phrase in the words, the first of equals, or ""."""
        found = max(self._find(words), key=lambda each: each[1] - each[0], default=None)
        return found[2] if found else ""

    def _find(self, words: Words) -> Iterator[tuple[int, int, str, Words]]:
        start = 0
        while start < len(words):
            stop = start + 1
            for phrase, name, meaning in self._by_first.get(words[start].plain, ()):
                if _agree(words[start : start + len(phrase)], phrase):
                    stop = start + len(phrase)
                    yield start, stop, name, meaning
                    break
            start = stop


def _agree(typed: Sequence[Word], phrase: Words) -> bool:
    return len(typed) == len(phrase) and all(
        word.agrees_with(other) for word, other in zip(typed, phrase, strict=True)
    )
