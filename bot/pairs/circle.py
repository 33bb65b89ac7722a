"""The circle schedule: everybody sits in a slot, and each round pairs the slots of one class."""


def slots_for(members: int) -> int:
    """An even number, for a slot that is left over plays the bye."""
    return members + members % 2


def classes(slots: int) -> int:
    """So many rounds until all slots have met."""
    return max(slots - 1, 1)


def class_of(one: int, other: int, slots: int) -> int:
    """In which class two slots meet; every two meet in exactly one."""
    last = slots - 1
    if last in (one, other):
        return 2 * (one + other - last) % classes(slots)
    return (one + other) % classes(slots)


def partner_of(slot: int, number: int, slots: int) -> int:
    """Whom the schedule gives this slot in the round of this number."""
    last, size = slots - 1, classes(slots)
    meets = number % size
    if slot == last:
        return next(other for other in range(size) if 2 * other % size == meets)
    partner = (meets - slot) % size
    return last if partner == slot else partner
