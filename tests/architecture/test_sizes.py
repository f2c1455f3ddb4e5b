"""Guards over sizes: a file fits one thought, a function one screen."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MAX_FILE_LINES = 200
MAX_FUNCTION_LINES = 25
FILES = sorted(
    path
    for folder in ("cchc_bot", "handlers", "tests")
    for path in (ROOT / folder).rglob("*.py")
    if "migrations" not in path.parts
)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_file_and_its_functions_are_short(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    long = [
        f"{node.name}: {lines}"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (lines := _own_lines(node)) > MAX_FUNCTION_LINES
    ]

    assert len(source.splitlines()) <= MAX_FILE_LINES
    assert long == []


def _own_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Count the lines of a function without those of functions inside it and its docstring."""
    end = node.end_lineno or node.lineno
    inner = [n for n in node.body if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    first = node.body[0]
    docstring = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    skipped = [*inner, first] if docstring else inner
    return end - node.lineno + 1 - sum((n.end_lineno or n.lineno) - n.lineno + 1 for n in skipped)
