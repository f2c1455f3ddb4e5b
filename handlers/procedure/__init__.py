"""/thutuc: what does this procedure (thủ tục hành chính) need?"""

from handlers.procedure.routes import COMMAND, fallback, routes

__all__ = ["COMMAND", "fallback", "routes"]
