"""Tests of the ground: what is remembered, and how."""
