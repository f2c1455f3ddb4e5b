"""Index sets and scorecards."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, case, cast, delete, func, literal, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from cchc_bot.domain.index_sets import IndexSet, IndexSetInUseError
from cchc_bot.domain.rates import Rate
from cchc_bot.domain.scorecards import Scorecard, Stage
from cchc_bot.domain.standings import Standing
from cchc_bot.domain.units import DEMONSTRATION_PROVINCE
from cchc_bot.storage.database import Database
from cchc_bot.storage.score_rows import (
    from_index_set,
    from_items,
    from_lines,
    from_scorecard,
    to_index_set,
    to_scorecard,
)
from cchc_bot.storage.tables import Base, IndexItemRow, IndexSetRow, ScorecardRow, ScoreLineRow
from cchc_bot.storage.tables.base import Points


class SqlScores:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def list_rounds(self, unit_code: str) -> tuple[tuple[int, Stage], ...]:
        """Return the years in which a unit is scored, each with its stage, the newest first."""
        query = (
            select(IndexSetRow.year, ScorecardRow.stage)
            .join(IndexSetRow, IndexSetRow.id == ScorecardRow.index_set_id)
            .where(ScorecardRow.unit_code == unit_code)
            .order_by(IndexSetRow.year.desc())
        )
        async with self._database.reading() as session:
            return tuple((row.year, Stage(row.stage)) for row in await session.execute(query))

    async def get_scorecard(self, unit_code: str, year: int) -> Scorecard | None:
        query = (
            select(ScorecardRow, IndexSetRow)
            .join(IndexSetRow, IndexSetRow.id == ScorecardRow.index_set_id)
            .where(ScorecardRow.unit_code == unit_code, IndexSetRow.year == year)
        )
        async with self._database.reading() as session:
            found = (await session.execute(query)).first()
            if found is None:
                return None
            card_row, set_row = found
            items = await session.scalars(
                select(IndexItemRow)
                .where(IndexItemRow.index_set_id == set_row.id)
                .order_by(IndexItemRow.position)
            )
            lines = await session.scalars(
                select(ScoreLineRow).where(
                    ScoreLineRow.unit_code == unit_code, ScoreLineRow.index_set_id == set_row.id
                )
            )
            return to_scorecard(card_row, to_index_set(set_row, items), lines)

    async def get_standing(self, index_set: IndexSet, rate: Rate) -> Standing:
        """Tell the rank that a final rate holds among the published ones of a set."""
        # Shares compared crosswise in whole numbers, so that equal ones are seen to be equal.
        theirs = cast(ScorecardRow.final_points, BigInteger) * _points(rate.whole)
        ours = cast(ScorecardRow.final_max, BigInteger) * _points(rate.part)
        set_id = select(IndexSetRow.id).where(*_is(index_set)).scalar_subquery()
        query = (
            select(func.count(), func.coalesce(func.sum(case((theirs > ours, 1), else_=0)), 0))
            .select_from(ScorecardRow)
            .where(
                ScorecardRow.index_set_id == set_id,
                ScorecardRow.stage == Stage.PUBLISHED,
                ScorecardRow.final_max.is_not(None),
            )
        )
        async with self._database.reading() as session:
            count, ahead = (await session.execute(query)).one()
        return Standing(ahead + 1, count)

    async def save_index_set(self, index_set: IndexSet) -> None:
        """Add a set, or put it in the place of the one for the same units and year.

        Raises IndexSetInUseError where that would change the points of scorecards.
        """
        async with self._database.writing() as session:
            key = ("province", "unit_kind", "year")
            await self._put(session, IndexSetRow, [from_index_set(index_set)], key)
            set_id = await _get_set_id(session, index_set)
            rows = from_items(set_id, index_set)
            if await _is_in_use(session, set_id):
                await _refuse_other_points(session, set_id, rows)
            of_set = IndexItemRow.index_set_id == set_id
            gone = IndexItemRow.code.not_in([row["code"] for row in rows])
            await session.execute(delete(IndexItemRow).where(of_set, gone))
            await self._put(session, IndexItemRow, rows, ("index_set_id", "code"))

    async def save_scorecards(self, index_set: IndexSet, cards: Iterable[Scorecard]) -> None:
        """Add scorecards of a set that is saved already, or replace them: all or none."""
        async with self._database.writing() as session:
            set_id = await _get_set_id(session, index_set)
            rows: list[dict[str, Any]] = []
            lines: list[dict[str, Any]] = []
            for card in cards:
                rows.append(from_scorecard(set_id, card))
                lines.extend(from_lines(set_id, card))
            key = ("unit_code", "index_set_id")
            await self._put(session, ScorecardRow, rows, key)
            await self._put(session, ScoreLineRow, lines, (*key, "item_code"))

    async def delete_demonstration(self) -> None:
        """Delete the index sets of the invented province with all that hangs on them."""
        async with self._database.writing() as session:
            await session.execute(
                delete(IndexSetRow).where(IndexSetRow.province == DEMONSTRATION_PROVINCE)
            )

    async def _put(
        self,
        session: AsyncSession,
        table: type[Base],
        rows: list[dict[str, Any]],
        key: tuple[str, ...],
    ) -> None:
        """Insert rows; one whose key is there already takes the place of the old one."""
        if not rows:
            return
        insert = postgresql.insert if self._database.is_postgres else sqlite.insert
        statement = insert(table)
        changed = {name: statement.excluded[name] for name in rows[0] if name not in key}
        upsert = statement.on_conflict_do_update(index_elements=key, set_=changed)
        await session.execute(upsert, rows)


async def _get_set_id(session: AsyncSession, index_set: IndexSet) -> int:
    return (await session.scalars(select(IndexSetRow.id).where(*_is(index_set)))).one()


async def _is_in_use(session: AsyncSession, set_id: int) -> bool:
    used = select(ScorecardRow.unit_code).where(ScorecardRow.index_set_id == set_id).limit(1)
    return await session.scalar(used) is not None


async def _refuse_other_points(
    session: AsyncSession, set_id: int, rows: list[dict[str, Any]]
) -> None:
    query = select(IndexItemRow.code, IndexItemRow.kind, IndexItemRow.max_score).where(
        IndexItemRow.index_set_id == set_id
    )
    kept = {tuple(row) for row in await session.execute(query)}
    if kept != {(row["code"], row["kind"], row["max_score"]) for row in rows}:
        raise IndexSetInUseError


def _is(index_set: IndexSet) -> tuple[ColumnElement[bool], ...]:
    return (
        IndexSetRow.province == index_set.province,
        IndexSetRow.unit_kind == index_set.unit_kind,
        IndexSetRow.year == index_set.year,
    )


def _points(value: Decimal) -> ColumnElement[int]:
    return cast(literal(value, Points), BigInteger)
