"""Types Vietnamese as keyboards do: in Telex, in VNI, without diacritics, glued."""

import unicodedata
from dataclasses import dataclass

from cchc_bot.search.folding import fold

_ACUTE, _GRAVE, _HOOK, _TILDE, _DOT = "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"
_CIRCUMFLEX, _HORN, _BREVE = "\u0302", "\u031b", "\u0306"


@dataclass(frozen=True, slots=True)
class Keyboard:
    tones: dict[str, str]
    marks: dict[str, str]  # "" stands for the letter struck twice
    stroke: str  # what đ is typed as

    def type(self, text: str, *, tone_at_end: bool = True) -> str:
        return " ".join(self._type_word(word, tone_at_end) for word in text.lower().split())

    def _type_word(self, word: str, tone_at_end: bool) -> str:
        keys, tone = "", ""
        for letter in self._marks_before_tones(word):
            if letter in self.tones and tone_at_end:
                tone = self.tones[letter]
            elif letter in self.tones:
                keys += self.tones[letter]
            elif letter in self.marks:
                keys += self.marks[letter] or keys[-1]
            else:
                keys += self.stroke if letter == "đ" else letter
        bare = keys.rstrip(".,;:)/”\"'")
        return f"{bare}{tone}{keys[len(bare) :]}"

    def _marks_before_tones(self, word: str) -> list[str]:
        """Take letters apart, the mark of "ệ" before its tone, as it is typed."""
        return [
            part
            for letter in unicodedata.normalize("NFC", word)
            for part in sorted(unicodedata.normalize("NFD", letter), key=self.tones.__contains__)
        ]


TELEX = Keyboard(
    tones={_ACUTE: "s", _GRAVE: "f", _HOOK: "r", _TILDE: "x", _DOT: "j"},
    marks={_CIRCUMFLEX: "", _HORN: "w", _BREVE: "w"},
    stroke="dd",
)
VNI = Keyboard(
    tones={_ACUTE: "1", _GRAVE: "2", _HOOK: "3", _TILDE: "4", _DOT: "5"},
    marks={_CIRCUMFLEX: "6", _HORN: "7", _BREVE: "8"},
    stroke="d9",
)


def glued(text: str) -> str:
    return fold(text).replace(" ", "")
