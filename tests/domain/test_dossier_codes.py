import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_bot.domain.dossiers import DossierCode, InvalidDossierCodeError


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
    with pytest.raises(InvalidDossierCodeError):
        DossierCode.find_in(typed)


def test_dossier_code_is_one_in_its_old_and_new_form() -> None:
    old, new = (
        DossierCode.parse("000.00.16.H40-240528-0001"),
        DossierCode.parse("H40.16-240528-0001"),
    )

    assert old.key == new.key == "H40.16-240528-0001"


@given(st.text(max_size=60))
def test_dossier_code_never_stumbles_over_what_people_type(text: str) -> None:
    try:
        code = DossierCode.find_in(text)
    except InvalidDossierCodeError:
        return
    assert code is None or DossierCode.parse(code.value) == code
