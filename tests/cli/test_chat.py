"""`chat` as it is used: through a pipe, and on a terminal that is interrupted."""

import os
import pty
import signal
import subprocess
import time

import pytest

from tests.cli.command_line import CommandLine


def test_chat_answers_each_line_of_a_pipe_and_ends_with_it(command_line: CommandLine) -> None:
    done = command_line.run("chat", typed=b"/ngonngu\n2\n\n\nhelp")

    assert (done.returncode, done.stderr) == (0, "")
    assert "1. Tiếng Việt\n2. English\n" in done.stdout
    assert "answers in English" in done.stdout
    assert done.stdout.count("You can ask for:") == 3
    assert "\x1b" not in done.stdout
    assert "> " not in done.stdout


def test_chat_survives_what_is_no_text_on_a_machine_that_speaks_ascii(
    command_line: CommandLine,
) -> None:
    typed = b"\xff\xfe\x00\x1b[2J\nxin ch\xc3\xa0o"

    done = command_line.run("chat", typed=typed, LC_ALL="C", PYTHONIOENCODING="ascii")

    assert (done.returncode, done.stderr) == (0, "")
    assert "Xin chào ông/bà!" in done.stdout


def test_chat_ends_quietly_when_nobody_reads_on(command_line: CommandLine) -> None:
    reading, writing = os.pipe()
    os.close(reading)

    with os.fdopen(writing, "w") as nobody:
        done = subprocess.run(
            command_line.command("chat"),
            input=b"xin chao\n" * 50,
            stdout=nobody,
            stderr=subprocess.PIPE,
            cwd=command_line.folder,
            env=command_line.environment(),
            timeout=30,
            check=False,
        )

    assert done.stderr == b""


@pytest.mark.parametrize("ending", ["Ctrl-C", "Ctrl-D"])
def test_chat_on_a_terminal_ends_when_it_is_told_to(command_line: CommandLine, ending: str) -> None:
    process, terminal = _on_a_terminal(command_line)
    _read_until(terminal, "> ")
    os.write(terminal, "xin chào\n".encode())
    seen = _read_until(terminal, "> ")
    start = time.monotonic()
    if ending == "Ctrl-C":
        process.send_signal(signal.SIGINT)
    else:
        os.write(terminal, b"\x04")

    status = process.wait(timeout=10)

    assert time.monotonic() - start < 3
    seen += _read_until(terminal, "\0")
    os.close(terminal)
    assert status == 0
    assert "\x1b[1mXin chào ông/bà!" in seen
    assert "Traceback" not in seen


def _on_a_terminal(command_line: CommandLine) -> tuple["subprocess.Popen[bytes]", int]:
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        command_line.command("chat"),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=command_line.folder,
        env=command_line.environment(TERM="xterm"),
        start_new_session=True,
    )
    os.close(theirs)
    return process, ours


def _read_until(descriptor: int, ending: str) -> str:
    seen = b""
    while not seen.endswith(ending.encode()):
        try:
            seen += os.read(descriptor, 4096)
        except OSError:  # the other end is closed
            break
    return seen.decode()
