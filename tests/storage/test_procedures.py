import asyncio
from collections.abc import Collection, Mapping

import pytest
from sqlalchemy.exc import IntegrityError

from cchc_bot.domain.imports import KeptProcedure
from cchc_bot.domain.procedures import Origin, Procedure, ProcedureEntry
from cchc_bot.storage.database import Database
from cchc_bot.storage.procedures import SqlProcedures
from tests.builders import a_procedure


async def save(
    store: SqlProcedures, *procedures: Procedure, origin: Origin = Origin.IMPORTED
) -> None:
    await store.change([each.code for each in procedures], lambda _: procedures, origin, {})


async def test_procedures_come_back_whole(database: Database) -> None:
    store = SqlProcedures(database)
    full, bare = a_procedure("1.990001"), Procedure("1.990002", "Thả diều đêm")

    await save(store, full, bare)

    assert await store.get("1.990001") == full
    assert await store.get("1.990002") == bare
    assert await store.get("1.990003") is None


async def test_procedures_are_listed_by_their_names_alone(database: Database) -> None:
    store = SqlProcedures(database)
    full = a_procedure("1.990001")
    await save(store, full)

    assert await store.list_entries() == (
        ProcedureEntry(
            full.code, full.title, full.field, full.level, full.decision, full.everyday_names
        ),
    )


async def test_procedures_are_listed_beyond_one_handful(database: Database) -> None:
    store = SqlProcedures(database)
    many = [a_procedure(f"1.{number:06}") for number in range(1203)]

    await save(store, *many)

    assert [entry.code for entry in await store.list_entries()] == [each.code for each in many]


async def test_procedures_are_changed_by_what_is_kept_of_them(database: Database) -> None:
    store = SqlProcedures(database)
    old, new = a_procedure(fee="5.000 đồng"), a_procedure(fee="7.000 đồng")
    await save(store, old, origin=Origin.SHIPPED)
    seen: dict[str, KeptProcedure] = {}

    def decide(kept: Mapping[str, KeptProcedure]) -> Collection[Procedure]:
        seen.update(kept)
        return [new]

    await store.change([new.code, "1.990009"], decide, Origin.IMPORTED, {"loaded": "a"})

    assert seen == {old.code: KeptProcedure(old, Origin.SHIPPED)}
    assert await store.get(new.code) == new


async def test_procedures_get_a_new_revision_with_each_change(database: Database) -> None:
    store = SqlProcedures(database)
    revisions = {await store.revision()}
    for fee in ("1 đồng", "2 đồng"):
        await save(store, a_procedure(fee=fee))
        revisions.add(await store.revision())

    await store.change([], lambda _: [], Origin.IMPORTED, {})

    assert await store.revision() in revisions
    assert len(revisions) == 3


async def test_procedures_stay_as_they_were_when_a_change_fails(database: Database) -> None:
    store = SqlProcedures(database)
    await save(store, a_procedure())
    before = await store.revision()
    # The table refuses one code twice, after the first row was written.
    broken = [a_procedure(fee="7 đồng"), a_procedure("1.990005"), a_procedure("1.990005")]

    with pytest.raises(IntegrityError):
        await save(store, *broken)

    assert await store.get("1.990001") == a_procedure()
    assert await store.revision() == before


async def test_procedures_may_be_changed_by_two_processes_at_once(database: Database) -> None:
    first, second = SqlProcedures(database), SqlProcedures(database)
    changes = []

    def decide(kept: Mapping[str, KeptProcedure]) -> Collection[Procedure]:
        changes.append(dict(kept))
        return [a_procedure()] if not kept else []

    await asyncio.gather(
        *(store.change(["1.990001"], decide, Origin.SHIPPED, {}) for store in (first, second))
    )

    assert sorted(map(len, changes)) == [0, 1]
