"""Settings come from the environment; what is wrong is named, what is secret stays so."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from handlers.secret_manager import SecretUnread
from settings import (
    Settings,
    SettingsMissing,
    load,
    missing_for_slack,
    revealed,
    wrong_with_code_hosts,
)

BOT, APP, SECRET = "xoxb-1-2-abc", "xapp-1-A1-2-abc", "8f742231b10e8888abcd99yyyzzz85a5"
KEPT = "projects/northwind/secrets/slack-bot-token/versions/latest"


@pytest.fixture(autouse=True)
def nothing_is_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)


def _environment(monkeypatch: pytest.MonkeyPatch, values: Mapping[str, str]) -> Settings:
    for name, value in values.items():
        monkeypatch.setenv(name, value)
    return load()


WRONG = [("PORT", "eighty"), ("PORT", "70000"), ("PINWHEEL_LOG_LEVEL", "loud")]


@pytest.mark.parametrize(("name", "value"), WRONG)
def test_a_wrong_setting_is_named(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    with pytest.raises(SettingsMissing) as refused:
        _environment(monkeypatch, {name: value})
    assert f"{name}: " in str(refused.value)


def test_an_env_file_is_read_and_the_environment_overrules_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / ".env").write_text(f"SLACK_BOT_TOKEN={BOT}\nPORT=4000\nSOMETHING_ELSE=1\n")
    settings = _environment(monkeypatch, {"PORT": "5000"})
    assert settings.bot_token == BOT
    assert settings.port == 5000


def test_with_an_app_token_it_is_socket_mode_and_needs_no_signing_secret() -> None:
    settings = load(slack_bot_token=BOT, slack_app_token=APP)
    assert settings.socket_mode
    assert missing_for_slack(settings) == {}


def test_over_http_a_signing_secret_is_needed() -> None:
    assert list(missing_for_slack(load(slack_bot_token=BOT))) == ["SLACK_SIGNING_SECRET"]
    assert missing_for_slack(load(slack_bot_token=BOT, slack_signing_secret=SECRET)) == {}


@pytest.mark.parametrize("host", ["DYNO", "GAE_SERVICE"])
def test_where_the_disk_is_forgotten_sqlite_is_refused(
    monkeypatch: pytest.MonkeyPatch, host: str
) -> None:
    slack = {"SLACK_BOT_TOKEN": BOT, "SLACK_APP_TOKEN": APP, host: "web.1"}
    missing = missing_for_slack(_environment(monkeypatch, slack))
    assert list(missing) == ["DATABASE_URL"]
    assert "PostgreSQL" in missing["DATABASE_URL"]

    kept = _environment(monkeypatch, {"DATABASE_URL": "postgres://user:word@db/pinwheel"})
    assert missing_for_slack(kept) == {}


def test_secrets_do_not_show_when_settings_are_printed() -> None:
    printed = repr(load(slack_bot_token=BOT, slack_app_token=APP, slack_signing_secret=SECRET))
    assert not any(secret in printed for secret in (BOT, APP, SECRET))


def test_a_setting_that_names_a_secret_holds_it_once_it_is_read() -> None:
    settings = Settings(slack_bot_token=KEPT, database_url=f"{KEPT[:-6]}7", host="0.0.0.0")
    found = revealed(settings, {KEPT: BOT, f"{KEPT[:-6]}7": "postgresql://db/pinwheel"}.__getitem__)
    assert found.bot_token == BOT
    assert found.database_url == "postgresql://db/pinwheel"
    assert found.host == "0.0.0.0"
    assert BOT not in repr(found)


def test_a_secret_that_cannot_be_read_names_its_variable_and_why() -> None:
    def refuse(name: str) -> str:
        raise SecretUnread("Google says 403 Forbidden")

    with pytest.raises(SettingsMissing, match="SLACK_BOT_TOKEN: Google says 403"):
        revealed(Settings(slack_bot_token=KEPT), refuse)


def test_a_code_host_is_open_once_it_has_a_key() -> None:
    closed, gitlab = load(_env_file=None, gitlab_token="glpat").code_hosts
    assert (closed.is_open, gitlab.is_open) == (False, True)
    assert (closed.web, gitlab.web) == ("github.com", "gitlab.com")


@pytest.mark.parametrize(
    ("api_url", "web"),
    [
        ("https://git.example.com/api/v3", "git.example.com"),
        ("https://git.example.com:8443/api/v3/", "git.example.com:8443"),
        ("https://api.acme.ghe.com", "acme.ghe.com"),
        ("https://api.example.com/git", "api.example.com"),
    ],
)
def test_a_code_host_is_called_in_links_as_its_api_says(api_url: str, web: str) -> None:
    github, _ = load(_env_file=None, github_token="t", github_api_url=api_url).code_hosts
    assert github.web == web


def test_a_github_app_needs_its_id_and_a_key_that_is_one() -> None:
    def wrong(**given: str) -> list[str]:
        return list(wrong_with_code_hosts(load(_env_file=None, **given)).values())

    assert wrong(github_token="t", github_app_id="1") == []
    assert wrong(github_app_id="1") == ["a GitHub App needs both its id and its private key"]
    assert wrong(github_app_id="1", github_app_private_key="-----BEGIN") == [
        "that is no private key in PEM"
    ]


def test_an_address_of_an_api_is_one() -> None:
    with pytest.raises(SettingsMissing, match="GITHUB_API_URL"):
        load(_env_file=None, github_api_url="git.example.com")
