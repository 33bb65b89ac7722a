"""The doctor's questions to the code hosts: whether each takes our key, and what to do if not."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.hosts import GITHUB, GITLAB, Why
from handlers.doctor import Finding
from handlers.hosts.client import Client
from handlers.hosts.opening import HostSettings, host_client, hosts_of, wrong_with
from handlers.hosts.wire import NotRead

_NAMES = {GITHUB: "GitHub", GITLAB: "GitLab"}
_ADVICE: Mapping[Why, str] = {
    Why.REFUSED: "make a new token and set it, or look whether the app is still installed",
    Why.ELSEWHERE: "set the API's own address; if it stands at a private one, name its host in "
    "PINWHEEL_PRIVATE_HOSTS",
    Why.ILL: "check the network, and the address of its API",
}


async def ask_hosts(
    settings: Sequence[HostSettings], *, private: Sequence[str], now: datetime
) -> list[Finding]:
    """Nothing is said of a host that nobody opened."""
    wrong = {one.kind: wrong_with(one) for one in settings}
    found = [
        Finding(f"{_NAMES[kind]} is not open", False, why) for kind, why in wrong.items() if why
    ]
    whole = [one for one in settings if not wrong[one.kind]]
    async with host_client(whole, private=private) as client:
        for kind, host in hosts_of(whole, client, now=lambda: now).items():
            found.append(await _asked(_NAMES[kind], host))
    return found


async def _asked(called: str, host: Client) -> Finding:
    try:
        return Finding(f"{called} knows us as {await host.own_name()}", True)
    except NotRead as not_read:
        unread = not_read.unread
        advice = _ADVICE.get(unread.why, "look what it says there, and try once more")
        return Finding(
            f"{called} did not take our key ({unread.why}: {unread.reason})", False, advice
        )
