"""Undoes Telex and VNI keystrokes that no input method has turned into letters.

"ddawng kys" and "dang9 ky1" are both "đăng ký"; only the bare letters matter to the search.
"""

import re

_TELEX_PAIRS = (("dd", "d"), ("aa", "a"), ("ee", "e"), ("oo", "o"), ("w", ""))
_TELEX_TONE_AT_END = re.compile(r"(?<=[a-z])[sfrxj]$")
_TELEX_TONE_IN_WORD = re.compile(r"(?<=[aeiouy])[sfrxj]")
_VNI_MARK = re.compile(r"(?<=[a-z])[1-9]+")


def undo_keystrokes(word: str) -> tuple[str, ...]:
    """Return what a folded word may have meant, likeliest first; without the word itself."""
    bare = word
    for keys, letter in _TELEX_PAIRS:
        bare = bare.replace(keys, letter)
    # "tw" is "tư": where dropping the w leaves no vowel, it stood for one.
    with_vowel = word.replace("dd", "d").replace("w", "u")
    candidates = (
        _VNI_MARK.sub("", word),
        bare,
        _TELEX_TONE_AT_END.sub("", bare),
        _TELEX_TONE_IN_WORD.sub("", bare),
        _TELEX_TONE_AT_END.sub("", with_vowel),
    )
    return tuple(dict.fromkeys(found for found in candidates if found and found != word))
