"""Code hosts and reviews: readings move them once, illness waits, trouble is told to one person."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import bindparam, select

from bot import errands, hosts, reviews
from bot.errors import AccountTaken, NoCodeHost, NotAnAccount, NotARepository
from bot.hosts import (
    GITHUB,
    GITLAB,
    AccountSearch,
    Errand,
    Followed,
    Hint,
    Listing,
    Look,
    Opened,
    Task,
    Unread,
    Verdict,
    Watched,
    Why,
)
from bot.links import read_link
from bot.reviews import Wish
from bot.told import Told
from bot.world import Work
from storage.people import Person
from storage.schema import nudges
from storage.store import Store
from storage.types import ChannelId, PersonId, ReviewId
from tests.bot.post_office import HERE, NOON, PostOffice
from tests.bot.test_host_changes import a_look

ANA, BEN, DANA = PersonId("U0ANA"), PersonId("U0BEN"), PersonId("U0DANA")
PLACE = ChannelId("C0TEAM")
LINK = "https://github.com/ana/churn/pull/1"
OPEN = (Opened(GITHUB, "github.com"), Opened(GITLAB, "gitlab.com"))


class Desk(PostOffice):
    """A team of three with GitHub and GitLab open to us; what a host says is said by hand."""

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self.do(_people)
        self.do(lambda work: hosts.introduce(work, OPEN))

    def me(self, who: PersonId, text: str) -> Told:
        return self.do(lambda work: hosts.me(work, hosts.parse(text), by=who))

    def asks(self, *reviewers: PersonId, link: str = LINK, by: PersonId = ANA) -> ReviewId:
        read = read_link(link)
        assert read is not None
        wish = Wish(read, reviewers=reviewers)
        told = self.do(lambda work: reviews.ask(work, wish, by=by, channel=PLACE))
        return ReviewId(told.facts["review"])

    def takes(self) -> Task | None:
        return self.do(hosts.take)

    def takes_one(self, kind: type[Any]) -> Any:
        """The next of this kind; those before it are read as they were."""
        for _ in range(20):
            task = self.takes()
            if isinstance(task, kind):
                return task
            assert task is not None, f"no {kind.__name__} is due"
            self.settles(task)
        raise AssertionError("there is no end")

    def settles(self, task: Task) -> None:
        match task:
            case Errand():
                self.do(lambda work: hosts.carried(work, task))
            case Followed():
                self.do(lambda work: hosts.unchanged(work, task, spread=0))
            case Watched():
                self.do(lambda work: hosts.still(work, task, spread=0))
            case AccountSearch():
                self.do(lambda work: hosts.unfound(work, task, "no_match"))

    def reads(self, one: Followed, look: Look) -> bool:
        return self.do(lambda work: hosts.moved(work, one, look, {}, spread=0))

    def cannot_read(self, one: Followed, why: Why, **more: Any) -> None:
        unread = Unread(why, **more)
        self.do(lambda work: hosts.unmoved(work, one, unread, spread=0))

    def review(self, review: ReviewId) -> reviews.Review:
        found = self.do(lambda work: work.records.reviews.get(review))
        assert found is not None
        return found

    def events(self, review: ReviewId) -> list[str]:
        found = self.do(lambda work: work.records.reviews.events(review))
        return [event.what for event in found if event.key]

    def next_due(self) -> Any:
        return self.do(hosts.next_due)

    def proposed(self, person: PersonId) -> list[Mapping[str, Any]]:
        """Accounts, unasked."""

        def seen(work: Work) -> list[Mapping[str, Any]]:
            said = work.records.tx.all(_NUDGES, tenant=HERE, whom=person)
            return [row.facts for row in said if row.kind == hosts.IS_THIS_YOU]

        return self.do(seen)

    def nudged(self, person: PersonId) -> list[tuple[str, Mapping[str, Any]]]:
        """Of us about code hosts, in whatever way attention lets it be said."""

        def seen(work: Work) -> list[tuple[str, Mapping[str, Any]]]:
            kinds = hosts.KINDS
            said = work.records.tx.all(_NUDGES, tenant=HERE, whom=person)
            return [(row.kind, row.facts) for row in said if row.kind in kinds]

        return self.do(seen)


def _people(work: Work) -> None:
    for person in (ANA, BEN, DANA, PersonId("U0HUGO")):
        known = Person(person, person[2:].title(), "", "UTC", HERE, False, False, False, work.now)
        work.records.people.put(known)
        team = work.records.teams.of_channel(PLACE)
        assert team is not None
        work.records.teams.join(team.id, person, at=work.now)


_NUDGES = select(nudges.c.kind, nudges.c.facts).where(
    nudges.c.workspace == bindparam("tenant"), nudges.c.person == bindparam("whom")
)


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store)


def test_a_review_of_a_pull_request_is_read_at_once(desk: Desk) -> None:
    review = desk.asks(BEN)
    one = desk.takes_one(Followed)
    assert (one.review, one.place, one.number) == (review, "github.com/ana/churn", 1)
    assert desk.takes() is None


def test_what_is_read_moves_the_review_once(desk: Desk) -> None:
    desk.me(BEN, "github:ben")
    review = desk.asks(BEN)
    one = desk.takes_one(Followed)
    look = a_look(title="Labels for churn", verdicts=(Verdict("7", "ben", "approved", NOON),))
    assert desk.reads(one, look)
    assert desk.review(review).title == "Labels for churn"
    assert desk.review(review).state == "approved"
    assert desk.events(review) == ["approved"]

    desk.passes(minutes=16)
    again = desk.takes_one(Followed)
    assert desk.reads(again, look)
    assert desk.events(review) == ["approved"]


def test_it_is_read_again_within_a_quarter_of_an_hour(desk: Desk) -> None:
    desk.asks(BEN)
    desk.reads(desk.takes_one(Followed), a_look())
    assert NOON < desk.next_due() <= NOON + hosts.EVERY
    desk.passes(minutes=10)
    assert desk.takes() is None
    desk.passes(minutes=6)
    assert isinstance(desk.takes(), Followed)


def test_two_who_read_at_once_record_one(desk: Desk) -> None:
    review = desk.asks(BEN)
    slow = desk.takes_one(Followed)
    desk.passes(minutes=3)  # whoever had it in hands was lost
    quick = desk.takes_one(Followed)
    assert desk.reads(quick, a_look(state="merged"))
    assert not desk.reads(slow, a_look())
    assert desk.review(review).state == "merged"


def test_what_ended_there_ends_here_and_is_followed_no_more(desk: Desk) -> None:
    review = desk.asks(BEN)
    desk.reads(desk.takes_one(Followed), a_look(state="merged", ended_at=NOON))
    assert desk.review(review).state == "merged"
    desk.passes(days=1)
    assert desk.takes() is None


def test_what_is_finished_here_is_followed_no_more(desk: Desk) -> None:
    review = desk.asks(BEN)
    desk.reads(desk.takes_one(Followed), a_look())
    desk.do(lambda work: reviews.by_author(work, review, "withdrawn", by=ANA))
    desk.passes(minutes=16)
    desk.settles(desk.takes_one(Followed))
    desk.passes(days=1)
    assert desk.takes() is None
    assert desk.review(review).state == "withdrawn"


def test_what_is_opened_again_there_goes_on_here(desk: Desk) -> None:
    review = desk.asks(BEN)
    desk.reads(desk.takes_one(Followed), a_look(state="closed", ended_at=NOON))
    desk.passes(hours=1)
    hint = Hint(GITHUB, "d1", "github.com/ana/churn", 1, LINK)
    assert desk.do(lambda work: hosts.hinted(work, hint))
    desk.reads(desk.takes_one(Followed), a_look(changed_at=desk.now))
    assert desk.review(review).state == "open"


def test_a_hint_brings_the_reading_forward_and_moves_nothing_itself(desk: Desk) -> None:
    review = desk.asks(BEN)
    desk.reads(desk.takes_one(Followed), a_look())
    before = desk.events(review)
    hint = Hint(GITHUB, "d1", "github.com/ana/churn", 1)
    assert desk.do(lambda work: hosts.hinted(work, hint))
    assert desk.events(review) == before
    assert isinstance(desk.takes(), Followed)


def test_a_hint_that_comes_twice_is_one(desk: Desk) -> None:
    desk.asks(BEN)
    hint = Hint(GITHUB, "d1", "github.com/ana/churn", 1)
    desk.reads(desk.takes_one(Followed), a_look())
    assert desk.do(lambda work: hosts.hinted(work, hint))
    desk.reads(desk.takes_one(Followed), a_look())
    assert not desk.do(lambda work: hosts.hinted(work, hint))
    assert desk.takes() is None
    of_gitlab = replace(hint, host=GITLAB)
    assert desk.do(lambda work: hosts.hinted(work, of_gitlab))


def test_a_hint_while_it_is_read_has_it_read_once_more(desk: Desk) -> None:
    desk.asks(BEN)
    one = desk.takes_one(Followed)
    hint = Hint(GITHUB, "d1", "github.com/ana/churn")
    desk.do(lambda work: hosts.hinted(work, hint))
    desk.reads(one, a_look())
    assert isinstance(desk.takes(), Followed)


def test_a_host_that_is_ill_is_asked_less_and_less_and_loses_nothing(desk: Desk) -> None:
    review = desk.asks(BEN)
    waits = []
    for _ in range(9):
        one = desk.takes_one(Followed)
        desk.cannot_read(one, Why.ILL)
        assert desk.takes() is None
        waits.append(desk.next_due() - desk.now)
        desk.now = desk.next_due()
    assert waits == sorted(waits)
    assert (waits[0], waits[-1]) == (timedelta(seconds=30), timedelta(minutes=15))
    assert desk.nudged(ANA) == []

    desk.reads(desk.takes_one(Followed), a_look(state="merged", ended_at=NOON))
    assert desk.review(review).state == "merged"


def test_a_host_that_tells_us_to_wait_is_left_for_so_long_by_all(desk: Desk) -> None:
    desk.asks(BEN)
    desk.asks(BEN, link="https://github.com/ana/churn/pull/2")
    desk.cannot_read(desk.takes_one(Followed), Why.LIMITED, seconds=600)
    assert desk.takes() is None
    desk.passes(seconds=599)
    assert desk.takes() is None
    desk.passes(seconds=1)
    assert isinstance(desk.takes(), Followed)


def test_the_other_host_goes_on(desk: Desk) -> None:
    desk.asks(BEN)
    desk.asks(BEN, link="https://gitlab.com/ana/churn/-/merge_requests/1")
    desk.cannot_read(desk.takes_one(Followed), Why.LIMITED, seconds=600)
    assert desk.takes_one(Followed).host == GITLAB


def test_a_revoked_key_is_told_to_the_keeper_once_and_again_after_it_was_mended(
    desk: Desk,
) -> None:
    desk.asks(BEN)
    desk.asks(BEN, link="https://github.com/ana/churn/pull/2")
    for _ in range(3):
        desk.cannot_read(desk.takes_one(Followed), Why.REFUSED)
        assert desk.takes() is None
        desk.passes(hours=1)
    assert [kind for kind, _ in desk.nudged(PersonId("U0HUGO"))] == ["hosts.refused"]
    assert desk.nudged(ANA) == []

    desk.do(lambda work: hosts.introduce(work, OPEN))  # started anew, with another key
    desk.reads(desk.takes_one(Followed), a_look())
    desk.cannot_read(desk.takes_one(Followed), Why.REFUSED)
    assert len(desk.nudged(PersonId("U0HUGO"))) == 2


def test_what_was_never_seen_is_told_so(desk: Desk) -> None:
    desk.asks(BEN)
    desk.cannot_read(desk.takes_one(Followed), Why.GONE)
    [(kind, facts)] = desk.nudged(ANA)
    assert (kind, facts["seen"]) == ("hosts.lost", False)


def test_what_is_gone_is_told_to_its_author_once_and_can_come_back(desk: Desk) -> None:
    review = desk.asks(BEN)
    for _ in range(3):
        desk.cannot_read(desk.takes_one(Followed), Why.GONE)
        desk.passes(hours=2)
    assert [(kind, facts["link"]) for kind, facts in desk.nudged(ANA)] == [("hosts.lost", LINK)]
    assert desk.review(review).state == "lost"

    desk.reads(desk.takes_one(Followed), a_look(changed_at=desk.now))
    assert desk.review(review).state == "open"


def test_what_comes_back_as_it_was_is_found_as_well(desk: Desk) -> None:
    review = desk.asks(BEN)
    desk.reads(desk.takes_one(Followed), a_look())
    desk.passes(minutes=16)
    desk.cannot_read(desk.takes_one(Followed), Why.GONE)
    assert desk.review(review).state == "lost"
    desk.passes(hours=2)
    desk.settles(desk.takes_one(Followed))
    assert desk.review(review).state == "open"


def test_a_renamed_repository_takes_its_reviews_and_errands_along(desk: Desk) -> None:
    desk.me(BEN, "github:ben")
    review = desk.asks(BEN)
    errand = desk.takes_one(Errand)
    desk.do(lambda work: hosts.not_carried(work, errand, Unread(Why.LIMITED, seconds=5), spread=0))
    desk.passes(seconds=5)
    again = desk.takes_one(Errand)
    desk.do(lambda work: hosts.set_aside(work, again))
    one = desk.takes_one(Followed)
    desk.reads(one, a_look(place="github.com/ana/attrition", requested=()))

    assert desk.review(review).place == "github.com/ana/attrition"
    desk.passes(minutes=16)
    assert desk.takes_one(Errand).place == "github.com/ana/attrition"
    assert desk.takes_one(Followed).place == "github.com/ana/attrition"


def test_a_reviewer_with_an_account_is_requested_there(desk: Desk) -> None:
    desk.me(BEN, "github:Ben-Codes")
    desk.asks(BEN)
    errand = desk.takes_one(Errand)
    assert (errand.ask, errand.login, errand.number) == (True, "ben-codes", 1)
    assert not hosts.was_tried(errand)
    desk.do(lambda work: hosts.carried(work, errand))
    desk.takes_one(Followed)
    assert desk.takes() is None


def test_a_reviewer_without_an_account_is_not_guessed(desk: Desk) -> None:
    desk.asks(BEN)
    taken = iter(desk.takes, None)
    assert [type(task) for task in taken] == [AccountSearch, AccountSearch, Followed]


def test_who_tells_their_account_later_is_requested_then(desk: Desk) -> None:
    desk.asks(BEN)
    desk.reads(desk.takes_one(Followed), a_look())
    desk.me(BEN, "github:ben")
    assert desk.takes_one(Errand).login == "ben"


def test_an_errand_that_may_have_arrived_is_looked_up_before_it_is_repeated(desk: Desk) -> None:
    desk.me(BEN, "github:ben")
    desk.asks(BEN)
    desk.takes_one(Errand)
    desk.passes(minutes=3)  # nobody ever heard of that try
    again = desk.takes_one(Errand)
    assert hosts.was_tried(again)
    assert hosts.is_needed(again, a_look())
    assert not hosts.is_needed(again, a_look(requested=("ben",)))
    assert not hosts.is_needed(again, a_look(state="merged"))
    answered = Verdict("7", "ben", "approved", NOON + timedelta(minutes=1))
    assert not hosts.is_needed(again, a_look(verdicts=(answered,)))


def test_being_told_to_wait_is_no_try(desk: Desk) -> None:
    desk.me(BEN, "github:ben")
    desk.asks(BEN)
    errand = desk.takes_one(Errand)
    desk.do(lambda work: hosts.not_carried(work, errand, Unread(Why.LIMITED, seconds=5), spread=0))
    desk.passes(seconds=5)
    assert not hosts.was_tried(desk.takes_one(Errand))


def test_a_reviewer_whom_the_host_refuses_is_told_to_the_author_once(desk: Desk) -> None:
    desk.me(BEN, "github:ben")
    desk.asks(BEN)
    errand = desk.takes_one(Errand)
    unread = Unread(Why.INVALID, "Reviews may only be requested from collaborators")
    desk.do(lambda work: hosts.not_carried(work, errand, unread, spread=0))
    [(kind, facts)] = desk.nudged(ANA)
    assert (kind, facts["login"], facts["person"]) == ("hosts.not_asked", "ben", BEN)
    desk.passes(days=1)
    assert not isinstance(desk.takes(), Errand)


def test_the_last_that_was_decided_is_what_is_asked_for(desk: Desk) -> None:
    desk.me(BEN, "github:ben")
    review = desk.asks(BEN)
    desk.do(lambda work: errands.unask_reviewer(work, review, LINK, BEN))
    assert desk.takes_one(Errand).ask is False
    found = desk.do(lambda work: work.records.errands.of_review(review))
    assert [(one.ask, one.state) for one in found] == [(True, "moot"), (False, "ready")]


def test_a_link_to_a_host_that_is_closed_to_us_is_left_alone(desk: Desk) -> None:
    desk.me(BEN, "github:ben")
    desk.asks(BEN, link="https://git.elsewhere.example/ana/churn/pull/1")
    assert desk.takes() is None


def test_a_host_whose_key_is_taken_away_is_asked_no_more(desk: Desk) -> None:
    desk.asks(BEN)
    desk.do(lambda work: hosts.introduce(work, ()))
    assert desk.takes() is None
    assert desk.next_due() is None


def _watch(desk: Desk, text: str = "ana/churn") -> Told:
    return desk.do(lambda work: hosts.watch(work, text, channel=PLACE, by=ANA))


def _lists(desk: Desk, one: Watched, *new: Look, **known: bool) -> bool:
    numbers = {int(name[1:]): draft for name, draft in known.items()}
    listing = Listing(one.place, numbers, tuple((look, ("a.py",)) for look in new))
    return desk.do(lambda work: hosts.appeared(work, one, listing, {}, spread=0))


def _titles(desk: Desk) -> list[str]:
    team = desk.do(lambda work: work.records.teams.of_channel(PLACE))
    assert team is not None
    found = desk.do(lambda work: work.records.reviews.listed("team", team=team.id))
    return [one.title for one in found]


def test_what_becomes_ready_in_a_watched_repository_becomes_a_review(desk: Desk) -> None:
    assert _watch(desk).facts["new"]
    one = desk.takes_one(Watched)
    assert not hosts.is_new(one, 4, draft=False)  # it stood there before
    assert _lists(desk, one, n4=False, n5=True)

    desk.passes(minutes=16)
    one = desk.takes_one(Watched)
    assert not hosts.is_new(one, 4, draft=False)
    assert not hosts.is_new(one, 5, draft=True)
    assert hosts.is_new(one, 5, draft=False)
    assert hosts.is_new(one, 6, draft=False)
    link = "https://github.com/ana/churn/pull/6"
    _lists(desk, one, a_look(number=6, link=link, title="Sixth"), n4=False, n5=True, n6=False)
    assert _titles(desk) == ["Sixth"]
    assert desk.takes_one(Followed).number == 6


def test_a_watched_repository_is_watched_under_its_new_name(desk: Desk) -> None:
    _watch(desk)
    one = desk.takes_one(Watched)
    listing = Listing("github.com/ana/attrition", {4: False})
    assert desk.do(lambda work: hosts.appeared(work, one, listing, {}, spread=0))
    desk.passes(minutes=16)
    again = desk.takes_one(Watched)
    assert again.place == "github.com/ana/attrition"
    assert not hosts.is_new(again, 4, draft=False)
    assert desk.takes() is None


def test_an_author_whom_nobody_knows_is_asked_about_once(desk: Desk) -> None:
    _watch(desk)
    _lists(desk, desk.takes_one(Watched))
    for number in (6, 7):
        desk.passes(minutes=16)
        link = f"https://github.com/ana/churn/pull/{number}"
        look = a_look(number=number, link=link, author="zoe")
        _lists(desk, desk.takes_one(Watched), look, n6=False, n7=False)
    bot = a_look(number=8, link="https://github.com/ana/churn/pull/8", author="b", by_bot=True)
    desk.passes(minutes=16)
    _lists(desk, desk.takes_one(Watched), bot, n6=False, n7=False, n8=False)
    assert [(kind, facts["login"]) for kind, facts in desk.nudged(ANA)] == [
        ("hosts.unknown", "zoe")
    ]


def test_watching_twice_is_once_and_ends(desk: Desk) -> None:
    assert _watch(desk).facts["new"]
    assert not _watch(desk, "<https://github.com/Ana/Churn>").facts["new"]
    rows = _watch(desk, "").facts["rows"]
    assert [row["place"] for row in rows] == ["github.com/ana/churn"]
    gone = desk.do(lambda work: hosts.unwatch(work, "ana/churn", channel=PLACE, by=ANA))
    assert gone.what == "hosts.unwatched"
    assert desk.takes() is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("ana/churn", "github.com/ana/churn"),
        ("`Ana/Churn`", "github.com/ana/churn"),
        ("https://github.com/ana/churn.git", "github.com/ana/churn"),
        ("<https://github.com/ana/churn/|github.com/ana/churn>", "github.com/ana/churn"),
        ("gitlab:group/sub/churn", "gitlab.com/group/sub/churn"),
        ("https://gitlab.com/group/churn", "gitlab.com/group/churn"),
    ],
)
def test_a_repository_is_read_as_it_is_written(desk: Desk, text: str, place: str) -> None:
    assert _watch(desk, text).facts["place"] == place


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("churn", NotARepository),
        ("the churn repository please", NotARepository),
        ("https://git.elsewhere.example/ana/churn", NoCodeHost),
    ],
)
def test_what_is_no_repository_is_said(desk: Desk, text: str, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        _watch(desk, text)


def test_a_watched_repository_that_is_gone_is_told_to_who_asked_for_it_once(desk: Desk) -> None:
    _watch(desk)
    for _ in range(3):
        one = desk.takes_one(Watched)
        desk.do(lambda work, one=one: hosts.unlisted(work, one, Unread(Why.GONE), spread=0))  # type: ignore[misc]
        desk.passes(hours=2)
    assert [kind for kind, _ in desk.nudged(ANA)] == ["hosts.unwatched"]


def test_an_account_is_told_shown_and_forgotten(desk: Desk) -> None:
    assert desk.me(BEN, "").facts["logins"] == {}
    assert desk.me(BEN, "github:Ben").facts == {"host": "github", "login": "ben", "known": True}
    desk.me(BEN, "gitlab: ben.b")
    assert desk.me(BEN, "").facts["logins"] == {"github": "ben", "gitlab": "ben.b"}
    desk.me(BEN, "github:ben-2")
    assert desk.me(BEN, "").facts["logins"]["github"] == "ben-2"
    assert desk.me(BEN, "github:none").what == "hosts.unlinked"
    assert desk.me(BEN, "github:none").what == "hosts.not_linked"


def test_nobody_takes_an_account_from_somebody_else(desk: Desk) -> None:
    desk.me(BEN, "github:ben")
    with pytest.raises(AccountTaken):
        desk.me(ANA, "github:BEN")
    assert desk.me(BEN, "").facts["logins"] == {"github": "ben"}


@pytest.mark.parametrize("text", ["ben", "github:", "bitbucket:ben", "github:a b", "github:<x>"])
def test_what_is_no_account_is_said(desk: Desk, text: str) -> None:
    with pytest.raises(NotAnAccount):
        desk.me(BEN, text)
