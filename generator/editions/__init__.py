"""Who sees what: an edition holds what one audience may see, and nothing else exists in it."""

from generator.editions.project import for_audience

__all__ = ["for_audience"]
