"""Code hosts: what happens on GitHub and GitLab moves the reviews here, and errands go there."""

from bot.hosts.accounts import AccountLine, me, parse
from bot.hosts.carrying import carried, is_needed, not_carried, not_needed, was_tried
from bot.hosts.changes import changes
from bot.hosts.hints import Hint, hinted
from bot.hosts.looks import Listing, Look, Remark, Verdict, kept_look
from bot.hosts.moving import moved, unchanged, unmoved
from bot.hosts.proposing import (
    NO_ADDRESS,
    compose,
    confirm,
    found,
    not_searched,
    refuse,
    unfound,
)
from bot.hosts.rounds import EVERY, Opened, Task, introduce, next_due, set_aside, take
from bot.hosts.told import IS_THIS_YOU, KINDS
from bot.hosts.unread import Unread, Why, again_in
from bot.hosts.watching import appeared, is_new, listed, still, unlisted, unwatch, watch
from storage.account_searches import AccountSearch
from storage.errands import Errand
from storage.followed import Followed
from storage.hosts import GITHUB, GITLAB
from storage.watched import Watched

__all__ = [
    "EVERY",
    "GITHUB",
    "GITLAB",
    "IS_THIS_YOU",
    "KINDS",
    "NO_ADDRESS",
    "AccountLine",
    "AccountSearch",
    "Errand",
    "Followed",
    "Hint",
    "Listing",
    "Look",
    "Opened",
    "Remark",
    "Task",
    "Unread",
    "Verdict",
    "Watched",
    "Why",
    "again_in",
    "appeared",
    "carried",
    "changes",
    "compose",
    "confirm",
    "found",
    "hinted",
    "introduce",
    "is_needed",
    "is_new",
    "kept_look",
    "listed",
    "me",
    "moved",
    "next_due",
    "not_carried",
    "not_needed",
    "not_searched",
    "parse",
    "refuse",
    "set_aside",
    "still",
    "take",
    "unchanged",
    "unfound",
    "unlisted",
    "unmoved",
    "unwatch",
    "was_tried",
    "watch",
]
