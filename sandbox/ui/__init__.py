"""The page's own API: what one person sees, says and taps."""
