from collections.abc import Iterable
from datetime import date, timedelta

from cchc_bot.domain.imports import ImportReport, ReadRow, RefusedRow
from cchc_bot.domain.matches import Decision, Found, Match
from cchc_bot.domain.procedures import Procedure, ProcedureEntry, Section
from cchc_bot.services.procedures import ProcedureService, Shipped
from cchc_bot.storage.database import Database
from cchc_bot.storage.procedures import SqlProcedures
from cchc_bot.storage.stamps import SqlStamps
from tests.builders import NOW, TODAY, a_procedure

REFUSED = RefusedRow(9, "code: missing")


class TitleIndex:
    """Finds what bears the very title asked for."""

    built = 0

    def __init__(self, entries: Iterable[ProcedureEntry]) -> None:
        TitleIndex.built += 1
        self.entries = tuple(entries)

    def search(self, text: str) -> Found:
        matches = tuple(Match(each, 1.0) for each in self.entries if each.title == text)
        return Found(Decision.ANSWER if matches else Decision.NONE, matches)

    def hears(self, text: str) -> Section | None:
        return Section.FEE if text == "phí" else None


class NothingLearned:
    async def move(self, found: Found) -> Found:
        return found


class Clock:
    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def a_service(database: Database, clock: Clock | None = None) -> ProcedureService:
    return ProcedureService(
        SqlProcedures(database),
        SqlStamps(database),
        TitleIndex,
        lambda: NOW,
        clock or Clock(),
        NothingLearned(),
    )


async def take(
    service: ProcedureService, *procedures: Procedure, dry_run: bool = False
) -> ImportReport:
    rows = [ReadRow(line, each) for line, each in enumerate(procedures, 1)]
    return await service.import_rows([*rows, REFUSED], dry_run=dry_run)


async def test_procedures_are_imported_once(database: Database) -> None:
    service = a_service(database)

    first = await take(service, a_procedure(), a_procedure("1.990002"))
    second = await take(service, a_procedure(), a_procedure("1.990002"))
    third = await take(service, a_procedure(fee="7 đồng"))

    assert first == ImportReport(added=2, refused=[REFUSED])
    assert second == ImportReport(unchanged=2, refused=[REFUSED])
    assert third == ImportReport(changed=1, refused=[REFUSED])


async def test_procedures_stay_untouched_on_a_dry_run(database: Database) -> None:
    service = a_service(database)

    report = await take(service, a_procedure(), dry_run=True)

    assert report.added == 1
    assert await service.get("1.990001") is None


async def test_procedures_keep_what_an_import_leaves_blank(database: Database) -> None:
    service = a_service(database)
    await take(service, a_procedure())

    report = await take(service, Procedure("1.990001", "Thả diều", fee="7 đồng"))

    kept = a_procedure(title="Thả diều", fee="7 đồng", source="", dated_on=TODAY)
    assert report.changed == 1
    assert await service.get("1.990001") == kept


async def test_procedures_are_unchanged_where_only_the_day_is_not_said(database: Database) -> None:
    service = a_service(database)
    old = date(2025, 1, 1)
    await take(service, a_procedure(dated_on=old))

    report = await take(service, a_procedure(dated_on=None, source="", everyday_names=()))

    assert report.unchanged == 1
    assert await service.get("1.990001") == a_procedure(dated_on=old)


async def test_procedures_that_stand_twice_are_refused_the_second_time(database: Database) -> None:
    service = a_service(database)

    report = await take(service, a_procedure(), a_procedure(fee="7 đồng"))

    assert report.added == 1
    assert report.refused == [RefusedRow(2, "1.990001 stands in line 1 already"), REFUSED]


async def test_procedures_that_ship_are_loaded_once_a_fingerprint(database: Database) -> None:
    service = a_service(database)
    reads = []

    def ship(fingerprint: str, procedure: Procedure) -> Shipped:
        def read() -> list[Procedure]:
            reads.append(fingerprint)
            return [procedure]

        return Shipped(fingerprint, read)

    await service.load_shipped(ship("a", a_procedure()))
    await service.load_shipped(ship("a", a_procedure(fee="7 đồng")))
    assert await service.get("1.990001") == a_procedure()
    await service.load_shipped(ship("b", a_procedure(fee="7 đồng")))

    assert await service.get("1.990001") == a_procedure(fee="7 đồng")
    assert reads == ["a", "b"]


async def test_procedures_of_the_office_win_over_what_ships(database: Database) -> None:
    service = a_service(database)
    await service.load_shipped(Shipped("a", lambda: [a_procedure()]))
    await take(service, a_procedure(fee="7 đồng"))

    await service.load_shipped(Shipped("b", lambda: [a_procedure(fee="9 đồng")]))

    imported = await service.get("1.990001")
    assert imported is not None
    assert imported.fee == "7 đồng"


async def test_procedures_imported_by_another_process_are_found(database: Database) -> None:
    clock = Clock()
    here, there = a_service(database, clock), a_service(database)
    assert (await here.search("Thả diều")).decision is Decision.NONE

    await take(there, a_procedure(title="Thả diều"))

    clock.seconds += 1.5
    assert (await here.search("Thả diều")).decision is Decision.ANSWER


async def test_procedures_are_indexed_anew_only_when_they_changed(database: Database) -> None:
    clock = Clock()
    service = a_service(database, clock)
    await take(service, a_procedure())
    await service.search("x")
    built = TitleIndex.built

    for _ in range(3):
        clock.seconds += timedelta(minutes=1).total_seconds()
        await service.search("x")

    assert TitleIndex.built == built


async def test_procedures_are_found_by_code_without_what_a_province_appends(
    database: Database,
) -> None:
    service = a_service(database)
    await take(service, a_procedure("1.990001"), a_procedure("1.990002.H38"))

    for typed, code in [("1.990001.H26", "1.990001"), ("1.990002.H38", "1.990002.H38")]:
        found = await service.get(typed)
        assert found is not None
        assert found.code == code
    assert await service.get("1.990002.H26") is None


async def test_procedures_are_listed_by_field_the_most_asked_for_first(database: Database) -> None:
    service = a_service(database)
    await take(
        service,
        a_procedure("1.990001", field="Ít hỏi", everyday_names=()),
        a_procedure("1.990002", field="Hay hỏi", everyday_names=(), title="A"),
        a_procedure("1.990003", field="Hay hỏi", title="B"),
    )

    listed = [(name, [e.code for e in entries]) for name, entries in await service.list_fields()]

    assert listed == [("Hay hỏi", ["1.990003", "1.990002"]), ("Ít hỏi", ["1.990001"])]
