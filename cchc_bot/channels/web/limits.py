"""How fast one session may write."""

from collections import deque
from collections.abc import Callable
from time import monotonic

from cchc_bot.domain.people import Sender


class RateLimit:
    """Admits a number of messages of one sender within any span of so many seconds."""

    def __init__(self, count: int, seconds: float, clock: Callable[[], float] = monotonic) -> None:
        self._count = count
        self._seconds = seconds
        self._clock = clock
        self._admitted: dict[Sender, deque[float]] = {}

    def admit(self, sender: Sender) -> float:
        """Count a message and return 0, or the seconds after which it would be admitted."""
        now = self._clock()
        self._forget_before(now - self._seconds)
        moments = self._admitted.get(sender, deque())
        while moments and moments[0] <= now - self._seconds:
            moments.popleft()
        if len(moments) >= self._count:
            return moments[0] + self._seconds - now
        moments.append(now)
        # Who wrote last stands last, so that those to forget are found in front.
        self._admitted.pop(sender, None)
        self._admitted[sender] = moments
        return 0

    def _forget_before(self, moment: float) -> None:
        while self._admitted:
            sender, moments = next(iter(self._admitted.items()))
            if moments[-1] > moment:
                return
            del self._admitted[sender]
