"""One record of a file as a procedure, whichever names and shapes its source has."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import date, datetime
from typing import Any

from cchc_bot.domain.procedures import Paper, Procedure, is_procedure_code
from cchc_bot.sources.ways import find_ways, without_repetition

MAX_TEXT = 100_000
MAX_ITEMS = 500
KEYS = frozenset(each.name for each in fields(Procedure))
_LISTS = {  # where one text holds several things, what stands between them
    "everyday_names": re.compile(r"[;|\n]"),
    "papers": re.compile(r"\n"),
    "legal_basis": re.compile(r"\n|(?<=\));\s+"),
    "steps": re.compile(r"(?:^|\n)\W*Bước\s+\d+\s*[:.)-]*", re.IGNORECASE),
}
_NAMES = {  # what others call a key: the national catalogue, and the headings of tables
    "code": ("mã thủ tục", "mã tthc", "mã"),
    "title": ("name", "tên thủ tục", "tên tthc", "tên"),
    "field": ("lĩnh vực",),
    "level": ("cấp thực hiện", "cấp"),
    "agency": ("cơ quan thực hiện", "cơ quan"),
    "summary": ("tóm tắt", "mô tả"),
    "applicants": ("subjects", "đối tượng thực hiện", "đối tượng"),
    "papers": ("documents", "thành phần hồ sơ", "giấy tờ"),
    "sets": ("số bộ hồ sơ", "số lượng bộ hồ sơ", "số bộ"),
    "fee": ("phí, lệ phí", "lệ phí", "phí"),
    "time_limit": ("thời hạn giải quyết", "thời hạn"),
    "ways": ("cách thức thực hiện", "cách thức nộp", "nơi nộp"),
    "steps": ("trình tự thực hiện", "các bước"),
    "legal_basis": ("căn cứ pháp lý",),
    "everyday_names": ("tên thường gọi", "tên gọi thường ngày"),
    "decision": ("quyết định công bố", "số quyết định"),
    "source": ("nguồn",),
    "dated_on": ("ngày cập nhật", "ngày lấy dữ liệu"),
}
_KEY_OF = {name: key for key, names in _NAMES.items() for name in (key, *names)}
_NOT_STATED = "không có thông tin"
_LEADING_MARK = re.compile(r"^[-+*•\s]+")


class BadRecordError(Exception):
    """A record cannot be taken; the message says which field is wrong and how."""


def name_columns(headings: Iterable[object]) -> list[str]:
    """Return the key that each heading stands for, "" for one that is not known."""
    return [_KEY_OF.get(_line("heading", cell).casefold(), "") for cell in headings]


def to_procedure(record: object) -> Procedure:
    """Read one record. Raises BadRecordError."""
    if not isinstance(record, dict):
        raise BadRecordError("this is no record")
    given = {_KEY_OF[name]: value for name, value in record.items() if name in _KEY_OF}
    values: dict[str, Any] = {key: _read(key, value) for key, value in given.items()}
    values["code"] = _code(given.get("code"))
    if not values.get("title"):
        raise BadRecordError("title: missing")
    _read_by_way(values)
    return Procedure(**values)


def _read(key: str, value: object) -> object:
    if key == "dated_on":
        return _day(value)
    if key == "papers":
        return tuple(filter(None, map(_paper, _items(key, value))))
    if key == "ways":
        return find_ways(" ".join(_line(key, each) for each in _items(key, value)))
    if key in _LISTS:
        texts = (_trimmed(_text(key, each)) for each in _items(key, value))
        return tuple(filter(None, texts))
    return _line(key, value)


def _read_by_way(values: dict[str, Any]) -> None:
    """Take apart what is said of each way to hand in: "Trực tiếp: 3 ngày; Trực tuyến: 3 ngày"."""
    said = " ".join(values.get(key, "") for key in ("fee", "time_limit"))
    values["ways"] = values.get("ways") or find_ways(said, are_headings=True)
    for key in ("fee", "time_limit"):
        values[key] = without_repetition(values.get(key, ""))


def _code(value: object) -> str:
    # A table that took the code for a number has dropped the zeros at its end.
    text = f"{value:.6f}" if isinstance(value, float) else _line("code", value).upper()
    if not text:
        raise BadRecordError("code: missing")
    if text.endswith("-XOA"):
        raise BadRecordError(f"code: the source marks {text} as deleted (xóa)")
    if not is_procedure_code(text):
        raise BadRecordError(f"code: {text[:40]} is not of the form 1.001193")
    return text


def _items(key: str, value: object) -> list[object]:
    if not isinstance(value, list):
        value = _LISTS[key].split(_stated(_text(key, value))) if key in _LISTS else [value]
    if len(value) > MAX_ITEMS:
        raise BadRecordError(f"{key}: more than {MAX_ITEMS} items")
    return list(value)


def _paper(value: object) -> Paper | None:
    if not isinstance(value, Mapping):
        text = _trimmed(_line("papers", value))
        return Paper(text) if text else None
    text, copies = (_line("papers", value.get(name)) for name in ("text", "copies"))
    if not text:
        raise BadRecordError("papers: one without a text")
    return Paper(text, copies)


def _day(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if value is None or isinstance(value, date):
        return value
    text = _line("dated_on", value)
    parts = [part.zfill(2) for part in reversed(text.split("/"))]  # 15/7/2026 or 2026-07-15
    try:
        return date.fromisoformat("-".join(parts)) if text else None
    except ValueError as error:
        raise BadRecordError(f"dated_on: {text[:40]} is no day such as 2026-07-15") from error


def _text(key: str, value: object) -> str:
    """Return a value as clean text: composed letters, no control characters, no blank lines."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if not isinstance(value, str | int | float) or isinstance(value, bool):
        raise BadRecordError(f"{key}: a text is expected")
    text = str(value)
    if len(text) > MAX_TEXT:
        raise BadRecordError(f"{key}: longer than {MAX_TEXT} characters")
    lines = map(_clean, unicodedata.normalize("NFC", text).splitlines())
    return "\n".join(filter(None, lines))


def _clean(line: str) -> str:
    if line.isprintable():
        return " ".join(line.split()) if "  " in line else line.strip()
    printable = "".join(c if c.isprintable() else " " * c.isspace() for c in line)
    return " ".join(printable.split())


def _line(key: str, value: object) -> str:
    return _stated(_text(key, value).replace("\n", " "))


def _trimmed(text: str) -> str:
    return _LEADING_MARK.sub("", text).rstrip(" ;")


def _stated(text: str) -> str:
    return "" if text[:30].rstrip(" .").casefold() == _NOT_STATED else text
