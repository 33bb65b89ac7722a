"""Every feature that recurs; one line each."""

from collections.abc import Mapping

from bot import digest, standups
from bot.rhythms import Feature

FEATURES: Mapping[str, Feature] = {
    standups.FEATURE.name: standups.FEATURE,
    digest.FEATURE.name: digest.FEATURE,
}
