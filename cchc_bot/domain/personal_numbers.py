"""Numbers that point to a person: of an identity card (căn cước), a phone, a bank account.

What people write is shown to others, and kept for them, with such numbers covered.
"""

import re

COVER = "•••"

_GAP = r"[^\S\n]?[.()\-‐‑‒–—―−_]?[^\S\n]?"
_NUMBER = re.compile(
    # A dossier code has as many digits as an identity card, and must stay readable.
    r"(?P<dossier>(?<![^\W\d_])[A-Z]\d{2}(?:[.\s]\d{1,3}){0,4}"
    r"\s?[-–\s]\s?\d{6}\s?[-–\s]\s?\d{4,6}(?!\d))"
    # Old and new identity numbers, accounts, phones: whatever is written in one piece.
    r"|\d{9,}"
    # Phones with the country's code: +84 912 345 678.
    rf"|(?<!\d)(?:\+|00)?84(?={_GAP}[235789])(?:{_GAP}\d){{9,10}}(?!\d)"
    # Phones and identity numbers in groups: 0912 345 678, (024) 3825 1234, 001 085 012 345.
    rf"|(?<!\d)0(?:{_GAP}\d){{9,11}}(?!\d)",
    re.IGNORECASE,
)


def mask_personal_numbers(text: str) -> str:
    """Return the text with such numbers covered; doing it again changes nothing."""
    return _NUMBER.sub(lambda match: match["dossier"] or COVER, text)
