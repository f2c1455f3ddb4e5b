import pytest

from cchc_bot.storage.database import Database, DatabaseUnavailableError


@pytest.mark.parametrize(
    "address",
    [
        "canary",
        "mysql://bot:canary@db.example/cchc",
        "postgresql://bot:canary@db.example:abc/cchc",
        "postgresql://bot:canary@[::1/cchc",
        "postgresql://bot:canary@127.0.0.1:9/cchc",
        "postgresql://127.0.0.1:9/cchc?user=bot&password=canary",
        "postgresql://127.0.0.1:9/cchc?no_such_parameter=canary",
    ],
)
async def test_database_address_that_cannot_be_used_is_explained_without_its_password(
    address: str,
) -> None:
    with pytest.raises(DatabaseUnavailableError) as refused:
        await Database(address).migrate()

    assert "canary" not in str(refused.value)
    assert "\n" not in str(refused.value)
