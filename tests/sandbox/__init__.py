"""The sandbox, judged by the official SDK, by Bolt apps and by its own page API."""
