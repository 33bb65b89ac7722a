"""The people of the sandbox as tests speak of them: they say, click, see and hear."""

import base64
import re
from collections.abc import Iterator
from typing import Any

import httpx

from sandbox.server import Server

Json = dict[str, Any]

PEOPLE = {
    name: f"U0{name.upper()}"
    for name in ("ana", "ben", "chiara", "dana", "eli", "farah", "gita", "hugo", "ines", "oren")
}
PLACES = {"#ds-team": "C0DSTEAM", "#ml-platform": "C0MLPLATFORM", "#churn-model": "C0CHURN"}


class Team:
    """Everything goes over the sandbox's page API; after each act the bot is waited for."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.http = httpx.Client(base_url=server.url, timeout=30, trust_env=False)
        self.clock = Clock(self.http)

    def close(self) -> None:
        self.http.close()

    def says(self, who: str, text: str, *, to: str = "#ds-team", thread: str | None = None) -> Json:
        """Type a line, or a command, into a channel, or "dm" for the DM with the bot."""
        more = {"thread_ts": thread} if thread else {}
        return self._acts("/ui/say", who, channel=self.place(to, who), text=text, **more)

    def shares(
        self, who: str, name: str, content: bytes | str, *, to: str = "dm", text: str = ""
    ) -> Json:
        """Send a file, with words beside it or without; returns it as Slack describes it."""
        plain = content.encode() if isinstance(content, str) else content
        body = {"name": name, "content": base64.b64encode(plain).decode(), "text": text}
        file: Json = self._acts("/ui/share", who, channel=self.place(to, who), **body)["file"]
        return file

    def clicks(
        self,
        who: str,
        button: str,
        *,
        on: str = "",
        at: str = "#ds-team",
        chosen: Json | None = None,
        seen: Json | None = None,
    ) -> Json:
        """Press the newest button of that label, in the newest message that has the words.

        `chosen`: what was chosen before in the fields beside it, by their action id; `seen`: the
        message as it stood before, where somebody pressed sooner than they saw it change.
        """
        place = self.place(at, who)
        for message in [seen] if seen else reversed(self.messages(who, at)):
            for block, element in elements(message):
                if label(element) == button and on in words(message):
                    return self._acts(
                        "/ui/click",
                        who,
                        channel=place,
                        ts=message["ts"],
                        block_id=block["block_id"],
                        action_id=element["action_id"],
                        value=element.get("value"),
                        state_values=_beside(message, chosen or {}),
                    )
        raise AssertionError(f"no button {button!r} for {who} in {at}:\n{self.transcript(who, at)}")

    def clicks_feature(self, who: str, button: str, feature: str, *, at: str = "#ds-team") -> Json:
        """Press the button of that label beside this feature, where several stand in a message."""
        for message in reversed(self.messages(who, at)):
            for block, element in elements(message):
                said = element.get("accessibility_label") or ""
                if label(element) == button and said.endswith(f": {feature}"):
                    return self._acts(
                        "/ui/click",
                        who,
                        channel=self.place(at, who),
                        ts=message["ts"],
                        block_id=block["block_id"],
                        action_id=element["action_id"],
                        value=element.get("value"),
                    )
        raise AssertionError(f"no button {button!r} of {feature}:\n{self.transcript(who, at)}")

    def chooses(self, who: str, field: str, *, at: str = "#ds-team", **chosen: Json | str) -> Json:
        """Choose in the newest select of this placeholder."""
        for message in reversed(self.messages(who, at)):
            for block, element in elements(message):
                if (element.get("placeholder") or {}).get("text") == field:
                    return self._acts(
                        "/ui/click",
                        who,
                        channel=self.place(at, who),
                        ts=message["ts"],
                        block_id=block["block_id"],
                        action_id=element["action_id"],
                        **chosen,
                    )
        raise AssertionError(f"nothing to choose as {field!r}")

    def points_at(
        self, who: str, text: str, *, at: str = "#ds-team", by: str = "track_as_blocker"
    ) -> Json:
        """Use "Track as blocker", or another entry, in the menu of the newest such message."""
        where = {"channel": self.place(at, who), "ts": self.hears(who, text, at=at)["ts"]}
        return self._acts("/ui/shortcut", who, callback_id=by, **where)

    def reacts(self, who: str, reaction: str, text: str, *, at: str = "#ds-team") -> Json:
        """React to the newest message with these words."""
        where = {"channel": self.place(at, who), "ts": self.hears(who, text, at=at)["ts"]}
        return self._acts("/ui/react", who, name=reaction, on=True, **where)

    def invites(self, who: str, guest: str, *, to: str) -> Json:
        """Bring somebody, or the "app", into a channel."""
        return self._acts("/ui/invite", who, channel=self.place(to, who), user=ids_of(guest))

    def leaves(self, who: str, channel: str, *, taking: str = "") -> Json:
        """Leave a channel; or take somebody, or the "app", out of it."""
        more = {"user": ids_of(taking)} if taking else {}
        return self._acts("/ui/leave", who, channel=self.place(channel, who), **more)

    def form(self, who: str) -> Json:
        """The form on top of what this person sees."""
        views: list[Json] = self._get("/ui/state", who)["views"]
        assert views, f"{who} sees no form"
        return views[-1]

    def fills(self, who: str, **fields: Json | str) -> Json:
        """Submit the form on top; a plain string is typed into the field of that block id."""
        view = self.form(who)
        values: Json = {}
        for block in view["blocks"]:
            if block["type"] == "input":
                filled = fields.get(block["block_id"], initial(block["element"]))
                value = {"value": filled} if isinstance(filled, str) else filled
                kind = block["element"]["type"]
                values[block["block_id"]] = {
                    block["element"]["action_id"]: {"type": kind, **(value or {})}
                }
        return self._acts("/ui/submit", who, view_id=view["id"], values=values)

    def home(self, who: str) -> Json:
        """The Home tab as this person finds it when they open it."""
        self._acts("/ui/home", who, tab="home")
        found: Json = self._get("/ui/home", who)["view"]
        return found

    def clicks_at_home(self, who: str, button: str) -> Json:
        return self.clicks_in(self.home(who), who, button)

    def clicks_in_form(self, who: str, button: str) -> Json:
        return self.clicks_in(self.form(who), who, button)

    def clicks_in(self, view: Json, who: str, button: str) -> Json:
        """In a form or a Home tab as it stood when they saw it."""
        for block, element in elements(view):
            if label(element) == button:
                return self._acts(
                    "/ui/click",
                    who,
                    view_id=view["id"],
                    block_id=block["block_id"],
                    action_id=element["action_id"],
                    value=element.get("value"),
                )
        raise AssertionError(f"no button {button!r} there")

    def hears(
        self, who: str, text: str, *, at: str = "#ds-team", thread: str | None = None
    ) -> Json:
        """The newest message there that holds these words."""
        for message in reversed(self.messages(who, at, thread)):
            if text in words(message):
                return message
        raise AssertionError(f"{who} does not hear {text!r}:\n{self.transcript(who, at, thread)}")

    def dm_hears(self, who: str, text: str) -> Json:
        """In the DM with the bot."""
        return self.hears(who, text, at="dm")

    def does_not_hear(self, who: str, text: str, *, at: str = "#ds-team") -> None:
        assert text not in self.transcript(who, at), self.transcript(who, at)

    def sees_alone(self, who: str, text: str, *, at: str = "#ds-team") -> Json:
        """The newest answer that only this person sees holds these words."""
        alone = [one for one in self.messages(who, at) if one.get("ephemeral")]
        assert alone, f"nothing is there for {who} alone"
        assert text in words(alone[-1]), words(alone[-1])
        return alone[-1]

    def answers(self, who: str, *, at: str = "#ds-team") -> list[str]:
        """All answers that only this person sees there, oldest first."""
        return [words(one) for one in self.messages(who, at) if one.get("ephemeral")]

    def thread(self, who: str, about: str, *, at: str = "#ds-team") -> str:
        """What was said under the message that has these words."""
        root = self.hears(who, about, at=at)
        return "\n--\n".join(words(one) for one in self.messages(who, at, root["ts"])[1:])

    def messages(self, who: str, at: str, thread: str | None = None) -> list[Json]:
        more = {"thread_ts": thread} if thread else {}
        found: list[Json] = self._get("/ui/messages", who, channel=self.place(at, who), **more)[
            "messages"
        ]
        return found

    def posts(self, text: str, *, at: str = "#ds-team") -> list[Json]:
        """All messages of the bot there that hold these words, for everybody."""
        place = self.server.workspace.conversations.get(PLACES.get(at, at))
        found = [one.slack() for one in place.messages.by_ts.values() if one.only_for is None]
        return [one for one in found if one.get("bot_id") and text in words(one)]

    def transcript(self, who: str, at: str, thread: str | None = None) -> str:
        return "\n--\n".join(words(one) for one in self.messages(who, at, thread))

    def place(self, where: str, who: str) -> str:
        if where == "dm":
            app = self._get("/ui/state", who)["app"]["user_id"]
            users = {"users": [app]}
            found: str = self._post("/ui/open_dm", **{"as": PEOPLE.get(who, who)}, **users)[
                "channel"
            ]
            return found
        return PLACES.get(where, where)

    def quiet(self) -> None:
        """The bot has done all that is due now."""
        self.clock.passes(seconds=0)

    def channel(self, name: str, *members: str, **more: Any) -> str:
        """A new channel with these people ("app" is the bot); returns its id."""
        found: str = self.controls("channels", name=name, members=list(members), **more)["id"]
        return found

    def direct(self, *people: str) -> str:
        """The DM of these people, without the bot; returns its id."""
        others = [ids_of(one) for one in people[1:]]
        found: str = self._post("/ui/open_dm", **{"as": ids_of(people[0])}, users=others)["channel"]
        return found

    def crowd(self, size: int) -> list[str]:
        """New people of the workspace; returns their names."""
        names = [f"extra{n}" for n in range(size)]
        for name in names:
            self.controls("people", name=name)
        return names

    def fault(self, method: str, kind: str, **more: Any) -> None:
        """The next call of this method (`times`: so many) fails like this."""
        self.controls("faults", method=method, kind=kind, **more)

    def controls(self, path: str, **body: Any) -> Json:
        """The sandbox's own switches: faults, people, channels, scopes."""
        return self._post(f"/sandbox/{path}", **body)

    def records(self, direction: str, method: str | None = None) -> list[Json]:
        found: list[Json] = self.http.get("/sandbox/records").json()
        return [
            one
            for one in found
            if one["direction"] == direction and method in (None, one["method"])
        ]

    def _acts(self, path: str, who: str, **body: Any) -> Json:
        answer = self._post(path, **{"as": PEOPLE.get(who, who)}, **body)
        self.quiet()
        return answer

    def _post(self, path: str, **body: Any) -> Json:
        answer: Json = self.http.post(path, json=body).json()
        return answer

    def _get(self, path: str, who: str, **query: Any) -> Any:
        return self.http.get(path, params={"as": PEOPLE.get(who, who), **query}).json()


