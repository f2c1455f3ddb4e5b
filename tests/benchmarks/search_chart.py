"""The picture of the benchmark: how often the right one comes first, beside how long it takes."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from matplotlib.figure import Figure

from tests.search.scoring import Outcome, hits, waited, with_an_answer

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_INK, _FADED = "#14213d", "#5b6779"
_FIRST, _THIRD, _TIME = "#1f6feb", "#a9c8f5", "#d9480f"


def draw_chart(outcomes: Mapping[str, list[Outcome]], path: Path) -> None:
    names = list(outcomes)[::-1]
    figure = Figure(figsize=(9, 0.8 + 0.55 * len(names)), dpi=150, layout="constrained")
    left, right = figure.subplots(1, 2, sharey=True, width_ratios=[3, 2])
    plain = [with_an_answer(outcomes[name]) for name in names]
    first = [hits(each, 1) * 100 for each in plain]
    third = [hits(each, 3) * 100 for each in plain]
    left.barh(names, third, color=_THIRD, height=0.55, label="in the first three")
    bars = left.barh(names, first, color=_FIRST, height=0.55, label="first")
    left.bar_label(bars, [f"{share:.0f}" for share in first], color="white", label_type="center")
    left.set(xlim=(0, 100), xlabel="right procedure found, % of questions")
    left.legend(loc="lower right", fontsize=8, framealpha=0.9)
    times = [waited(outcomes[name], 0.5) for name in names]
    bars = right.barh(names, times, color=_TIME, height=0.55)
    right.bar_label(bars, [f"{ms:.1f}" for ms in times], padding=3, color=_INK)
    right.set(xscale="log", xlim=(0.03, max(times) * 4), xlabel="time of a question, ms (median)")
    for axes in (left, right):
        _tidy(axes)
    figure.savefig(path)


def _tidy(axes: "Axes") -> None:
    axes.spines[["top", "right", "left"]].set_visible(False)
    axes.tick_params(axis="y", length=0, labelcolor=_INK)
    axes.tick_params(axis="x", labelcolor=_FADED)
    axes.xaxis.label.set_color(_FADED)
