"""Made-up years: the sample with random settings, checks, ballots and ledger events.

The files stay readable (intake finds no error) and every ledger event may happen where it stands; whether
a clerk would be warned about the rest does not matter here.
"""

from __future__ import annotations

import datetime as dt
import random
import shutil
from pathlib import Path
from typing import Any

from .made_up_ledger import change_ledger
from .tables import Row, Rows, change, read_rows, rewrite

VOTES = ("n_excellent", "n_good", "n_fair", "n_poor", "n_abstain")
MOODS = ((60, 30, 6, 2, 2), (40, 40, 12, 4, 4), (92, 6, 1, 1, 0))
"""How often each grade is voted, by how content a class is."""
LINES = (("90", "80", "70"), ("86.5", "75", "60"), ("80", "76", "60"), ("50", "45", "40"))
ITEMS = {
    ("加分", "bonus-company"): 5,
    ("加分", "bonus-corporation"): 5,
    ("加分", "bonus-province"): 5,
    ("扣分", "penalty-discipline"): 5,
    ("否决", "veto-accident"): 1,
    ("否决", "veto-fraud"): 1,
}
"""Kinds and items of adjustments, and how often each comes."""
TWINS = (("u01", "u02"), ("u02", "u03"), ("u10", "u11"), ("u15", "u16"))


def make_up(sample: Path, folder: Path, seed: int) -> Path:
    """A copy of the sample in the folder, changed at random; the same seed gives the same files."""
    shutil.copytree(sample, folder)
    dice = random.Random(seed)  # noqa: S311 figures, not secrets
    for year in (2023, 2024, 2025):
        change_year(folder / str(year), dice)
    others = random.Random(seed)  # noqa: S311 of its own, so that the rest stays as the seeds were chosen for
    for year in (2024, 2025):
        rewrite(folder / str(year) / "crosswalk.csv", lambda rows: relations(rows, others))
    return folder


def change_year(own: Path, dice: random.Random) -> None:
    """One year, file by file."""
    leaves = {row["指标代码"]: row for row in read_rows(own / "indicators.csv")[1]}
    change(own / "scheme.yml", lambda one: settings(one, dice))
    change(own / "cycle.yml", lambda one: move_day(one, dice))
    rewrite(own / "profiles.csv", lambda rows: [profile(row, dice) for row in rows])
    rewrite(
        own / "checks.csv", lambda rows: [check(row, leaves, dice) for row in few_lost(rows, 0.0005, dice)]
    )
    found = read_rows(own / "checks.csv")[1]
    rewrite(own / "deductions.csv", lambda rows: deductions(rows, found, dice))
    rewrite(own / "components.csv", lambda rows: components(few_lost(rows, 0.02, dice), dice))
    rewrite(own / "ballots.csv", lambda rows: [votes(row, dice) for row in few_lost(rows, 0.003, dice)])
    rewrite(own / "ballot_rounds.csv", lambda rows: [meeting(row, dice) for row in rows])
    rewrite(own / "adjustments.csv", lambda rows: [*rows, *adjustments(own.name, dice)])
    change_ledger(own, dice)
    make_twins(own, *dice.choice(TWINS))


def settings(scheme: dict[str, Any], dice: random.Random) -> None:
    """Other ways to count, other lines and caps."""
    ballot = scheme["ballot"]
    ballot["abstain"] = dice.choice(["不计入", "计零分", "计最低档"])
    ballot["missing_class"] = dice.choice(["按比例分摊", "按比例分摊", "不予计算"])
    if dice.random() < 0.25:
        ballot |= {"points_table": "得票率分档", "abstain": "不计入"}
    scheme["quota"] = {
        "ratio": dice.choice(["15%", "25%", "30%", "50%"]),
        "rounding": dice.choice(["舍去", "四舍五入", "进位"]),
        "min_one": dice.choice(["是", "否"]),
    }
    lines = dice.choice(LINES)
    for grade, line, above in zip(scheme["grades"], (*lines, "0"), (None, *lines), strict=True):
        grade.update({"least": line} | ({"below": above} if above else {}))
    scheme["bars"]["excellent_rate"] = dice.choice(["0%", "50%", "60%"])
    scheme["bars"]["last_in_group"] = dice.choice(["是", "否"])
    scheme["rectification"] |= {"backlog_days": str(dice.randint(3, 80)), "extensions_most": "9"}
    scheme["bonus_cap"] = dice.choice(["2", "5"])
    scheme.pop("party_total_cap", None)
    if dice.random() < 0.7:
        scheme["party_total_cap"] = dice.choice(["95", "100", "105"])


def move_day(cycle: dict[str, Any], dice: random.Random) -> None:
    """数据截至 up to a hundred days earlier or later."""
    day = dt.date.fromisoformat(cycle["as_of"][:10]) + dt.timedelta(days=dice.randint(-100, 100))
    cycle["as_of"] = f"{day} 18:00"


def relations(rows: Rows, dice: random.Random) -> Rows:
    """A few leaves changed, moved or forgotten, a few said to come from two, one to be new besides."""
    found = few_lost(rows, 0.1, dice)
    both = [row for row in found if row["上年代码"] and row["本年代码"]]
    other = dice.sample(both, 4)
    changed = {id(row): kind for row, kind in zip(other, ("改写", "移动", "合并", "拆分"), strict=True)}
    found = [row | {"关系": changed.get(id(row), row["关系"])} for row in found]
    one, two = dice.sample(both, 2)
    twice = {"上年代码": one["上年代码"], "本年代码": two["本年代码"], "关系": "相同"}
    return [*found, twice, {"本年代码": dice.choice(both)["本年代码"], "关系": "新增"}]


