"""A small Slack of our own: it speaks Slack's public protocol and has a page to talk on."""
