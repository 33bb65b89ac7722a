"""Every setting, read once, from the environment or `.env`, and handed down."""

import sys
from collections.abc import Callable, Mapping
from typing import Any, Literal

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.hosts import GITHUB, GITLAB
from handlers.hosts import HostSettings, wrong_with
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
    github_api_url: str = Field(default="https://api.github.com", pattern=r"^https?://[^\s/]+")
    github_token: SecretStr | None = None
    github_app_id: str | None = None
    github_app_private_key: SecretStr | None = None
    github_webhook_secret: SecretStr | None = None
    gitlab_api_url: str = Field(default="https://gitlab.com/api/v4", pattern=r"^https?://[^\s/]+")
    gitlab_token: SecretStr | None = None
    gitlab_webhook_secret: SecretStr | None = None
    pinwheel_private_hosts: str | None = (
        None  # names that may stand at a private address, with commas
    )
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
        return _plain(self.slack_bot_token)

    @property
    def socket_mode(self) -> bool:
        return self.slack_app_token is not None

    @property
    def code_hosts(self) -> tuple[HostSettings, ...]:
        return (
            HostSettings(
                GITHUB,
                self.github_api_url,
                token=_plain(self.github_token),
                app_id=self.github_app_id or "",
                # Where a variable holds one line only, its ends are written out.
                app_key=_plain(self.github_app_private_key).replace("\\n", "\n"),
                hook_secret=_plain(self.github_webhook_secret),
            ),
            HostSettings(
                GITLAB,
                self.gitlab_api_url,
                token=_plain(self.gitlab_token),
                hook_secret=_plain(self.gitlab_webhook_secret),
            ),
        )

    @property
    def private_hosts(self) -> tuple[str, ...]:
        names = (name.strip().lower() for name in (self.pinwheel_private_hosts or "").split(","))
        return tuple(name for name in names if name)

    @property
    def forgets_its_disk(self) -> bool:
        """The disk does not outlive the process here."""
        return bool(self.dyno or self.gae_service)


def _plain(secret: SecretStr | None) -> str:
    return "" if secret is None else secret.get_secret_value()


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


def wrong_with_code_hosts(settings: Settings) -> Mapping[str, str]:
    """What is set of a code host and does not fit: the variables, and what to do."""
    found = ((one.kind, wrong_with(one)) for one in settings.code_hosts)
    return {f"{kind.upper()}_APP_ID and …_APP_PRIVATE_KEY": why for kind, why in found if why}