def few_lost(rows: Rows, share: float, dice: random.Random) -> Rows:
    """The rows without about such a share."""
    return [row for row in rows if dice.random() >= share]


def profile(row: Row, dice: random.Random) -> Row:
    """Perhaps 不定等次, perhaps without 支委会."""
    ungraded = "年内组建，不满六个月" if dice.random() < 0.1 else ""
    committee = "否" if dice.random() < 0.2 else row["设支委会"]
    return row | {"不定等次原因": ungraded, "设支委会": committee}


def check(row: Row, leaves: dict[str, Row], dice: random.Random) -> Row:
    """Perhaps another finding: ratios to above 100 %, other bands, some not applicable."""
    if dice.random() > 0.3 or row["结论"] == "不适用":
        return row
    leaf = leaves[row["指标代码"]]
    changed = row | {"结论": dice.choice(["符合", "基本符合", "不符合", "不适用"])}
    if leaf["计分方式"] == "比例制" and row["完成率"]:
        changed["完成率"] = f"{dice.randint(300, 1200) / 10}%"
    if leaf["计分方式"] == "分档制":
        changed["得分"] = str(dice.randint(0, int(float(leaf["分值"]) * 10)) / 10)
    return changed


def deductions(rows: Rows, checks: Rows, dice: random.Random) -> Rows:
    """Some fewer, some more, up to far beyond what a leaf has."""
    more = (row for row in checks if dice.random() < 0.15)
    return few_lost(rows, 0.2, dice) + [
        {
            "单位编号": row["单位编号"],
            "指标代码": row["指标代码"],
            "规则序号": "9",
            "次数": "1",
            "扣分": dice.choice(["0.05", "0.3", "1", "3.7"]),
            "扣分原因": "随机扣分用于复核计算",
            "依据": "记录",
        }
        for row in more
    ]


def components(rows: Rows, dice: random.Random) -> Rows:
    """Scores on a coarse grid; sometimes a typed ballot score in reserve."""
    changed = [row | {"得分": str(dice.randint(130, 200) / 2)} for row in rows]
    reserve = [row | {"构成": "民主测评", "得分": "91.5"} for row in changed if row["构成"] == "上级评价"]
    return [*changed, *(row for row in reserve if dice.random() < 0.2)]


def votes(row: Row, dice: random.Random) -> Row:
    """Other counts half of the time; sometimes only abstentions are left."""
    changed = dict(row)
    if dice.random() < 0.5:
        cast = dice.choices(VOTES, dice.choice(MOODS), k=dice.randint(1, 40))
        changed |= {name: str(cast.count(name)) for name in VOTES}
    if dice.random() < 0.01:
        changed |= dict.fromkeys(VOTES[:4], "0")
    return changed


def meeting(row: Row, dice: random.Random) -> Row:
    """Rarely without a quorum or at its very edge, rarely with more ballots returned than issued."""
    changed = dict(row)
    if dice.random() < 0.03:
        changed["present"] = str(int(row["expected"]) // 3)
    if dice.random() < 0.1:
        changed |= {"expected": "30", "present": "20"}
    if dice.random() < 0.02:
        changed["returned"] = str(int(row["issued"]) + 1)
    return changed


def adjustments(year: str, dice: random.Random) -> Rows:
    """The same events for several units and levels, a few vetoes, some applied in another year."""
    kinds = dice.choices(list(ITEMS), list(ITEMS.values()), k=20)
    return [
        {
            "编号": f"MADE-{n}",
            "单位编号": dice.choice(["u01", "u02", "u03", "u10", "u11", "u15"]),
            "类别": kind,
            "方案项目": item,
            "事件编号": f"MADE-EV-{dice.randint(1, 8)}",
            "分值": "" if kind == "否决" else dice.choice(["", "1.5", "2"]),
            "事由": "随机事项用于复核计算",
            "发生日期": f"{year}-05-06",
            "适用年度": str(int(year) + (dice.random() < 0.25)),
        }
        for n, (kind, item) in enumerate(kinds)
    ]


def make_twins(own: Path, first: str, second: str) -> None:
    """The second unit equal to the first in everything, so that ties come about."""
    names = {row["单位编号"]: row["简称"] for row in read_rows(own.parent / "unit_names.csv")[1]}
    known = {first: second, names[first]: names[second]}
    for table in ("checks", "deductions", "components", "adjustments"):
        rewrite(own / f"{table}.csv", lambda rows: twin_rows(rows, "单位编号", known))
    for table in ("ballots", "ballot_rounds"):
        rewrite(own / f"{table}.csv", lambda rows: twin_rows(rows, "unit_id", known))


def twin_rows(rows: Rows, column: str, known: dict[str, str]) -> Rows:
    """The second unit's rows replaced by the first one's; persons stay where they are."""
    persons = [row for row in rows if row.get("person_id")]
    boards = [row for row in rows if not row.get("person_id")]
    copies = [row | {column: known[row[column]]} for row in boards if row[column] in known]
    if copies and "编号" in copies[0]:
        copies = [row | {"编号": f"{row['编号']}-2"} for row in copies]
    return [*persons, *(row for row in boards if row[column] not in known.values()), *copies]
