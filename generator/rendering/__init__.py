"""From a planned page to HTML: the only package that knows Jinja."""

from generator.rendering.environment import Renderer
from generator.rendering.links import LinkError

__all__ = ["LinkError", "Renderer"]
