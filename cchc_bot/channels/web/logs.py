"""What aiohttp logs of requests, without what a visitor sent and from where."""

import logging

from aiohttp.http_exceptions import HttpProcessingError


class WithoutVisitors(logging.Filter):
    """Drops requests that are no HTTP, and takes the address out of what is said of the others.

    Scanners send such requests all day, and the error quotes them, cookies included.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        error = record.exc_info[1] if record.exc_info else None
        if isinstance(error, HttpProcessingError):
            return False
        record.msg, record.args = "web_request_failed", ()
        return True


def server_log() -> logging.Logger:
    log = logging.getLogger("cchc_bot.web_server")
    if not log.filters:
        log.addFilter(WithoutVisitors())
    return log
