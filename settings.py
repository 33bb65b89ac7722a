"""Every setting, read once, from the environment or `.env`, and handed down."""

import sys
from collections.abc import Callable, Mapping
from typing import Any, Literal

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from handlers.secret_manager import SecretUnread, names_a_secret, read_secret


class SettingsMissing(SystemExit):
    """A sentence for the terminal, and nothing starts."""


class Settings(BaseSettings):
    """The names are those of the environment, in small letters."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", frozen=True)

    database_url: str = "sqlite:///pinwheel.db"
    slack_bot_token: SecretStr | None = None
    slack_signing_secret: SecretStr | None = None
    slack_app_token: SecretStr | None = None
    slack_api_base_url: str = "https://slack.com/api/"
    pinwheel_clock_url: str | None = None
    host: str = "127.0.0.1"
    port: int = Field(default=3000, ge=0, le=65535)
    pinwheel_log_level: Literal["debug", "info", "warning", "error"] = "info"
    pinwheel_log_format: Literal["console", "json"] = Field(
        default_factory=lambda: "console" if sys.stderr.isatty() else "json"
    )
    dyno: str | None = None  # Heroku sets it
    gae_service: str | None = None  # App Engine sets it, standard and flexible

    @property
    def bot_token(self) -> str:
        return "" if self.slack_bot_token is None else self.slack_bot_token.get_secret_value()

    @property
    def socket_mode(self) -> bool:
        return self.slack_app_token is not None

    @property
    def forgets_its_disk(self) -> bool:
        """The disk does not outlive the process here."""
        return bool(self.dyno or self.gae_service)


def load(**given: Any) -> Settings:
    """Raises SettingsMissing, naming each variable that is wrong."""
    try:
        settings = Settings(**given)
    except ValidationError as wrong:
        lines = [
            f"{'.'.join(map(str, one['loc'])).upper()}: {one['msg']}" for one in wrong.errors()
        ]
        raise SettingsMissing("Pinwheel can't start:\n  " + "\n  ".join(lines)) from None
    return revealed(settings, read_secret)


def revealed(settings: Settings, read: Callable[[str], str]) -> Settings:
    """With the secrets that are only named so far. Raises SettingsMissing."""
    found: dict[str, Any] = {}
    for name, value in settings:
        plain = value.get_secret_value() if isinstance(value, SecretStr) else value
        if not isinstance(plain, str) or not names_a_secret(plain):
            continue
        try:
            secret = read(plain)
        except SecretUnread as why:
            raise SettingsMissing(f"Pinwheel can't start:\n  {name.upper()}: {why}") from None
        found[name] = SecretStr(secret) if isinstance(value, SecretStr) else secret
    return settings.model_copy(update=found)


def missing_for_slack(settings: Settings) -> Mapping[str, str]:
    """What `run` needs and does not have: the variable, and what to do."""
    missing: dict[str, str] = {}
    if settings.slack_bot_token is None:
        missing["SLACK_BOT_TOKEN"] = (
            "copy the Bot User OAuth Token (xoxb-…) from OAuth & Permissions of your Slack app"
        )
    if not settings.socket_mode and settings.slack_signing_secret is None:
        missing["SLACK_SIGNING_SECRET"] = (
            "copy the Signing Secret from Basic Information of your Slack app,"
            " or set SLACK_APP_TOKEN (xapp-…) to use Socket Mode"
        )
    if settings.forgets_its_disk and settings.database_url.startswith("sqlite"):
        missing["DATABASE_URL"] = (
            "this host forgets its disk at every restart, so SQLite would lose your team's"
            " blockers; set it to a PostgreSQL"
        )
    return missing
