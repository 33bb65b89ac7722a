"""Whether two written words are one, but for an ending or a slip of the finger."""


def spelled_alike(a: str, b: str) -> float:
    """1 for the same, less for one beginning or holding the other, or a slip of the finger."""
    if a == b:
        return 1.0
    short, long = sorted((a, b), key=len)
    if len(short) < 4 or any(map(str.isdigit, a + b)):
        return 0.0
    same = _beginning(short, long)
    if same >= 5 and same >= 0.7 * len(short):
        return 0.9
    if len(short) >= 6 and (long.endswith(short) or long.startswith(short)):
        return 0.7
    if len(short) >= 5 and len(long) - len(short) <= 2 and (same or short[1] == long[1]):
        most = 1 if len(short) < 8 else 2
        return 0.85 if slips(short, long, most) <= most else 0.0
    return 0.0


def _beginning(short: str, long: str) -> int:
    for at, letter in enumerate(short):
        if letter != long[at]:
            return at
    return len(short)


def slips(a: str, b: str, most: int) -> int:
    """How many letters were missed, added, changed or swapped; beyond `most` it does not matter."""
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        older, before, row = before, row, [i]
        for j, y in enumerate(b, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]
