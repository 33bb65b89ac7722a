"""What a deed of a person lets the app do for a short time: trigger ids and response URLs."""

from dataclasses import dataclass, field

from sandbox.ids import Ids
from sandbox.wire import SlackError

TRIGGER_SECONDS = 3.0
RESPONSE_SECONDS = 1800.0
RESPONSE_USES = 5


@dataclass(slots=True)
class Trigger:
    user: str
    at: float
    view: str | None = None
    used: bool = False


@dataclass(slots=True)
class ResponseUrl:
    """Where and for whom an answer shows; `message` is the ts of the message acted on."""

    user: str
    channel: str
    at: float
    message: str | None = None
    thread_ts: str | None = None
    uses: int = 0


@dataclass
class Permits:
    """Times are epoch seconds of the workspace's clock."""

    ids: Ids
    _triggers: dict[str, Trigger] = field(default_factory=dict)
    _responses: dict[str, ResponseUrl] = field(default_factory=dict)

    def trigger(self, user: str, now: float, *, view: str | None = None) -> str:
        trigger_id = self.ids.trigger()
        self._triggers[trigger_id] = Trigger(user, now, view)
        return trigger_id

    def redeem(self, trigger_id: str, now: float) -> Trigger:
        """Use a trigger id; raises SlackError invalid_, exchanged_ or expired_trigger_id."""
        trigger = self._triggers.get(trigger_id)
        if trigger is None:
            raise SlackError("invalid_trigger_id")
        if trigger.used:
            raise SlackError("exchanged_trigger_id")
        if now - trigger.at > TRIGGER_SECONDS:
            raise SlackError("expired_trigger_id")
        trigger.used = True
        return trigger

    def response(self, url: ResponseUrl) -> str:
        """The path of a new response URL."""
        key = self.ids.new("R")
        self._responses[key] = url
        return f"/response/{key}"

    def use_response(self, key: str, now: float) -> ResponseUrl:
        """Raises SlackError expired_url or used_url, as Slack refuses them."""
        url = self._responses.get(key)
        if url is None or now - url.at > RESPONSE_SECONDS:
            raise SlackError("expired_url")
        if url.uses >= RESPONSE_USES:
            raise SlackError("used_url")
        url.uses += 1
        return url
