"""Public holidays of a country or of a region of it, from a kept library that needs no network."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from importlib import import_module
from typing import Any

_BY_NAME_LENGTH = 3  # anything longer than a code is looked for among the names


def is_holiday(country: str, day: date) -> bool:
    """`country`: a code as DE, or DE-BY for a region of it; "" has no holidays."""
    return bool(country) and day in _of_year(country, day.year)


@lru_cache(maxsize=512)
def country_meant(text: str) -> str | None:
    """The code of what a person wrote: Germany, de, DE-BY; None when nobody knows it."""
    whole = _code_of(text)
    country, _, region = text.partition("-")
    code = _code_of(country)
    if whole is not None or code is None:
        return whole
    wanted = region.strip().casefold()
    return next(
        (f"{code}-{one}" for one in _regions_of(code) or () if one.casefold() == wanted), None
    )


def country_name(code: str) -> str:
    """As it is said; the region stays a code."""
    country, _, region = code.partition("-")
    for name, (_, alpha, *_) in _countries().items():
        if alpha == country:
            said = name.replace("_", " ").title()
            return f"{said} ({region})" if region else said
    return code


@lru_cache(maxsize=512)
def _of_year(country: str, year: int) -> frozenset[date]:
    code, _, region = country.partition("-")
    regions = _regions_of(code)
    if regions is None or region not in ("", *regions):
        return frozenset()  # no longer known to the library
    return frozenset(_library().country_holidays(code, subdiv=region or None, years=year))


def _regions_of(code: str) -> Sequence[str] | None:
    """None of a country that nobody knows."""
    known: Mapping[str, Sequence[str]] = _library().list_supported_countries()
    return known.get(code)


def _code_of(text: str) -> str | None:
    wanted = text.strip().casefold().replace(" ", "_").replace("-", "_")
    for name, (_, *codes) in _countries().items():
        if wanted == name or (len(wanted) <= _BY_NAME_LENGTH and wanted.upper() in codes):
            return str(codes[0])
    return None


def _countries() -> dict[str, tuple[str, ...]]:
    """Name, as in united_kingdom: how the library calls it, and its codes, the short one first."""
    countries: dict[str, tuple[str, ...]] = _library().registry.COUNTRIES
    return countries


def _library() -> Any:
    """It takes a while and some memory to load, so only where somebody named a country."""
    return import_module("holidays")
