"""The courier and what it works with."""

from handlers.courier.courier import Courier
from handlers.courier.equipment import Counts, Render
from handlers.courier.gateway import Gateway, open_session
from handlers.courier.limiter import Limiter

__all__ = ["Counts", "Courier", "Gateway", "Limiter", "Render", "open_session"]
