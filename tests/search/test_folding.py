import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_bot.search.folding import fold, marked_syllables, syllables

VIETNAMESE = st.text(
    "aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọộờợùúủũụừự ,."
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Hộ tịch!", "ho tich"),
        ("ĐĂNG KÝ  KẾT HÔN", "dang ky ket hon"),
        ("giấy-tờ/hồ_sơ", "giay to ho so"),
        ("ﬁle", "file"),
        ("đ Đ", "d d"),
        ("1.001193", "1 001193"),
        ("🙏?!", ""),
        ("", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hoà giải", "hòa giải"),
        ("hoá đơn", "hóa đơn"),
        ("thuỷ sản", "thủy sản"),
        ("uỷ quyền", "ủy quyền"),
        ("đăng kí", "đăng ký"),
        ("lí lịch", "lý lịch"),
        ("liệt sĩ", "liệt sỹ"),
        ("KẾT HÔN", "kết hôn"),
    ],
)
def test_two_spellings_of_a_word_are_one(one: str, other: str) -> None:
    assert syllables(one) == syllables(other)
    assert marked_syllables(one) == marked_syllables(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("hộ", "hỗ"), ("căn", "cần"), ("chứng tử", "chứng từ"), ("đi", "di"), ("thuế", "thuê")],
)
def test_words_that_differ_in_diacritics_alone_stay_apart_where_marks_are_read(
    one: str, other: str
) -> None:
    assert syllables(one) == syllables(other)
    assert marked_syllables(one) != marked_syllables(other)


@pytest.mark.parametrize(("one", "other"), [("thi", "thy"), ("mai", "may"), ("tai", "tay")])
def test_i_and_y_are_one_only_where_they_stand_for_the_same_sound(one: str, other: str) -> None:
    assert syllables(one) != syllables(other)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert syllables(" ".join(syllables(text))) == syllables(text)


@given(st.one_of(VIETNAMESE, st.text()))
def test_composed_and_decomposed_letters_are_one(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    decomposed = unicodedata.normalize("NFD", text)

    assert fold(composed) == fold(decomposed)
    assert marked_syllables(composed) == marked_syllables(decomposed)


@given(VIETNAMESE)
def test_case_changes_nothing(text: str) -> None:
    assert fold(text.upper()) == fold(text)
    assert marked_syllables(text.upper()) == marked_syllables(text)


@given(st.text())
def test_folded_text_is_plain(text: str) -> None:
    folded = fold(text)

    assert folded == " ".join(folded.split())
    assert all(letter in "abcdefghijklmnopqrstuvwxyz0123456789 " for letter in folded)
