"""Lights and their words."""

import pytest

from generator.model.terms import Light, RectificationKind
from generator.model.terms import RectificationEventType as E
from generator.model.year import Rectification
from generator.scoring.lights import LightCause, light_text
from generator.scoring.rectification import Life, life

from .builders import RECTIFICATION_RULES, day, event, rectification

ACCEPT = event("2026-02-11", E.ACCEPT)


def as_of(date: str, problem: Rectification) -> Life:
    """The problem's life on a day under the default rules."""
    return life(problem, day(date), RECTIFICATION_RULES)


@pytest.mark.parametrize(
    ("date", "light", "words"),
    [
        ("2026-03-30", Light.GREEN, "正常"),
        ("2026-03-31", Light.AMBER, "临期 10 天"),
        ("2026-04-07", Light.AMBER, "临期 3 天"),
        ("2026-04-10", Light.AMBER, "临期 0 天"),
        ("2026-04-11", Light.RED, "逾期 1 天"),
        ("2026-04-22", Light.RED, "逾期 12 天"),
    ],
)
def test_the_light_follows_the_days_left(date: str, light: Light, words: str) -> None:
    """Due 04-10: green above ten days, amber from ten to zero, red below."""
    it = as_of(date, rectification(ACCEPT))
    assert (it.light, it.light_words()) == (light, words)


@pytest.mark.parametrize(
    ("percent", "light", "words"),
    [
        (45, Light.GREEN, "正常"),
        (40, Light.AMBER, "进度滞后"),
        (20, Light.AMBER, "进度滞后"),
        (19, Light.RED, "进度滞后"),
    ],
)
def test_progress_behind_schedule_turns_the_light(percent: int, light: Light, words: str) -> None:
    """Half the time gone: 10 to 30 points behind is amber, more is red."""
    progress = event("2026-03-10", E.PROGRESS, percent=percent)
    problem = rectification(ACCEPT, progress, opened_on=day("2026-02-01"), due_on=day("2026-05-02"))
    it = as_of("2026-03-18", problem)
    assert (it.light, it.light_words(), it.days_left) == (light, words, 45)


def test_without_a_recorded_percent_progress_is_not_judged() -> None:
    """No percent, no lag."""
    assert as_of("2026-03-20", rectification(ACCEPT)).signal.behind is None


def test_two_rejections_turn_it_red() -> None:
    """验收不通过 twice in the cycle."""
    days = ("2026-02-20", "2026-02-21", "2026-02-24", "2026-02-25")
    twice = [event(on, kind) for on, kind in zip(days, (E.SUBMIT, E.REJECT) * 2, strict=True)]
    assert as_of("2026-02-24", rectification(ACCEPT, *twice)).light is Light.BLUE
    it = as_of("2026-02-25", rectification(ACCEPT, *twice))
    assert (it.light, it.signal.cause, it.light_words()) == (Light.RED, LightCause.REJECTION, "多次退回")


def test_a_standing_problem_looks_at_its_review() -> None:
    """长期坚持: the next review is the date that counts for the light."""
    stand = event("2026-03-01", E.STAND, review_on=day("2026-06-01"))
    it = as_of("2026-05-28", rectification(ACCEPT, stand, kind=RectificationKind.STANDING))
    assert (it.light, it.days_left, it.light_words()) == (Light.AMBER, 4, "临期 4 天")


def test_closed_and_pending_need_no_days() -> None:
    """Grey and blue by status."""
    events = [ACCEPT, event("2026-03-01", E.SUBMIT), event("2026-03-05", E.CLOSE)]
    assert as_of("2026-05-01", rectification(*events)).light_words() == "已销号"
    pending = as_of("2026-05-01", rectification(*events[:2]))
    assert (pending.light_words(), pending.days_left) == ("待验收", None)


@pytest.mark.parametrize(
    ("light", "days", "cause", "text"),
    [
        (Light.RED, -12, LightCause.DEADLINE, "红牌 12 天"),
        (Light.RED, 20, LightCause.PROGRESS, "红牌 进度滞后"),
        (Light.GREEN, 20, LightCause.DEADLINE, "正常"),
        (Light.GREY, None, LightCause.STATUS, "办结"),
    ],
)
def test_the_scheme_may_rename_a_light(light: Light, days: int | None, cause: LightCause, text: str) -> None:
    """Only the word changes."""
    assert light_text(light, days, {Light.RED: "红牌", Light.GREY: "办结"}, cause) == text
