"""Tests, in folders named as what they test."""
