"""The report of a made-up unit: six areas, each with a highlight and its figure, one with a shortcoming."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from random import Random

from generator.model.terms import FocusArea
from tests.bench.company import MadeUpUnit
from tests.bench.made_up_ledger import MadeUpProblem, report_id, shortcoming

_HIGHLIGHTS = {
    FocusArea.POLITICAL: ("党员集中学习人均{value}学时，抽查12人全部达标", "人均学时", "学时", "学时台账"),
    FocusArea.PRODUCTION: ("全年完成掘进进尺{value}米，断层带施工零停头", "掘进进尺", "米", "生产报表"),
    FocusArea.TRANSFORM: ("设备自动化改造{value}台，每班减少操作3人", "自动化改造", "台", "验收报告"),
    FocusArea.SAFETY: ("排查治理隐患{value}条，全年未发生轻伤以上事故", "治理隐患", "条", "隐患台账"),
    FocusArea.INTEGRITY: ("开展廉政谈话{value}人次，制定防控措施13条", "廉政谈话", "人次", "谈话台账"),
    FocusArea.DUAL_DUTY: ("联系班组走访{value}次，解决问题8个", "联系班组走访", "次", "走访记录"),
}


def report(unit: MadeUpUnit, year: int, made: Sequence[MadeUpProblem]) -> dict[str, object]:
    """The document of a unit; its shortcoming leads to the first problem in the ledger."""
    speaker = unit.board[0]
    dice = unit.dice(year, "report")
    return {
        "unit_id": unit.id,
        "reports": [
            {
                "id": report_id(unit, year),
                "kind": "班子述职",
                "person": speaker.name,
                "position": speaker.position,
                "portfolio": speaker.portfolio,
                "mode": "现场",
                "given_on": dt.date(year + 1, 1, 13).isoformat(),
                "visibility": "全体职工",
                "reviewed_by": "综合办公室",
                "approved_by": "党委组织部",
                "shortcomings_approved": "是",
                "integrity": ["本人及班子成员按规定报告个人有关事项"],
                "areas": [_area(unit, year, area, dice, made) for area in FocusArea],
            }
        ],
    }


def _area(
    unit: MadeUpUnit, year: int, area: FocusArea, dice: Random, made: Sequence[MadeUpProblem]
) -> dict[str, object]:
    text, metric, measure, evidence = _HIGHLIGHTS[area]
    value = dice.randint(32, 99)
    claim = {
        "id": f"CL-{unit.id.upper()}-{list(FocusArea).index(area) + 1:02}",
        "metric": metric,
        "value": value,
        "unit": measure,
        "target": value - dice.randint(0, 9),
        "last_year": value - dice.randint(-5, 12),
        "evidence": [evidence],
    }
    written: dict[str, object] = {
        "area": area.label,
        "highlights": [{"text": text.format(value=value), "claims": [claim]}],
    }
    return written | (_shortcoming(unit, year, made) if area is FocusArea.PRODUCTION else {})


def _shortcoming(unit: MadeUpUnit, year: int, made: Sequence[MadeUpProblem]) -> dict[str, object]:
    number = f"S-{unit.id.upper()}-1"
    told = {"id": number, "text": shortcoming(unit, year)}
    return {
        "shortcomings": [told | ({"issue_id": made[0].id} if made else {})],
        "causes": [{"shortcoming": number, "text": "检修质量由班组自验，区队复验每月不足1次"}],
        "measures": [
            {
                "shortcoming": number,
                "text": "建立两级验收，每旬抽查不少于10处",
                "owner": "机电副队长",
                "due_on": dt.date(year + 1, 4, 10).isoformat(),
            }
        ],
    }
