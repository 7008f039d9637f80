"""From a planned page to HTML: the only package that knows Jinja."""

from generator.rendering.environment import Renderer, forget_templates
from generator.rendering.links import LinkError

__all__ = ["LinkError", "Renderer", "forget_templates"]
