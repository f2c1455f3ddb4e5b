import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_bot.chat.messages import Line
from cchc_bot.chat.splitting import split

TEXTS = st.lists(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.just(" "), max_size=60)
)


def texts(pieces: list[tuple[Line, ...]]) -> list[str]:
    return ["\n".join(line.text for line in piece) for piece in pieces]


@pytest.mark.parametrize(
    ("text", "limit", "pieces"),
    [
        ("", 9, []),
        ("\n \n", 9, []),
        ("một hai", 9, ["một hai"]),
        ("một\nhai\nba", 7, ["một\nhai", "ba"]),
        ("một\n\nhai", 9, ["một\n\nhai"]),
        ("\nmột\n\nhai\n", 4, ["một", "hai"]),
        ("Đúng rồi. Vâng ạ", 14, ["Đúng rồi.", "Vâng ạ"]),
        ("Có “hẹn.” Vâng ạ", 14, ["Có “hẹn.”", "Vâng ạ"]),
        ("A. bốn năm sáu", 9, ["A. bốn", "năm sáu"]),  # a sentence too short to end a piece
        ("giá 1.500 đồng", 9, ["giá 1.500", "đồng"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
    ],
)
def test_split_breaks_where_a_reader_pauses(text: str, limit: int, pieces: list[str]) -> None:
    assert texts(split([Line(text)], limit)) == pieces


def test_split_keeps_lines_strong_across_a_cut() -> None:
    assert split([Line("một hai", strong=True), Line("ba")], 4) == [
        (Line("một", strong=True),),
        (Line("hai", strong=True),),
        (Line("ba"),),
    ]


def test_split_measures_as_it_is_told() -> None:
    assert len(split([Line("🙏" * 8)], 8)) == 1
    assert len(split([Line("🙏" * 8)], 8, lambda text: 2 * len(text))) == 2


@pytest.mark.parametrize("letter", ["ệ", unicodedata.normalize("NFD", "ệ"), "👨‍👩‍👧", "👍🏽"])
def test_split_leaves_a_letter_whole(letter: str) -> None:
    for limit in range(len(letter), 4 * len(letter)):
        for piece in texts(split([Line(letter * 12)], limit)):
            assert piece == letter * (len(piece) // len(letter))


@given(TEXTS, st.integers(1, 40))
def test_split_loses_no_word_and_keeps_to_the_limit(lines: list[str], limit: int) -> None:
    pieces = texts(split([Line(text) for text in lines], limit))

    assert all(0 < len(piece) <= limit for piece in pieces)
    assert "".join("".join(pieces).split()) == "".join("".join(lines).split())
