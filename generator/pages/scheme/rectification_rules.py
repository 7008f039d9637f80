"""整改规则 in words: deadlines, lights, extensions (domain.md 9.3, 9.4); 算法说明 says the same."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.scheme import Rectification, Scheme
from generator.model.terms import Light
from generator.pages.marks import light_mark
from generator.pages.scheme.chapters import Cell, Chapter, Grid, numbers, words


def rectification_deadlines(scheme: Scheme) -> Chapter:
    """How long a problem may take, and what its lights mean."""
    rules = scheme.rectification
    return Chapter(
        "rectification",
        "整改时限和预警",
        grids=(deadline_grid(rules), light_grid(rules)),
        notes=(extension_words(rules), backlog_words(rules)),
    )


def deadline_grid(rules: Rectification) -> Grid:
    """Days from registration by kind."""
    days = tuple((kind.label, f"{days} 天") for kind, days in rules.days.items())
    return Grid("整改时限", (*words("整改类型"), *numbers("从登记起")), days)


def light_grid(rules: Rectification) -> Grid:
    """What each light means, in the scheme's own words for it."""
    lights: tuple[tuple[Cell, ...], ...] = tuple(
        (light_mark(light, light_word(rules, light)), meaning) for light, meaning in _meanings(rules).items()
    )
    return Grid("预警灯", words("预警", "含义"), lights)


def extension_words(rules: Rectification) -> str:
    """How often and how early to ask, and that asking moves nothing."""
    return (
        f"同一问题最多延期 {rules.extensions_most} 次，应提前 {rules.extension_ahead} 个工作日申请；"
        "批准之前原时限不变。"
    )


def backlog_words(rules: Rectification) -> str:
    """From when on a problem waits too long for its verification."""
    return f"待验收超过 {rules.backlog_days} 个工作日的，列为验收积压。"


def light_word(rules: Rectification, light: Light) -> str:
    """The scheme's own word for a light, or the usual one."""
    return rules.light_words.get(light) or light.label


def _meanings(rules: Rectification) -> Mapping[Light, str]:
    return {
        Light.RED: f"已过时限；或验收退回 {rules.rejections_red} 次及以上；"
        f"或进度滞后超过 {rules.behind_red} 个百分点",
        Light.AMBER: f"距时限 {rules.amber_days} 天以内（含）；"
        f"或进度滞后 {rules.behind_amber} 个百分点及以上",
        Light.GREEN: f"距时限超过 {rules.amber_days} 天，进度正常",
        Light.BLUE: "已提交，等待验收",
        Light.GREY: "验收通过并经审批销号",
    }
