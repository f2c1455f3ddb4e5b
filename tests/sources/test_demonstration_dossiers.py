from collections import Counter
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from cchc_bot.domain.dossiers import (
    CLOSED,
    NOT_TAKEN_IN,
    PAUSED,
    SETTLED,
    Dossier,
    DossierCode,
    DossierStatus,
    Intake,
)
from cchc_bot.sources.demonstration.dossiers import DossierMaker, read_dossier_procedures
from cchc_bot.sources.demonstration.units import read_units
from tests.builders import TODAY, ZONE

FOLDER = Path(__file__).parents[2] / "data" / "demo"
WEEK = [TODAY + timedelta(days=days) for days in range(7)]


@pytest.fixture(scope="module")
def maker() -> DossierMaker:
    return DossierMaker(read_units(FOLDER), read_dossier_procedures(FOLDER), ZONE)


@pytest.fixture(scope="module", params=WEEK, ids=lambda day: f"{day:%a}")
def made(request: pytest.FixtureRequest, maker: DossierMaker) -> tuple[date, tuple[Dossier, ...]]:
    """Return a day and its dossiers, for each day of a week."""
    return request.param, maker.make(request.param)


def test_demonstration_dossiers_show_everything_there_is(
    made: tuple[date, tuple[Dossier, ...]],
) -> None:
    today, dossiers = made
    ahead = [dossier.days_ahead(today) for dossier in dossiers if dossier.status in SETTLED]

    assert len(dossiers) == 600
    assert {dossier.status for dossier in dossiers} == set(DossierStatus)
    assert {dossier.intake for dossier in dossiers} == set(Intake)
    assert {dossier.unit for dossier in dossiers} == set(read_units(FOLDER))
    assert {(days > 0) - (days < 0) for days in ahead if days is not None} == {-1, 0, 1}
    assert any("000.00." in dossier.code.value for dossier in dossiers)


def test_demonstration_dossiers_have_codes_of_their_own(
    made: tuple[date, tuple[Dossier, ...]],
) -> None:
    _, dossiers = made

    assert max(Counter(dossier.code.key for dossier in dossiers).values()) == 1
    for dossier in dossiers:
        assert DossierCode.parse(dossier.code.value) == dossier.code
        assert dossier.code.key.startswith(f"{dossier.unit.code}-{dossier.received_at:%y%m%d}-")
        assert dossier.is_demonstration


def test_demonstration_dossiers_hold_no_day_that_has_not_come(
    made: tuple[date, tuple[Dossier, ...]],
) -> None:
    today, dossiers = made
    morning = datetime.combine(today, time(0, 0), ZONE)

    for dossier in dossiers:
        assert dossier.received_at < morning
        received = dossier.received_at.date()
        days = [day for day in (received, dossier.due_on, dossier.finished_on) if day]
        assert all(day.isoweekday() <= 5 for day in days)
        assert dossier.due_on is None or dossier.due_on > received
        assert dossier.finished_on is None or received <= dossier.finished_on < today


def test_demonstration_dossiers_have_what_their_status_asks_for(
    made: tuple[date, tuple[Dossier, ...]],
) -> None:
    for dossier in made[1]:
        assert (dossier.due_on is None) == (dossier.status in NOT_TAKEN_IN)
        assert (dossier.finished_on is not None) == (dossier.status in SETTLED | CLOSED)
        assert bool(dossier.missing) == (dossier.status in PAUSED)
        assert dossier.procedure_code


def test_demonstration_dossiers_to_try_stay_of_the_same_kinds(
    maker: DossierMaker, made: tuple[date, tuple[Dossier, ...]]
) -> None:
    today, dossiers = made
    by_code = {dossier.code: dossier for dossier in dossiers}

    in_progress, late, missing, done = (by_code[code] for code in maker.examples(today))

    assert (in_progress.days_ahead(today) or 0) > 0
    assert (late.days_ahead(today) or 0) < 0
    assert missing.status is DossierStatus.PAPERS_MISSING
    assert done.status is DossierStatus.DONE


def test_demonstration_dossiers_are_the_same_whenever_a_day_is_made(maker: DossierMaker) -> None:
    assert maker.make(TODAY) == maker.make(TODAY)


def test_demonstration_dossiers_name_procedures_by_their_official_titles() -> None:
    catalogue = "\n".join(
        path.read_text(encoding="utf-8") for path in (FOLDER.parent / "procedures").glob("*.toml")
    )
    of_communes = [one for one in read_dossier_procedures(FOLDER) if not one.unit]

    for procedure in of_communes:
        assert f'code = "{procedure.code}"\ntitle = "{procedure.title}"' in catalogue
