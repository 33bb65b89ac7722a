"""Code hosts at the door: clients that read and carry, webhooks that hint, words that link."""

from handlers.hosts.client import Client
from handlers.hosts.desk import Desk
from handlers.hosts.doctor import ask_hosts
from handlers.hosts.opening import HostSettings, host_client, hosts_of, open_desk, wrong_with
from handlers.hosts.webhooks import HookAddress, hook_addresses

__all__ = [
    "Client",
    "Desk",
    "HookAddress",
    "HostSettings",
    "ask_hosts",
    "hook_addresses",
    "host_client",
    "hosts_of",
    "open_desk",
    "wrong_with",
]
