import pytest
from sqlalchemy.exc import IntegrityError

from cchc_bot.domain.dossiers import DossierCode, DossierStatus, Intake
from cchc_bot.domain.units import DEMONSTRATION_PROVINCE
from cchc_bot.storage.database import Database
from cchc_bot.storage.dossiers import SqlDossiers
from cchc_bot.storage.units import SqlUnits
from tests.builders import TODAY, a_dossier, a_unit

REAL = a_unit("H31.16", "UBND xã Mẫu")
INVENTED = a_unit("H99.11", "UBND phường Dùng Thử")


@pytest.fixture
async def dossiers(database: Database) -> SqlDossiers:
    await SqlUnits(database).save([REAL, INVENTED])
    return SqlDossiers(database)


async def test_dossiers_are_kept_whole(dossiers: SqlDossiers) -> None:
    dossier = a_dossier(
        status=DossierStatus.PAPERS_MISSING,
        finished_on=TODAY,
        unit=REAL,
        intake=Intake.POST,
        missing="Giấy chứng sinh",
    )
    await dossiers.replace_province("H31", [dossier])

    assert await dossiers.get(dossier.code) == dossier


async def test_dossiers_are_found_by_the_old_and_the_new_form(dossiers: SqlDossiers) -> None:
    issued = a_dossier("000.00.16.H31-260105-0042", unit=REAL)
    await dossiers.replace_province("H31", [issued])

    assert await dossiers.get(DossierCode("H31.16-260105-0042")) == issued
    assert await dossiers.get(issued.code) == issued
    assert await dossiers.get(DossierCode("H31.16-260105-0043")) is None


async def test_dossiers_of_one_province_are_replaced_and_no_others(dossiers: SqlDossiers) -> None:
    real = a_dossier(unit=REAL)
    old = a_dossier("H99.11-260105-0001", unit=INVENTED)
    new = a_dossier("H99.11-260106-0001", unit=INVENTED)
    await dossiers.replace_province("H31", [real])
    await dossiers.replace_province(DEMONSTRATION_PROVINCE, [old])

    await dossiers.replace_province(DEMONSTRATION_PROVINCE, [new])

    assert await dossiers.get(old.code) is None
    assert await dossiers.get(new.code) == new
    assert await dossiers.get(real.code) == real


async def test_dossiers_stay_as_they_were_when_the_new_ones_cannot_be_kept(
    dossiers: SqlDossiers,
) -> None:
    old = a_dossier("H99.11-260105-0001", unit=INVENTED)
    same_in_old_form = a_dossier("000.00.11.H99-260105-0001", unit=INVENTED)
    await dossiers.replace_province(DEMONSTRATION_PROVINCE, [old])

    with pytest.raises(IntegrityError):
        await dossiers.replace_province(DEMONSTRATION_PROVINCE, [old, same_in_old_form])

    assert await dossiers.get(old.code) == old


async def test_dossiers_keep_their_unit_from_being_removed(
    database: Database, dossiers: SqlDossiers
) -> None:
    await dossiers.replace_province("H31", [a_dossier(unit=REAL)])

    with pytest.raises(IntegrityError):
        await SqlUnits(database).remove_province("H31")
