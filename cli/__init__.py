"""The command line: run it, try it, look after it; each module adds its commands to the app."""

from cli import care, demo, doctor, manifest
from cli.terminal import app

__all__ = ["app", "care", "demo", "doctor", "manifest"]
