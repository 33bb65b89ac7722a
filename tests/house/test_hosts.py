"""What hosts read: each descriptor starts the bot, and leads to files that are there."""

import subprocess
import sys
from pathlib import Path
from shutil import copy, copytree, ignore_patterns

import yaml

from handlers.secret_manager import names_a_secret
from settings import Settings
from tests.house import reading
from tests.house.reading import ROOT

# Forgets where the repository is installed, so that only what lies in the folder is found.
ALONE = """
import sys
finders = sys.meta_path
finders[:] = [one for one in finders if "__editable__" not in getattr(one, "__module__", "")]
sys.path[:] = [place for place in sys.path if place != {root!r}]
sys.path.insert(0, "")
import main
import storage.migrate
print(main.__file__, storage.migrate.newest())
"""


def _copied() -> list[list[str]]:
    lines = [line.split() for line in reading.text("Dockerfile").splitlines()]
    return [words[1:] for words in lines if words[:1] == ["COPY"]]


def test_the_container_holds_all_that_the_bot_imports(tmp_path: Path) -> None:
    for *sources, target in _copied():
        for source in sources:
            if (ROOT / source).is_dir():
                copytree(ROOT / source, tmp_path / target, ignore=ignore_patterns("__pycache__"))
            else:
                copy(ROOT / source, tmp_path / source)
    started = subprocess.run(
        [sys.executable, "-c", ALONE.format(root=str(ROOT))],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert started.returncode == 0, started.stderr
    assert started.stdout.startswith(str(tmp_path))


def test_what_the_container_copies_is_let_through() -> None:
    through = {line[1:] for line in reading.text(".dockerignore").split() if line.startswith("!")}
    assert through == {source for *sources, _ in _copied() for source in sources}


def test_the_container_runs_as_nobody_special_and_keeps_its_database_in_the_volume() -> None:
    lines = reading.text("Dockerfile").splitlines()
    assert lines.index("USER pinwheel") < lines.index('CMD ["python", "main.py", "run"]')
    assert "VOLUME /data" in lines
    assert "DATABASE_URL=sqlite:////data/" in reading.text("Dockerfile")


def test_heroku_migrates_and_listens_on_all_addresses() -> None:
    processes = dict(line.split(": ", 1) for line in reading.text("Procfile").splitlines())
    assert processes == {
        "release": "python main.py migrate",
        "web": "HOST=0.0.0.0 python main.py run",
    }


def test_app_engine_starts_one_instance_that_is_always_on_and_keeps_no_secret_in_its_file() -> None:
    app = yaml.safe_load(reading.text("app.yaml"))
    variables = app["env_variables"]
    assert app["entrypoint"] == "python main.py run"
    assert app["manual_scaling"] == {"instances": 1}
    assert {name.lower() for name in variables} <= set(Settings.model_fields)
    assert variables["HOST"] == "0.0.0.0"
    for name in ("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "DATABASE_URL"):
        assert names_a_secret(variables[name]), name


def test_both_lock_files_hold_hashes_and_no_address() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        lines = reading.text(name).splitlines()
        pinned = [number for number, line in enumerate(lines) if "==" in line.split("#")[0]]
        assert len(pinned) > 20
        assert all("--hash=" in lines[number + 1] for number in pinned), name
        assert not [line for line in lines if line.startswith(("-i", "--index", "--extra-index"))]


def test_what_hosts_install_is_part_of_what_developers_install() -> None:
    def pins(name: str) -> set[str]:
        return {line.split()[0] for line in reading.text(name).splitlines() if "==" in line}

    assert pins("requirements.txt") - {"#"} <= pins("requirements-dev.txt")
