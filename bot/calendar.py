"""Working hours: how long a wait lasted and when somebody works next, exact in every zone."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from bot.holidays import is_holiday

_MICROSECOND = timedelta(microseconds=1)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LAST_YEAR = 2199
_END = datetime(_LAST_YEAR + 1, 1, 1, tzinfo=UTC)
_ZERO = timedelta(0)


@dataclass(frozen=True, slots=True)
class WorkingHours:
    """The wall-clock hours of each working day, from `start` until just before `end`."""

    days: frozenset[int] = frozenset({1, 2, 3, 4, 5})  # ISO: Monday is 1
    start: time = time(9, 0)
    end: time = time(17, 30)
    country: str = ""  # whose public holidays are no working days: a code of bot.holidays
    off: tuple[tuple[date, date], ...] = ()  # stretches of days off, their first and last days

    def __post_init__(self) -> None:
        if not self.days or not self.days <= set(range(1, 8)):
            raise ValueError("working days are some of 1 (Monday) to 7 (Sunday)")
        if self.start >= self.end:
            raise ValueError("a working day ends after it starts")

    def includes(self, day: date) -> bool:
        """Whether it is a working day."""
        usual = day.isoweekday() in self.days and not is_holiday(self.country, day)
        return usual and not any(first <= day <= last for first, last in self.off)

    @property
    def length(self) -> timedelta:
        """Of a day without a clock change."""
        return datetime.combine(date.min, self.end) - datetime.combine(date.min, self.start)


DEFAULT = WorkingHours()


def working_time(
    since: datetime, until: datetime, *, zone: str, hours: WorkingHours = DEFAULT
) -> timedelta:
    """The real time between two instants that lies within working hours; zero if out of order.

    The hours are those of the wall clock in `zone` (an IANA name; an unknown one means UTC). A
    day on which the clock changes within them is longer or shorter by as much.
    """
    since, until = _bounded(since), _bounded(until)
    if since >= until:
        return _ZERO
    passed = sum(_year(zone, hours, year).total for year in range(since.year, until.year))
    passed += _year(zone, hours, until.year).worked_before(_micros(until))
    passed -= _year(zone, hours, since.year).worked_before(_micros(since))
    return passed * _MICROSECOND


def add_working_time(
    start: datetime, amount: timedelta, *, zone: str, hours: WorkingHours = DEFAULT
) -> datetime:
    """The earliest instant (UTC) by which this much working time has passed since `start`.

    No amount gives `start` itself. Raises ValueError for an amount below zero, OverflowError
    past the year 2199.
    """
    if amount < _ZERO:
        raise ValueError("working time passes only forwards")
    if not amount:
        return start
    at = _bounded(start)
    left = amount // _MICROSECOND + _year(zone, hours, at.year).worked_before(_micros(at))
    for year in range(at.year, _LAST_YEAR + 1):
        table = _year(zone, hours, year)
        if left <= table.total:
            return _instant(table.moment_after(left))
        left -= table.total
    raise OverflowError("that is too far in the future")


def is_working(at: datetime, *, zone: str, hours: WorkingHours = DEFAULT) -> bool:
    """Whether the instant lies within working hours in that zone."""
    at = _bounded(at)
    return _year(zone, hours, at.year).holds(_micros(at))


def next_working_moment(at: datetime, *, zone: str, hours: WorkingHours = DEFAULT) -> datetime:
    """`at` itself within working hours, else the next start (UTC). OverflowError past 2199."""
    if is_working(at, zone=zone, hours=hours):
        return at
    bounded = _bounded(at)
    for year in range(bounded.year, _LAST_YEAR + 1):
        start = _year(zone, hours, year).first_start_after(_micros(bounded))
        if start is not None:
            return _instant(start)
    raise OverflowError("that is too far in the future")


def instant_of(local: datetime, *, zone: str) -> datetime:
    """The instant (UTC) when the wall clock of the zone first shows this local time (naive).

    A time that a clock change skips gives the first valid moment after it.
    """
    there = zone_named(zone)
    first, second = local.replace(tzinfo=there, fold=0), local.replace(tzinfo=there, fold=1)
    before, after = _offset(first), _offset(second)
    if after <= before:
        return first.astimezone(UTC)
    return _end_of_gap(local.replace(tzinfo=UTC), before=before, after=after, there=there)


def is_zone(name: str) -> bool:
    return isinstance(zone_named(name), ZoneInfo)


@lru_cache(maxsize=1024)
def zone_named(name: str) -> tzinfo:
    """The zone of that IANA name; UTC when there is none such."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # unknown; not a name at all; a folder of names
        return UTC


def in_words(waited: timedelta, hours: WorkingHours = DEFAULT) -> str:
    """Working time in a short phrase, to the nearest minute, hour or day: "1 day 2 h"."""
    minutes = waited // timedelta(minutes=1)
    if minutes < 5:
        return "just now"
    if minutes < 60:
        return f"{minutes} min"
    days, rest = divmod(waited, hours.length)
    whole_hours = _rounded_hours(rest)
    if timedelta(hours=whole_hours) >= hours.length:
        days, whole_hours = days + 1, 0
    return _days_and_hours(days, whole_hours)


