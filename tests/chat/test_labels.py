import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_bot.chat.labels import shorten, tell_apart


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("một hai ba", "một hai ba"),
        ("một hai ba bốn", "một hai…"),
        ("một hai, ba bốn", "một hai…"),
        ("mộthaibabốnnăm", "mộthaibab…"),
        ("một hai b ba bốn", "một hai b…"),
    ],
)
def test_labels_are_cut_at_the_end_of_a_word(text: str, short: str) -> None:
    assert shorten(text, 10) == short


def test_labels_that_look_alike_begin_where_they_differ() -> None:
    long = "Cấp lại giấy phép xây dựng đối với công trình"

    assert tell_apart([f"{long} cấp ba", f"{long} cấp bốn", "Thả diều"], 30) == [
        "… ba",
        "… bốn",
        "Thả diều",
    ]


def test_labels_stay_as_they_are_where_nothing_differs() -> None:
    assert tell_apart(["Cấp lại giấy phép", "Cấp lại giấy phép"], 12) == ["Cấp lại…"] * 2
    assert tell_apart(["một hai ba", "một hai ba bốn năm"], 12) == ["một hai ba", "một hai ba…"]
    assert tell_apart(["một hai ba bốn", "một hai ba bốn năm"], 12) == ["một hai ba…", "… năm"]


@given(st.lists(st.text("ab ", max_size=30), max_size=6), st.integers(8, 30))
def test_labels_are_as_many_as_asked_and_short(texts: list[str], limit: int) -> None:
    labels = tell_apart(texts, limit)

    assert len(labels) == len(texts)
    assert all(len(label) <= limit for label in labels)
