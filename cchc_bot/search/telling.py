"""The telling words of a question: under them is counted what people choose.

A question may hold a name, a number, a life's story, and nothing of that may be kept. So only
words count that stand side by side in a name of what is offered as they do in the question:
"khai sinh" does, "Văn Hùng" does not.
"""

from collections.abc import Callable, Collection
from itertools import pairwise

from cchc_bot.search.understanding import Understood

MOST_WORDS = 6


def telling_key(
    understood: Understood,
    is_pair_of_a_name: Callable[[str], bool],
    weight: Callable[[str], float],
    fillers: Collection[str],
) -> str:
    """Return at most MOST_WORDS words, the rarest, in the order of the alphabet; "" if none."""
    phrases = (understood.syllables, *(phrase for phrase, _ in understood.meant))
    words = {
        word
        for phrase in phrases
        for pair in pairwise(phrase)
        if is_pair_of_a_name(" ".join(pair))
        for word in pair
        if word.isalpha() and word not in fillers
    }
    rarest = sorted(words, key=lambda word: (-weight(word), word))[:MOST_WORDS]
    return " ".join(sorted(rarest))
