import pytest

from cchc_bot.domain.units import Unit, UnitKind
from cchc_bot.search.units import find_units

UNITS = tuple(
    Unit(f"H99.{number}", name, UnitKind.COMMUNE)
    for number, name in enumerate(
        (
            "UBND xã Trình Diễn",
            "UBND phường Ví Dụ",
            "UBND xã Minh Họa",
            "UBND phường Minh Họa",
            "UBND xã Minh Hóa",
            "Ủy ban nhân dân xã Đích",
            "Sở Nội vụ tỉnh Giả Tưởng",
            "UBND xã Ví Dụ Thượng",
        )
    )
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("diem xa trinh dien", ["UBND xã Trình Diễn"]),
        ("Điểm của UBND xã TRÌNH DIỄN năm 2025?", ["UBND xã Trình Diễn"]),
        ("điểm trình diễn", ["UBND xã Trình Diễn"]),
        ("điểm phường Ví Dụ", ["UBND phường Ví Dụ"]),
        ("điểm xã Ví Dụ Thượng", ["UBND xã Ví Dụ Thượng"]),
        ("diem so noi vu", ["Sở Nội vụ tỉnh Giả Tưởng"]),
        ("diem xa dich", ["Ủy ban nhân dân xã Đích"]),
        ("diem dich benh", []),
        ("diem xa minh hoa", ["UBND xã Minh Họa", "UBND xã Minh Hóa"]),
        ("điểm xã Minh Hóa", ["UBND xã Minh Hóa"]),
        ("điểm xã Không Có", []),
        ("", []),
    ],
)
def test_units_are_found_as_people_name_them(text: str, names: list[str]) -> None:
    assert [unit.name for unit in find_units(text, UNITS)] == names
