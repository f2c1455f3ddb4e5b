from cchc_bot.channels.web.limits import RateLimit
from tests.builders import a_sender


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_rate_limit_admits_so_many_within_any_span() -> None:
    clock = Clock()
    limit = RateLimit(count=2, seconds=10, clock=clock)

    def admit_at(moment: float, name: str = "an") -> float:
        clock.now = moment
        return limit.admit(a_sender(name))

    assert [admit_at(0), admit_at(4), admit_at(5)] == [0, 0, 5]
    assert admit_at(5, "binh") == 0
    assert [admit_at(10), admit_at(11)] == [0, 3]


def test_rate_limit_remembers_nobody_who_is_silent() -> None:
    clock = Clock()
    limit = RateLimit(count=2, seconds=10, clock=clock)
    for name in ("an", "binh", "chi"):
        limit.admit(a_sender(name))
        clock.now += 6

    limit.admit(a_sender("chi"))

    assert list(limit._admitted) == [a_sender("chi")]