class Clock:
    """The sandbox's clock; turning it waits for the bot at every stop."""

    def __init__(self, http: httpx.Client) -> None:
        self._http = http

    def passes(
        self, *, seconds: float = 0, minutes: float = 0, hours: float = 0, days: float = 0
    ) -> Json:
        total = seconds + 60 * minutes + 3600 * hours + 86400 * days
        return self.turns_to(f"+{total:g}s")

    def turns_to(self, moment: str | float) -> Json:
        answer: Json = self._http.post("/clock/turn", json={"to": moment}).json()
        return answer

    def now(self) -> float:
        said: Json = self._http.get("/clock").json()
        return float(said["now"])


def ids_of(name: str) -> str:
    return "U0APP" if name == "app" else PEOPLE.get(name, name)


def buttons(message: Json) -> list[str]:
    """The labels of a message's buttons, in order."""
    return [label(one) for _, one in elements(message) if one["type"] == "button"]


def words(message: Json) -> str:
    """Everything that a message says: its text and each text in its blocks, mentions as @name."""
    found = list(dict.fromkeys([message.get("text") or "", *_texts(message.get("blocks") or [])]))
    names = {id_: name for name, id_ in PEOPLE.items()}
    said = re.sub(
        r"<@(\w+)(?:\|[^>]*)?>", lambda one: f"@{names.get(one[1], one[1])}", "\n".join(found)
    )
    return said.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")


