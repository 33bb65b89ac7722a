"""What people of the simulation write: plans, and waits as plain sentences."""

from random import Random

_WORK = (
    *("the churn model", "the price test", "the uplift report", "the demand forecast"),
    *("the ranking features", "the survey weights", "the fraud scores", "the cohort dashboard"),
    *("the basket embeddings", "the credit notebook", "the returns study", "the search labels"),
)
_DEEDS = (
    *("Clean up", "Write down", "Check", "Backtest", "Plot", "Refactor", "Finish", "Compare"),
    *("Present", "Draft", "Tune", "Explain"),
)
_WAITS = (
    "waiting on the {thing} table from data engineering",
    "can't start the {thing} backfill until the ETL change for it is merged",
    "still no access to the {thing} schema in the warehouse",
    "waiting on ML engineering to deploy the {thing} model",
    "blocked by {who}, I need the {thing} numbers first",
    "waiting for {who} to review my pull request on {thing}",
    "the GPU queue for {thing} is three days long",
    "need legal's ok to use the {thing} data",
    "waiting on a product decision about {thing}",
    "the vendor has not sent the {thing} export yet",
)
_THINGS = (
    *("orders", "sessions", "refunds", "invoices", "clicks", "prices", "stores", "coupons"),
    *("carts", "visits", "ratings", "parcels", "tickets", "leads", "payouts", "claims"),
)
_SIGNS = (
    *("waiting", "can't start", "no access", "blocked by", "GPU queue", "legal's ok"),
    *("has not sent", "not live yet"),
)
_NOTHING = ("", "", "none", "No blockers", "nope", "nothing today", "all good")


def plan(dice: Random) -> str:
    deeds = dice.sample(_DEEDS, dice.choice((1, 2, 2, 3)))
    return "\n".join(f"- {deed} {dice.choice(_WORK)}" for deed in deeds)


def wait(dice: Random, who: str) -> str:
    """`who`: a person as Slack writes a mention."""
    return dice.choice(_WAITS).format(thing=dice.choice(_THINGS), who=who)


def is_meant(found: str) -> bool:
    """Whether their author would call that a wait: the bot can take a plan for one."""
    return any(sign in found for sign in _SIGNS)


def nothing(dice: Random) -> str:
    return dice.choice(_NOTHING)
