"""What a team's standup is: its settings, where it is shown, when its members are asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from bot.rhythms import Setting
from bot.world import Work
from storage.rhythms import Rhythm
from storage.teams import Team
from storage.types import ChannelId, TeamId

NAME = "standup"
TITLE = "Standup"
RULE = "weekdays 09:30"
WHAT_HAPPENS = (
    "Each of you is asked by DM at 9:30 where you are; your answers stand in one thread here."
)
SETTINGS = (
    Setting("next_question", "Question about the plan", "text", "What is next?"),
    Setting(
        "waits_question",
        "Question about waits",
        "text",
        "Are you waiting on anyone or anything?",
    ),
    Setting("more_questions", "More questions", "lines", [], hint="One a line, up to five."),
    Setting("channel", "Where the answers are shown", "channel", None, hint="Empty: this channel."),
    Setting("window", "Hours to answer", "number", 4, hint="From each person's question on."),
    Setting(
        "reminders",
        "Reminders",
        "choice",
        "light",
        choices=(
            ("light", "One, an hour before the time is over"),
            ("more", "Two: halfway, and an hour before"),
            ("none", "None"),
        ),
    ),
)
_MOST_QUESTIONS = 5
_HOURS = (0.5, 24.0)


@dataclass(frozen=True, slots=True)
class Question:
    field: str  # plan, waits, more-1 …
    words: str


@dataclass(frozen=True, slots=True)
class Standup:
    """Of one team, as it is set now."""

    team: TeamId
    place: ChannelId  # where its thread is
    rhythm: Rhythm | None  # None, or off: answers are taken, nobody is asked
    questions: tuple[Question, ...]
    window: timedelta
    reminders: str

    @property
    def is_on(self) -> bool:
        return self.rhythm is not None and self.rhythm.on


def standup_of(work: Work, team: Team, rhythm: Rhythm | None = None) -> Standup:
    rhythm = rhythm or work.records.rhythms.get(team.id, NAME)
    said = _settings({} if rhythm is None else rhythm.settings)
    return Standup(
        team=team.id,
        place=ChannelId(said["channel"] or team.channel),
        rhythm=rhythm,
        questions=_questions(said),
        window=_window(said["window"]),
        reminders=str(said["reminders"]),
    )


def assumed(standup: Standup) -> Rhythm:
    """The usual rhythm, by which days are counted where none was turned on."""
    return standup.rhythm or Rhythm(
        team=standup.team,
        feature=NAME,
        rule=RULE,
        zone="UTC",
        settings={},
        on=False,
        turned_by=None,
        starts_on=None,
        next_due=None,
    )


def _settings(said: Mapping[str, Any]) -> dict[str, Any]:
    return {one.name: said.get(one.name, one.default) for one in SETTINGS}


def _questions(said: Mapping[str, Any]) -> tuple[Question, ...]:
    more = [str(one).strip() for one in said["more_questions"] or [] if str(one).strip()]
    return (
        Question("plan", str(said["next_question"])),
        Question("waits", str(said["waits_question"])),
        *(
            Question(f"more-{number}", one)
            for number, one in enumerate(more[:_MOST_QUESTIONS], start=1)
        ),
    )


def _window(hours: object) -> timedelta:
    try:
        number = float(str(hours))
    except ValueError:
        number = 4.0
    return timedelta(hours=min(max(number, _HOURS[0]), _HOURS[1]))
