"""Vietnamese text made comparable: case, diacritics and punctuation put aside."""

import re
import unicodedata

_NOT_A_WORD = re.compile(r"[^a-z0-9]+")


def fold(text: str) -> str:
    """Return lower-case words without diacritics, a space between them; "Hộ tịch!" is "ho tich".

    Folding a folded text changes nothing. A text without a letter or digit folds to "".
    """
    spread = unicodedata.normalize("NFKD", text.lower().replace("đ", "d"))
    bare = "".join(letter for letter in spread if not unicodedata.combining(letter))
    return _NOT_A_WORD.sub(" ", bare.lower().replace("đ", "d")).strip()
