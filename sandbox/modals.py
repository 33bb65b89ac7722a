"""What happens to modals and Home tabs, and the pages that must be told."""

from sandbox.views import View
from sandbox.wire import Json, SlackError
from sandbox.workspace import Workspace


def open_modal(ws: Workspace, user: str, body: Json) -> View:
    """A new root modal."""
    view = _new(ws, user, body, below=None)
    ws.views.open(view)
    return _shown(ws, view)


def push_modal(ws: Workspace, user: str, body: Json) -> View:
    """A modal on top of the person's open one."""
    stack = ws.views.stack(user)
    view = _new(ws, user, body, below=stack[-1] if stack else None)
    ws.views.push(view)
    return _shown(ws, view)


def change(ws: Workspace, view: View, body: Json) -> None:
    """A new body and a new hash for an open view."""
    _external_id_is_free(ws, body, besides=view)
    view.body, view.hash = body, ws.ids.new("h").lower()
    _shown(ws, view)


def publish(ws: Workspace, user: str, body: Json) -> View:
    """The person's Home tab, made or made anew."""
    home = ws.views.homes.get(user)
    if home is not None:
        change(ws, home, body)
        return home
    view = _new(ws, user, body, below=None)
    ws.views.homes[user] = view
    return _shown(ws, view)


def close(ws: Workspace, view: View, *, whole_stack: bool = False) -> list[View]:
    """Close the view and what lies on it; the views that were closed."""
    closed = ws.views.close(view, whole_stack=whole_stack)
    for gone in closed:
        ws.stream.tell_one(gone.user, {"type": "view_closed", "view_id": gone.id})
    return closed


def shown(ws: Workspace, view: View) -> Json:
    """The view as the page gets it."""
    return view.slack(ws.app_ids())


def _new(ws: Workspace, user: str, body: Json, *, below: View | None) -> View:
    _external_id_is_free(ws, body)
    view_id = ws.ids.new("V")
    return View(
        id=view_id,
        user=user,
        body=body,
        hash=ws.ids.new("h").lower(),
        root=below.root if below else view_id,
        previous=below.id if below else None,
    )


def _external_id_is_free(ws: Workspace, body: Json, *, besides: View | None = None) -> None:
    external_id = body.get("external_id")
    if not external_id:
        return
    try:
        taken = ws.views.find(external_id=external_id)
    except SlackError:
        return
    if taken is not besides:
        raise SlackError("duplicate_external_id")


def _shown(ws: Workspace, view: View) -> View:
    kind = "home" if view.body["type"] == "home" else "view"
    ws.stream.tell_one(view.user, {"type": kind, "view": shown(ws, view)})
    return view
