"""Every feature that recurs; one line each."""

from collections.abc import Mapping

from bot import digest, pairs, reviews, standups
from bot.rhythms import Feature

FEATURES: Mapping[str, Feature] = {
    standups.FEATURE.name: standups.FEATURE,
    pairs.FEATURE.name: pairs.FEATURE,
    reviews.FEATURE.name: reviews.FEATURE,
    digest.FEATURE.name: digest.FEATURE,
}
