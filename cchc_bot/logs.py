"""The log: plain key=value lines on stderr, with nothing in them that tells who a person is."""

import logging
import re
from typing import TextIO

import structlog

_BEFORE_ALL: tuple[structlog.typing.Processor, ...] = (
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
)
_TALKATIVE = ("aiohttp", "alembic", "apscheduler", "httpcore", "httpx", "matplotlib", "telegram")
_SECRETS = (
    re.compile(r"\b\d{6,12}:[A-Za-z0-9_-]{30,}"),  # the token of a Telegram bot
    re.compile(r"(?<=://)[^\s/@:]+:[^\s/@]+(?=@)"),  # name and password in an address
    re.compile(r"(?<!\d)\d{12}(?!\d)"),  # the number of an identity card
    re.compile(r"(?<![\d.-])(?:\+?84|0)(?:[ .-]?\d){9}(?!\d)"),  # a telephone number
)


def redact(text: str) -> str:
    """Return the text without tokens, passwords, identity card and telephone numbers."""
    for secret in _SECRETS:
        text = secret.sub("***", text)
    return text


class _RedactingFormatter(structlog.stdlib.ProcessorFormatter):
    """Redacts the finished line, so that no way into the log leads around it."""

    def format(self, record: logging.LogRecord) -> str:
        return redact(super().format(record))


def set_up_logs(stream: TextIO | None = None) -> None:
    """Send what our own code and the libraries log to stderr, in one form."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(
        _RedactingFormatter(
            foreign_pre_chain=_BEFORE_ALL,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.format_exc_info,
                structlog.processors.LogfmtRenderer(
                    key_order=["timestamp", "level", "event"], bool_as_flag=False
                ),
            ],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.INFO)
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
    structlog.configure(
        processors=[*_BEFORE_ALL, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
