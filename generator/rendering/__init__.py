"""From a planned page to HTML: the only package that knows Jinja."""

from generator.rendering.environment import Renderer, forget_templates, templates_behind
from generator.rendering.links import LinkError

__all__ = ["LinkError", "Renderer", "forget_templates", "templates_behind"]
