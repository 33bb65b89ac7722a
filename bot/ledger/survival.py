"""How long a wait lasts, from waits that ended and from those that have not ended yet.

The product-limit estimate of Kaplan and Meier ("Nonparametric Estimation from Incomplete
Observations", Journal of the American Statistical Association 53, 1958): a wait that is still open
counts as one that lasted at least until now. To leave it out would make every wait look shorter.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class Case:
    waited: timedelta  # working time so far
    ended: bool  # False: at least this long


def lasts(cases: Iterable[Case], share: float) -> timedelta | None:
    """By when this share of such waits has ended; None when so many did not end yet.

    Without open waits it is the usual quantile: the shortest time that so many did not exceed.
    """
    known = sorted(cases, key=lambda case: (case.waited, not case.ended))
    left, still_open = len(known), 1.0
    for case in known:
        if case.ended:
            still_open *= (left - 1) / left
            if still_open <= 1 - share + 1e-12:
                return case.waited
        left -= 1
    return None
