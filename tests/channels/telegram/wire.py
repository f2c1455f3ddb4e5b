"""The wire to Telegram without a network: requests go straight to the pretended Bot API."""

import asyncio
import json

from telegram.request import BaseRequest, RequestData

from tests.channels.telegram.bot_api import BotApi, RefusedError


class Wire(BaseRequest):
    def __init__(self, api: BotApi) -> None:
        self._api = api

    @property
    def read_timeout(self) -> float:
        return 1.0

    async def initialize(self) -> None:
        pass

    async def shutdown(self) -> None:
        pass

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        *_: object,
        **__: object,
    ) -> tuple[int, bytes]:
        parameters = request_data.json_parameters if request_data else {}
        files = {
            name: content if isinstance(content, bytes) else content.read()
            for name, (_name, content, _type) in (
                (request_data and request_data.multipart_data) or {}
            ).items()
        }
        if url.endswith("/getUpdates"):
            await asyncio.sleep(0.001)  # a long poll, shortened
        try:
            result = self._api.call(url.rpartition("/")[2], parameters, files)
        except RefusedError as error:
            return error.status, json.dumps(error.answer).encode()
        return 200, json.dumps({"ok": True, "result": result}).encode()
