"""Code hosts as tests meet them: over HTTP, with state, on good and on bad days."""
