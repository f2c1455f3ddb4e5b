from datetime import date

import pytest

from cchc_bot.domain.dossiers import (
    CLOSED,
    NOT_TAKEN_IN,
    PAUSED,
    RUNNING,
    SETTLED,
    DossierStatus,
)
from tests.builders import a_dossier

DUE = date(2026, 1, 20)


def test_dossier_status_is_known_to_the_clock() -> None:
    kinds = [RUNNING, PAUSED, SETTLED, CLOSED, {DossierStatus.REGISTERED}]

    assert sum(len(kind) for kind in kinds) == len(DossierStatus) == 10
    assert frozenset().union(*kinds) == frozenset(DossierStatus)


@pytest.mark.parametrize(
    ("today", "ahead"), [(date(2026, 1, 17), 3), (DUE, 0), (date(2026, 1, 21), -1)]
)
@pytest.mark.parametrize("status", RUNNING)
def test_dossier_is_measured_by_today_while_the_clock_runs(
    status: DossierStatus, today: date, ahead: int
) -> None:
    assert a_dossier(status=status, due_on=DUE).days_ahead(today) == ahead


@pytest.mark.parametrize("status", SETTLED)
def test_dossier_is_measured_by_its_result_once_there_is_one(status: DossierStatus) -> None:
    dossier = a_dossier(status=status, due_on=DUE, finished_on=date(2026, 1, 18))

    assert dossier.days_ahead(date(2026, 6, 1)) == 2


@pytest.mark.parametrize("status", PAUSED | CLOSED | NOT_TAKEN_IN)
def test_dossier_is_not_late_while_the_clock_stands_still(status: DossierStatus) -> None:
    dossier = a_dossier(status=status, due_on=DUE, finished_on=date(2026, 2, 1))

    assert dossier.days_ahead(date(2026, 6, 1)) is None


def test_dossier_without_a_due_date_is_never_late() -> None:
    assert a_dossier(due_on=None).days_ahead(date(2026, 6, 1)) is None


def test_dossier_with_a_result_of_unknown_day_is_not_called_late() -> None:
    assert a_dossier(status=DossierStatus.DONE, due_on=DUE).days_ahead(date(2026, 6, 1)) is None


@pytest.mark.parametrize(
    ("code", "is_demonstration"),
    [
        ("H99.11-260105-0042", True),
        ("000.00.11.H99-260105-0042", True),
        ("H31.99-260105-0042", False),
    ],
)
def test_dossier_of_the_invented_province_is_known_by_its_code(
    code: str, is_demonstration: bool
) -> None:
    assert a_dossier(code).is_demonstration is is_demonstration
