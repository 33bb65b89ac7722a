"""The same Bolt app in Socket Mode."""

import time

from tests.sandbox.page import Page
from tests.sandbox.probe import Probe, equip


def test_commands_clicks_and_events_arrive(socket_probe: Probe, page: Page) -> None:
    page.says("U0ANA", "/echo hello")
    assert page.texts("U0ANA") == ["hello"], "the answer travels in the acknowledgement"
    page.clicks("U0ANA", "take")
    assert page.texts("U0ANA") == ["taken"]
    page.says("U0ANA", "hello @probe")
    page.quiet()
    assert len(socket_probe.named("app_mention")) == 1


def test_errors_of_a_form_travel_back(socket_probe: Probe, page: Page) -> None:
    page.says("U0ANA", "/echo form")
    (view,) = page.views("U0ANA")
    values = {"what": {"text": {"value": "wrong"}}}
    answer = page.post("/ui/submit", **{"as": "U0ANA"}, view_id=view["id"], values=values)
    assert answer["errors"] == {"what": "Say it otherwise"}


def test_two_connections_share_the_stream(socket_probe: Probe, page: Page) -> None:
    second = Probe(socket_probe.server)
    equip(second)
    second.over_sockets()
    for number in range(4):
        page.says("U0ANA", f"/raw {number}")
    assert len(socket_probe.named("command")) == 2
    assert len(second.named("command")) == 2
    second.stop()


def test_asked_to_leave_the_client_comes_back(socket_probe: Probe, page: Page) -> None:
    connected = page.records("call", "apps.connections.open")
    page.post("/sandbox/sockets", do="disconnect", reason="refresh_requested")
    for _ in range(200):
        if len(page.records("call", "apps.connections.open")) > len(connected):
            break
        time.sleep(0.05)
    for _ in range(100):
        if page.says("U0ANA", "/raw again")["ok"]:
            break
        time.sleep(0.05)
    assert socket_probe.named("command")


def test_a_silent_connection_leaves_the_person_waiting(socket_probe: Probe, page: Page) -> None:
    assert page.post("/sandbox/sockets", do="silence")["connections"] == 1
    assert page.says("U0ANA", "/raw x")["error"] == "operation_timeout"
    assert page.post("/sandbox/sockets", do="close")["connections"] == 1


def test_without_anyone_connected_nothing_is_reached(page: Page) -> None:
    assert page.says("U0ANA", "/raw x")["error"] == "no_receiver"
