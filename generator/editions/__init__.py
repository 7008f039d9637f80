"""Who sees what: an edition holds what one audience may see, and nothing else exists in it."""

from generator.editions.project import edition, edition_year, for_audience
from generator.editions.seen import seen_year

__all__ = ["edition", "edition_year", "for_audience", "seen_year"]
