import re

import pytest

from cchc_bot.cli.invitations import InvitationRefusedError, find_unit
from cchc_bot.storage.database import Database
from cchc_bot.storage.units import SqlUnits
from tests.builders import a_unit
from tests.cli.command_line import CommandLine

UNITS = [
    a_unit("H99.01", "UBND xã Mẫu Sơn"),
    a_unit("H99.02", "UBND xã Mẫu Thủy"),
    a_unit("H99.03", "UBND phường Thủy"),
    a_unit("H99.04", "Sở Thử nghiệm"),
]


@pytest.fixture
async def units(command_line: CommandLine) -> None:
    database = Database(f"sqlite:///{command_line.folder / 'cchc-bot.db'}")
    await SqlUnits(database).save(UNITS)
    await database.close()


@pytest.mark.usefixtures("units")
def test_invitation_is_taken_by_the_bot(command_line: CommandLine) -> None:
    invited = command_line.run("invite", "--unit", "h99.01", "--role", "head")
    code = re.search(r"MOI(-[A-Z0-9]{5}){3}", invited.stdout)
    assert code

    talked = command_line.run("chat", typed=code[0].encode())

    assert (invited.returncode, invited.stderr) == (0, "")
    assert "UBND xã Mẫu Sơn (H99.01), as head (người đứng đầu)" in invited.stdout
    assert re.search(r"Until: +\d\d:\d\d, \d\d/\d\d/\d{4}, and only once", invited.stdout)
    assert "người đứng đầu của UBND xã Mẫu Sơn" in talked.stdout


@pytest.mark.parametrize("unit", ["Sở Thử nghiệm", "so thu nghiem", "thử nghiệm", "h99.04 "])
def test_invitation_finds_a_unit_by_its_code_or_name(unit: str) -> None:
    assert find_unit(unit, UNITS).code == "H99.04"


def test_invitation_finds_a_name_before_one_that_holds_it() -> None:
    assert find_unit("mau son", [*UNITS, a_unit("H99.05", "Mẫu Sơn")]).code == "H99.05"


@pytest.mark.parametrize("unit", ["🙏", "", "H99.77", "th"])
def test_invitation_to_an_unknown_unit_lists_those_that_are_known(unit: str) -> None:
    with pytest.raises(InvitationRefusedError) as refused:
        find_unit(unit, UNITS)

    assert all(f"{known.code}  {known.name}" in str(refused.value) for known in UNITS)


def test_invitation_to_one_of_several_units_lists_them() -> None:
    with pytest.raises(InvitationRefusedError) as refused:
        find_unit("xa mau", UNITS)

    assert re.findall(r"H99\.\d\d", str(refused.value)) == ["H99.01", "H99.02"]


@pytest.mark.usefixtures("units")
@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--unit", "H99.77"), ["no unit 'H99.77'", *(unit.code for unit in UNITS)]),
        (("--unit", "H99.01", "--role", "boss"), ["no role 'boss'", "official, head, reviewer"]),
    ],
)
def test_invitation_that_is_refused_ends_without_a_traceback(
    command_line: CommandLine, arguments: tuple[str, ...], told: list[str]
) -> None:
    done = command_line.run("invite", *arguments)

    assert (done.returncode, done.stdout) == (2, "")
    assert all(words in done.stderr for words in told)
    assert "Traceback" not in done.stderr


def test_invitation_to_nowhere_says_that_there_are_no_units() -> None:
    with pytest.raises(InvitationRefusedError, match="no unit is stored yet"):
        find_unit("H99.01", [])
