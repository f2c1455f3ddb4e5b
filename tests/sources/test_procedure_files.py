import json
import lzma
from datetime import date
from pathlib import Path

import pytest

from cchc_bot.domain.imports import ReadRow, RefusedRow
from cchc_bot.domain.procedures import Paper, Procedure, Way
from cchc_bot.sources.procedures import read_procedures

NATIONAL = {
    "code": "1.990001",
    "name": "Cấp thẻ thả diều",
    "level": "Cấp Xã",
    "field": "Thả diều",
    "documents": ["- Đơn theo mẫu;", "", "Ảnh con diều"],
    "fee": "Trực tiếp: Không có thông tin; Trực tuyến: 5.000 Đồng",
    "time_limit": "Trực tiếp: 3 ngày; Trực tuyến: 3 ngày",
    "steps": "Bước 1: Nộp đơn\n    Chờ gọi tên\n    Bước 2: Nhận thẻ",
    "legal_basis": "Luật Thả diều; sửa đổi (1/2025/QH); Nghị định Dây diều (2/2025/NĐ)",
    "subjects": "Công dân Việt Nam",
    "promulgator": "Bộ Bịa đặt",
}


def read(path: Path, content: str | bytes) -> list[ReadRow | RefusedRow]:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return list(read_procedures(path))


def read_one(path: Path, content: str | bytes) -> Procedure:
    (row,) = read(path, content)
    assert isinstance(row, ReadRow)
    return row.procedure


def test_records_of_the_national_catalogue_are_understood(tmp_path: Path) -> None:
    procedure = read_one(tmp_path / "a.jsonl", json.dumps(NATIONAL))

    assert procedure == Procedure(
        code="1.990001",
        title="Cấp thẻ thả diều",
        level="Cấp Xã",
        field="Thả diều",
        papers=(Paper("Đơn theo mẫu"), Paper("Ảnh con diều")),
        fee="Trực tuyến: 5.000 Đồng",
        time_limit="3 ngày",
        ways=(Way.DESK, Way.ONLINE),
        steps=("Nộp đơn\nChờ gọi tên", "Nhận thẻ"),
        legal_basis=("Luật Thả diều; sửa đổi (1/2025/QH)", "Nghị định Dây diều (2/2025/NĐ)"),
        applicants="Công dân Việt Nam",
    )


@pytest.mark.parametrize(
    ("said", "fee"),
    [
        ("Trực tiếp: Không có thông tin; Bưu chính: Không có thông tin", ""),
        ("Không có thông tin", ""),
        ("Trực tiếp: 0 VNĐ (Theo quy định của tỉnh)", "Trực tiếp: Theo quy định của tỉnh"),
        (
            "Trực tiếp: 5 đồng; Trực tuyến: 4 đồng; Bưu chính: 5 đồng",
            "Trực tiếp, Bưu chính: 5 đồng; Trực tuyến: 4 đồng",
        ),
        ("8.000 đồng một bản", "8.000 đồng một bản"),
    ],
)
def test_fees_are_said_once_and_never_made_up(tmp_path: Path, said: str, fee: str) -> None:
    assert read_one(tmp_path / "a.jsonl", json.dumps(NATIONAL | {"fee": said})).fee == fee


def test_packed_lines_are_read_as_plain_ones_are(tmp_path: Path) -> None:
    text = json.dumps(NATIONAL)

    packed = read(tmp_path / "a.jsonl.xz", lzma.compress(text.encode()))

    assert packed == read(tmp_path / "b.jsonl", text)


def test_shipped_form_takes_source_and_day_from_the_head(tmp_path: Path) -> None:
    text = """source = "Sổ tay"
dated_on = 2026-07-15
[[procedure]]
code = "1.990001"
title = "Cấp thẻ"
papers = [{ text = "Đơn", copies = "1 bản" }]
ways = ["post"]
"""
    procedure = read_one(tmp_path / "a.toml", text)

    assert (procedure.source, procedure.dated_on) == ("Sổ tay", date(2026, 7, 15))
    assert (procedure.papers, procedure.ways) == ((Paper("Đơn", "1 bản"),), (Way.POST,))


@pytest.mark.parametrize("delimiter", [",", ";"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_tables_have_vietnamese_headings(tmp_path: Path, delimiter: str, mark: str) -> None:
    rows = [
        ["Mã thủ tục", "TÊN THỦ TỤC", "Ghi chú", "Thành phần hồ sơ", "Cách thức thực hiện"],
        ["1.990001", "Cấp thẻ", "x", '"Đơn\nẢnh"', '"Trực tiếp, bưu chính"'],
        ["", "", "", "", ""],
        ["1.99", "Sai mã", "", "", ""],
    ]
    text = mark + "\n".join(delimiter.join(row) for row in rows)

    first, second = read(tmp_path / "a.csv", text)

    expected = Procedure(
        "1.990001",
        "Cấp thẻ",
        papers=(Paper("Đơn"), Paper("Ảnh")),
        ways=(Way.DESK, Way.POST),
    )
    assert first == ReadRow(2, expected)
    assert isinstance(second, RefusedRow)
    assert (second.line, "1.99" in second.reason) == (5, True)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"code": ""}, "code: missing"),
        ({"code": None}, "code: missing"),
        ({"code": "khai sinh"}, "code: KHAI SINH is not of the form"),
        ({"code": "1.014955-Xoa"}, "marks 1.014955-XOA as deleted"),
        ({"name": " \x00 "}, "title: missing"),
        ({"name": {"vi": "x"}}, "title: a text is expected"),
        ({"documents": [[1]]}, "papers: a text is expected"),
        ({"documents": ["x"] * 501}, "papers: more than 500"),
        ({"steps": "x" * 100_001}, "steps: longer than"),
        ({"dated_on": "hôm qua"}, "dated_on: hôm qua is no day"),
    ],
)
def test_rows_are_refused_with_line_and_reason(
    tmp_path: Path, change: dict[str, object], reason: str
) -> None:
    lines = [NATIONAL, NATIONAL | change, NATIONAL | {"code": "1.990002.H38"}]

    good, bad, other = read(tmp_path / "a.jsonl", "\n".join(map(json.dumps, lines)))

    assert isinstance(bad, RefusedRow)
    assert bad.line == 2
    assert reason in bad.reason
    assert isinstance(good, ReadRow)
    assert isinstance(other, ReadRow)


def test_texts_are_kept_clean_of_what_databases_refuse(tmp_path: Path) -> None:
    record = NATIONAL | {"name": "Ca\u0302\u0301p\x00 the\u0309\xa0\u200e\ud800  diều\u2028"}

    assert read_one(tmp_path / "a.jsonl", json.dumps(record)).title == "Cấp thẻ diều"


def test_a_broken_line_is_refused_alone(tmp_path: Path) -> None:
    deep = "[" * 100_000
    rows = read(tmp_path / "a.jsonl", f"{json.dumps(NATIONAL)}\n{{cut\n{deep}\n[]\n")

    assert [type(row) for row in rows] == [ReadRow, RefusedRow, RefusedRow, RefusedRow]
