"""Charts as pictures (PNG) that read well on a phone: few marks, big letters."""

import io
from dataclasses import dataclass
from functools import lru_cache
from textwrap import shorten
from threading import Lock
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# A phone shows 360 points across, so an inch here is 100 of its points, drawn twice as fine.
_WIDTH, _DPI = 3.6, 220
_HEADER, _ROW = 1.0, 0.5  # inches
_LABEL_LENGTH = 48
_INK, _FADED, _TRACK = "#14213d", "#5b6779", "#e6ebf2"
_NOW, _BASE = "#1f6feb", "#d9480f"
_BAR_HEIGHT = 0.3  # of a row
_drawing = Lock()  # the letters of matplotlib are not safe to draw in two threads at once


@dataclass(frozen=True, slots=True)
class AreaBar:
    label: str
    percent: float | None  # None is drawn as an empty track
    text: str  # what stands beside the bar
    base_percent: float | None = None


@dataclass(frozen=True, slots=True)
class AreaChart:
    """A bar for each area, with a mark where it stood in the base year."""

    title: str
    subtitle: str
    note: str
    now: str
    base: str  # "" without a base year
    bars: tuple[AreaBar, ...]

    def draw(self) -> bytes:
        """Return a PNG. Slow enough to belong in a thread; the same chart is drawn once."""
        return _draw(self)


def warm_up() -> None:
    """Load what drawing needs, so that the first who asks for a chart need not wait seconds."""
    AreaChart("", "", "", "", "", (AreaBar("", 0.0, ""),)).draw()


@lru_cache(maxsize=128)
def _draw(chart: AreaChart) -> bytes:
    # Imported here because it takes half a second, which nobody should wait for at the start.
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    with _drawing:
        height = _HEADER + _ROW * len(chart.bars) + 0.1
        figure = Figure(figsize=(_WIDTH, height), dpi=_DPI, facecolor="white")
        FigureCanvasAgg(figure)
        _draw_header(figure, chart, height)
        axes = figure.add_axes((0.05, 0.1 / height, 0.9, _ROW * len(chart.bars) / height))
        axes.set(xlim=(0, 118), ylim=(len(chart.bars), 0))
        axes.set_axis_off()
        for row, bar in enumerate(chart.bars):
            _draw_bar(axes, row, bar)
        picture = io.BytesIO()
        figure.savefig(picture, format="png")
    return picture.getvalue()


def _draw_header(figure: "Figure", chart: AreaChart, height: float) -> None:
    def write(text: str, inches: float, *, left: float = 0.05, **look: Any) -> None:
        figure.text(left, 1 - inches / height, text, va="baseline", **look)

    write(chart.title, 0.27, fontsize=13, fontweight="bold", color=_INK)
    write(shorten(chart.subtitle, _LABEL_LENGTH, placeholder="…"), 0.47, fontsize=10, color=_INK)
    write(chart.note, 0.64, fontsize=8.5, color=_FADED)
    write(f"■ {chart.now}", 0.85, fontsize=9, color=_NOW)
    if chart.base:
        write(f"┃ {chart.base}", 0.85, left=0.4, fontsize=9, color=_BASE)


def _draw_bar(axes: "Axes", row: int, bar: AreaBar) -> None:
    middle = row + 0.7
    label = shorten(bar.label, _LABEL_LENGTH, placeholder="…")
    axes.text(0, row + 0.4, label, fontsize=9.5, color=_INK, va="baseline")
    axes.barh(middle, 100, _BAR_HEIGHT, color=_TRACK)
    axes.text(
        118, middle, bar.text, fontsize=10.5, fontweight="bold", color=_INK, ha="right", va="center"
    )
    if bar.percent is not None:
        axes.barh(middle, bar.percent, _BAR_HEIGHT, color=_NOW)
    if bar.base_percent is not None:
        axes.vlines(
            bar.base_percent, middle - _BAR_HEIGHT * 0.75, middle + _BAR_HEIGHT * 0.75,
            color=_BASE, linewidth=2.2,
        )  # fmt: skip