def _days_and_hours(days: int, hours: int) -> str:
    parts = []
    if days:
        parts.append("1 day" if days == 1 else f"{days:,} days")
    if hours and days < 10:
        parts.append(f"{hours} h")
    return " ".join(parts)


def _rounded_hours(amount: timedelta) -> int:
    return (amount + timedelta(minutes=30)) // timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class _Year:
    """The working stretches of one UTC year, in microseconds since 1970, with running totals."""

    starts: "array[int]" = field(default_factory=lambda: array("q"))
    ends: "array[int]" = field(default_factory=lambda: array("q"))
    before: "array[int]" = field(default_factory=lambda: array("q"))
    days: "array[int]" = field(default_factory=lambda: array("l"))  # the local date of each

    def add(self, start: int, end: int, day: int) -> None:
        self.before.append(self.total)
        self.starts.append(start)
        self.ends.append(end)
        self.days.append(day)

    def without(self, spans: Iterable[tuple[int, int]]) -> "_Year":
        """The same, but for the stretches of these days."""
        gone: set[int] = set()
        for first, last in spans:
            gone.update(range(bisect_left(self.days, first), bisect_right(self.days, last)))
        table = _Year()
        for at, (start, end, day) in enumerate(zip(self.starts, self.ends, self.days, strict=True)):
            if at not in gone:
                table.add(start, end, day)
        return table

    @property
    def total(self) -> int:
        return self.before[-1] + self.ends[-1] - self.starts[-1] if self.starts else 0

    def worked_before(self, at: int) -> int:
        """Working time from the beginning of the year until then."""
        last = bisect_right(self.starts, at) - 1
        if last < 0:
            return 0
        return self.before[last] + min(at, self.ends[last]) - self.starts[last]

    def moment_after(self, worked: int) -> int:
        """When that much (more than nothing, at most the total) has been worked."""
        stretch = bisect_left(self.before, worked) - 1
        return self.starts[stretch] + worked - self.before[stretch]

    def holds(self, at: int) -> bool:
        last = bisect_right(self.starts, at) - 1
        return last >= 0 and at < self.ends[last]

    def first_start_after(self, at: int) -> int | None:
        following = bisect_right(self.starts, at)
        return self.starts[following] if following < len(self.starts) else None


def _year(zone: str, hours: WorkingHours, year: int) -> _Year:
    """People who keep the same hours share a table; only days off make one of a person's own."""
    return _personal(zone, hours, year) if hours.off else _usual(zone, hours, year)


@lru_cache(maxsize=1024)
def _personal(zone: str, hours: WorkingHours, year: int) -> _Year:
    usual = _usual(zone, replace(hours, off=()), year)
    return usual.without((first.toordinal(), last.toordinal()) for first, last in hours.off)


@lru_cache(maxsize=512)  # of about 8 kB each
def _usual(zone: str, hours: WorkingHours, year: int) -> _Year:
    """Cut at the UTC year's borders, so that years add up whatever the zone."""
    opens = _micros(datetime(year, 1, 1, tzinfo=UTC))
    closes = _micros(datetime(year + 1, 1, 1, tzinfo=UTC))
    table = _Year()
    for day in _local_days(year):
        if not hours.includes(day):
            continue
        start = max(opens, _micros(instant_of(datetime.combine(day, hours.start), zone=zone)))
        end = min(closes, _micros(instant_of(datetime.combine(day, hours.end), zone=zone)))
        if start < end:  # not so on a date that a zone left out when it crossed the date line
            table.add(start, end, day.toordinal())
    return table


def _local_days(year: int) -> Iterator[date]:
    """Every local date that any zone may have within the UTC year."""
    day, last = date(year - 1, 12, 30), date(year + 1, 1, 2)
    while day <= last:
        yield day
        day += timedelta(days=1)


def _end_of_gap(
    as_if_utc: datetime, *, before: timedelta, after: timedelta, there: tzinfo
) -> datetime:
    """The second at which the clock was put forward, over this local time."""
    earliest = int((as_if_utc - after).timestamp())
    latest = int((as_if_utc - before).timestamp())
    found = bisect_left(
        range(earliest, latest),
        after,
        key=lambda second: _offset(datetime.fromtimestamp(second, there)),
    )
    return datetime.fromtimestamp(earliest + found, UTC)


def _offset(at: datetime) -> timedelta:
    return at.utcoffset() or _ZERO


def _bounded(at: datetime) -> datetime:
    """In UTC, and within the years that we count. Raises TypeError for a naive time."""
    if at < _EPOCH:
        return _EPOCH
    return min(at, _END - _MICROSECOND).astimezone(UTC)


def _micros(at: datetime) -> int:
    return (at - _EPOCH) // _MICROSECOND


def _instant(micros: int) -> datetime:
    return _EPOCH + micros * _MICROSECOND
