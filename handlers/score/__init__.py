"""/diem: how does my unit score on the reform index, and where does it lose points?"""

from handlers.score.questions import COMMAND
from handlers.score.routes import routes

__all__ = ["COMMAND", "routes"]