def elements(message: Json) -> Iterator[tuple[Json, Json]]:
    for block in message.get("blocks") or []:
        for element in [*block.get("elements", []), block.get("accessory") or {}]:
            if "action_id" in element:
                yield block, element


def _beside(message: Json, chosen: Json) -> Json:
    return {
        block["block_id"]: {element["action_id"]: chosen[element["action_id"]]}
        for block, element in elements(message)
        if element["action_id"] in chosen
    }


def label(element: Json) -> str:
    return str((element.get("text") or {}).get("text", ""))


def initial(element: Json) -> Json | None:
    """What a field holds before anybody touches it."""
    for name in (
        *("value", "user", "option", "date_time", "options", "users"),
        *("time", "conversation"),
    ):
        if f"initial_{name}" in element:
            key = name if name == "value" else f"selected_{name}"
            return {key: element[f"initial_{name}"]}
    return None


def _texts(part: Any) -> Iterator[str]:
    if isinstance(part, list):
        for one in part:
            yield from _texts(one)
    elif isinstance(part, dict):
        if part.get("type") == "user" and "user_id" in part:
            yield f"<@{part['user_id']}>"
        for name, one in part.items():
            if name == "text" and isinstance(one, str):
                yield one
            elif isinstance(one, dict | list):
                yield from _texts(one)
