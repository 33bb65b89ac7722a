"""Views: pure functions from values to what Slack shows."""
