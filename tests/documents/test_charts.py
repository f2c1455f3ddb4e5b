import zlib
from dataclasses import replace
from itertools import groupby
from struct import unpack

from cchc_bot.documents.charts import AreaBar, AreaChart

CHART = AreaChart(
    title="Điểm CCHC năm 2025",
    subtitle="UBND xã Trình Diễn",
    note="(Dữ liệu trình diễn, không có thật.)",
    now="Năm 2025",
    base="Năm 2024",
    bars=tuple(
        AreaBar(f"{n}. Lĩnh vực thứ {n}", percent=n * 12.0, text=f"{n * 12}%", base_percent=50.0)
        for n in range(1, 9)
    ),
)


def test_chart_is_a_picture_for_a_phone() -> None:
    picture = CHART.draw()
    width, height = unpack(">II", picture[16:24])

    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    assert width == 792  # twice the points of a phone's screen, and a little more
    assert height < 2 * width
    assert len(picture) < 150_000


def test_chart_is_not_blank() -> None:
    rows = {bytes(row) for row in _rows(CHART.draw())}

    assert len(rows) > 100
    assert any(len(list(groupby(row))) > 20 for row in rows)


def test_chart_changes_with_what_it_shows() -> None:
    alone = replace(
        CHART, base="", bars=tuple(replace(bar, base_percent=None) for bar in CHART.bars)
    )
    unknown = replace(CHART, bars=(AreaBar("1. Chưa chấm", None, ""),))

    assert len({CHART.draw(), alone.draw(), unknown.draw()}) == 3
    assert CHART.draw() == CHART.draw()


def _rows(picture: bytes) -> list[bytes]:
    """Return the pixel rows of a PNG, still filtered."""
    position, packed = 8, b""
    while position < len(picture):
        (length,), kind = (
            unpack(">I", picture[position : position + 4]),
            picture[position + 4 :][:4],
        )
        if kind == b"IDAT":
            packed += picture[position + 8 : position + 8 + length]
        position += length + 12
    pixels = zlib.decompress(packed)
    stride = 1 + 4 * unpack(">I", picture[16:20])[0]
    return [pixels[start : start + stride] for start in range(0, len(pixels), stride)]
