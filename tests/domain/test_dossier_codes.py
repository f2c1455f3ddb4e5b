import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_bot.domain.dossiers import (
    DossierCode,
    ImpossibleDayError,
    InvalidDossierCodeError,
    looks_like_code,
)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("000.00.16.H40-240528-0001", "000.00.16.H40-240528-0001"),
        ("H40.16-240528-0001", "H40.16-240528-0001"),
        ("h40.16-240528-0001", "H40.16-240528-0001"),
        ("h40 16 240528 0001", "H40.16-240528-0001"),
        ("xem giúp hồ sơ 000 00 16 h40–240528—0001 với ạ", "000.00.16.H40-240528-0001"),
        ("H99-260105-0042", "H99-260105-0042"),
        ("hồ sơ (H99.11-260105-0042).", "H99.11-260105-0042"),
        ("H99-11-260105-0042", "H99.11-260105-0042"),
        ("H99.11-260105-0042ạ", "H99.11-260105-0042"),
        ("h99.11 - 260105 - 0042", "H99.11-260105-0042"),
        ("h99_11_260105_0042", "H99.11-260105-0042"),
        ("H99.11/260105/0042", "H99.11-260105-0042"),
        ("H99.11\n260105\n0042", "H99.11-260105-0042"),
        ("tôi có 2 con, mã H99.11-260105-0042", "H99.11-260105-0042"),
        ("1.004222 và H99.11-260105-0042", "H99.11-260105-0042"),
    ],
)
def test_dossier_code_is_found_however_it_is_typed(typed: str, value: str) -> None:
    assert DossierCode.find_in(typed) == DossierCode(value)


@pytest.mark.parametrize(
    "typed", ["", "1.000948.H38", "DK-2026-888", "H40-240528-001", "0912345678", "khai sinh"]
)
def test_dossier_code_is_not_seen_where_there_is_none(typed: str) -> None:
    assert DossierCode.find_in(typed) is None
    with pytest.raises(InvalidDossierCodeError):
        DossierCode.parse(typed)


@pytest.mark.parametrize("typed", ["H40.16-310231-0001", "H40.16-261301-0001", "H40-260100-0001"])
def test_dossier_code_needs_a_day_that_exists(typed: str) -> None:
    with pytest.raises(ImpossibleDayError) as caught:
        DossierCode.find_in(f"xem {typed} giúp")

    assert caught.value.text == typed
    assert caught.value.day == typed.split("-")[1]


@pytest.mark.parametrize(
    "typed", ["H40-240528-001", "h40.16 240528 1", "H99112601050042", "H99.11-2601050-042"]
)
def test_dossier_code_is_suspected_where_one_was_meant(typed: str) -> None:
    assert looks_like_code(f"xem giúp tôi {typed} với")
    assert DossierCode.find_in(typed) is None


@pytest.mark.parametrize(
    "typed",
    [
        "1.000948.H38",
        "0912345678",
        "nghị định 118/2025/NĐ-CP",
        "lớp A10 năm học 2025-2026",
        "lớp A10 2025-2026",
        "hóa đơn E15 12/05/2026",
        "hộ chiếu P12345678",
    ],
)
def test_dossier_code_is_not_suspected_in_other_numbers(typed: str) -> None:
    assert not looks_like_code(typed)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("000.00.16.H40-240528-0001", "H40.16-240528-0001"),
        ("000.05.16.H40-240528-0001", "H40.16.05-240528-0001"),
        ("000.00.00.H40-240528-0001", "H40-240528-0001"),
        ("H40.16.5-240528-0001", "H40.16.05-240528-0001"),
    ],
)
def test_dossier_code_is_one_in_its_old_and_new_form(one: str, other: str) -> None:
    assert DossierCode.parse(one).key == DossierCode.parse(other).key == other


def test_dossier_codes_of_neighbours_stay_apart() -> None:
    codes = ["H40.16-240528-0001", "H40.16-240528-0010", "H40.160-240528-0001", "H40-240528-0001"]

    assert len({DossierCode.parse(code).key for code in codes}) == len(codes)


@given(st.text(max_size=60))
def test_dossier_code_never_stumbles_over_what_people_type(text: str) -> None:
    try:
        code = DossierCode.find_in(text)
    except InvalidDossierCodeError:
        return
    assert code is None or DossierCode.parse(code.value) == code
