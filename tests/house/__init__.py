"""Tests of the shape itself: what is written is checked."""
