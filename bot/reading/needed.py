"""Whether a pattern can match at all, before it is tried at each place of a text."""


def cannot_say(plain: str, *needed: str) -> bool:
    """Whether none of these small words stands in it, of which its pattern needs one.

    Known of ASCII only: elsewhere a pattern takes more letters for the same than `lower` does.
    """
    small = plain.lower()
    return plain.isascii() and not any(map(small.__contains__, needed))
