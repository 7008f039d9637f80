"""What `kaohe publish` and `rollback` say of their end, and the exit codes."""

from __future__ import annotations

import datetime as dt
import sys
import time
from collections.abc import Mapping

from generator.commands.telling import print_problems, tell
from generator.contract.fields import Audience
from generator.problems import DataError, KaoheError
from generator.publishing.faults import RefusedError
from generator.publishing.publish import Publication, Published, publish
from generator.publishing.rollback import roll_back, stuck
from generator.publishing.root import Root


def publish_and_tell(asked: Publication) -> int:
    """0 done, nothing new or left to another, 1 refused, 2 when the machine failed; says what is shown."""
    started = time.perf_counter()
    try:
        found = publish(asked)
    except DataError as error:
        print_problems(error.reasons)
        return _told("没有发布，网站没有变。", 1)
    except RefusedError as error:
        return _told(str(error), 1)
    except KaoheError as error:
        return _told(f"错误：{error}", 2)
    seconds = time.perf_counter() - started
    print(f"{_outcome(found)}，用时 {seconds:.1f} 秒：{asked.root.current}")
    return 0


def _outcome(found: Published | None) -> str:
    if found is None:
        return "另一个发布正在进行，它结束前会用最新的数据再发布一次"
    if not found.fresh:
        return f"内容没有变化，网站仍是 {found.id}"
    return f"已发布 {found.told}"


def roll_back_all_and_tell(roots: Mapping[Audience, Root], now: dt.datetime) -> int:
    """Each one step back, or none of them when one cannot: 1 then; otherwise the worst code of all."""
    if len(roots) > 1 and (held := stuck(roots.values())):
        editions = "、".join(f"{one.label}版" for one, root in roots.items() if root in held)
        hint = "请用 --audience 逐个退回其他各版。" if len(held) < len(roots) else ""
        return _told(f"{editions}没有更早的发布可以回退，各版网站都没有变。{hint}", 1)
    return max([roll_back_and_tell(root, now) for root in roots.values()])


def roll_back_and_tell(root: Root, now: dt.datetime) -> int:
    """0 done, 1 when there is nothing to go back to, 2 when the machine failed."""
    try:
        name = roll_back(root, now, tell)
    except RefusedError as error:
        return _told(str(error), 1)
    except KaoheError as error:
        return _told(f"错误：{error}", 2)
    print(f"已退回 {name}：{root.current}")
    return 0


def _told(text: str, code: int) -> int:
    print(text, file=sys.stderr)
    return code
