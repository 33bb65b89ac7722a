"""The command line: run it, try it, look after it; each module adds its commands to the app."""

from cli import care, demo, detect, doctor, manifest, plan, report, rotate
from cli.terminal import app

__all__ = ["app", "care", "demo", "detect", "doctor", "manifest", "plan", "report", "rotate"]
