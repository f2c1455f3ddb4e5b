import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_bot.domain.dossiers import DossierCode
from cchc_bot.domain.personal_numbers import COVER, mask_personal_numbers

WORDS = st.text(st.characters(exclude_categories=["Nd", "Cs"]), max_size=20)
DIGITS_AND_SIGNS = st.text("0123456789 .-+()H\n٣", max_size=60)


def _grouped(*lengths: int) -> st.SearchStrategy[str]:
    """Write a 0 and further digits in groups of these lengths, with all kinds of gap."""

    def write(digits: str, gap: str) -> str:
        places = [sum(lengths[:n]) for n in range(len(lengths) + 1)]
        number = f"0{digits}"
        return gap.join(number[a:b] for a, b in pairwise(places))

    digits = st.text("0123456789", min_size=sum(lengths) - 1, max_size=sum(lengths) - 1)
    gaps = st.sampled_from(["", " ", ".", "-", " - ", ". ", "\N{NO-BREAK SPACE}", "–"])
    return st.builds(write, digits, gaps)


NUMBERS = st.one_of(
    _grouped(4, 3, 3), _grouped(3, 3, 4), _grouped(3, 4, 4), _grouped(3, 3, 3, 3), _grouped(12)
)


@pytest.mark.parametrize(
    "typed",
    [
        "001085012345",
        "001 085 012 345",
        "0912345678",
        "0912.345.678",
        "+84 912 345 678",
        "84912345678",
        "0084 912 345 678",
        "０９１２３４５６７８",
        "123456789",
    ],
)
def test_personal_numbers_are_covered(typed: str) -> None:
    assert mask_personal_numbers(f"Tôi là An, {typed}, ở thôn 3") == f"Tôi là An, {COVER}, ở thôn 3"


@pytest.mark.parametrize(
    "text",
    [
        "Hồ sơ H99.11-251120-0001 chậm 3 ngày",
        "hồ sơ h99 01 251120 0001",
        "000.00.16.H40-240528-0001",
        "Thủ tục 1.001193 và 2.000815.H40",
        "Từ 05/11/2026 đến 06/11/2026, 7:00-11:30, 13:30-17:00",
        "Phí 1.500.000.000 đồng, ở số 84 Trần Phú",
    ],
)
def test_personal_numbers_are_not_seen_in_other_ones(text: str) -> None:
    assert mask_personal_numbers(text) == text


@given(WORDS, NUMBERS, WORDS)
def test_personal_numbers_are_covered_among_any_words(before: str, number: str, after: str) -> None:
    masked = mask_personal_numbers(f"{before}{number}{after}")

    assert COVER in masked
    assert not re.search(r"\d", masked.replace(COVER, ""))


@given(DIGITS_AND_SIGNS)
def test_personal_numbers_leave_no_long_run_of_digits(text: str) -> None:
    masked = mask_personal_numbers(text)

    assert not re.search(r"\d{9}", masked)
    assert mask_personal_numbers(masked) == masked


@given(WORDS)
def test_personal_numbers_are_none_where_no_digit_is(text: str) -> None:
    assert mask_personal_numbers(text) == text


@given(
    st.from_regex(r"H\d\d\.\d\d-2[0-9](0[1-9]|1[0-2])(0[1-9]|1[0-9]|2[0-8])-\d{4}", fullmatch=True)
)
def test_personal_numbers_leave_every_dossier_code(code: str) -> None:
    masked = mask_personal_numbers(f"hồ sơ {code} của tôi")

    assert DossierCode.find_in(masked) == DossierCode.find_in(code)
