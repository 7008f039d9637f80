"""From what a chart shows to where its marks lie: all arithmetic of the macros in `partials/charts.html.j2`.

A radar has a `viewBox` about as wide as a phone. Bars, trend and stack have none: across they are laid out in
percent, down in pixels, so that they fill any width, a phone's or a page's, while their text keeps its size.
"""

from generator.rendering.charts.bars import draw_bars, draw_rows
from generator.rendering.charts.radar import draw_radar
from generator.rendering.charts.stack import draw_stack
from generator.rendering.charts.trend import draw_trend

__all__ = ["draw_bars", "draw_radar", "draw_rows", "draw_stack", "draw_trend"]
