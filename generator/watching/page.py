"""Two pages for persons: the status of a site, and what is wrong in the data. No script, no other host."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from html import escape

from generator.watching.fault import Fault, Remark
from generator.watching.orders import Orders
from generator.watching.status import ALARM, Shown, Status

STYLE = """
:root { color-scheme: light dark }
body { font: 16px/1.7 sans-serif; margin: 2em auto; max-width: 60em; padding: 0 1em }
h1 { border-bottom: 3px solid #c62828; font-size: 1.5em }
h1.fine { border-color: #2e7d32 }
dt { float: left; clear: left; width: 7em; opacity: .75 }
dd { margin-left: 7em }
li { margin: .5em 0; overflow-wrap: anywhere; white-space: pre-wrap }
small { opacity: .75 }
"""
"""Never depends on what is told: the policy of a web server names it by its hash."""
_PAGE = """<!doctype html>
<html lang="zh">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="10">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<h1{fine}>{title}</h1>
{body}
</body>
</html>
"""


def _page(title: str, body: Iterator[str], *, fine: bool) -> str:
    return _PAGE.format(
        title=escape(title), style=STYLE, fine=' class="fine"' if fine else "", body="\n".join(body)
    )


def status_page(status: Status, orders: Orders) -> str:
    """What is shown, since when, and what is wrong."""
    title = f"{status.audience.label}版网站：{_state(status)}"
    return _page(title, _body(status, orders), fine=status.fault is None and not _is_old(status))


def _state(status: Status) -> str:
    if status.fault is not None:
        return status.fault.kind.label
    return "已手工退回，不是最新的" if _is_old(status) else "正常"


def _is_old(status: Status) -> bool:
    return status.shown is not None and status.shown.rolled_back


def _body(status: Status, orders: Orders) -> Iterator[str]:
    if status.fault is not None:
        yield f"<p><b>{_headline(status.shown)}</b>{escape(status.fault.kind.remedy(orders))}</p>"
        yield from _listed(dict(status.problems))
    elif _is_old(status):
        yield f"<p><b>{_OLD}</b>{_AGAIN}{escape(orders.publish(status.audience))}</p>"
    yield "<dl>"
    yield from (f"<dt>{name}</dt><dd>{escape(text)}</dd>" for name, text in _facts(status))
    yield "</dl>"
    if notes := status.notes:
        yield "<p>没有关闭或没有写完的文件：</p>"
        yield f"<ul>{''.join(f'<li>{escape(one.text)}</li>' for one in notes)}</ul>"
    yield (
        f"<p><small>本页每 10 秒自动刷新。“最近心跳”比现在早 {round(ALARM * status.period)} 秒以上，"
        "说明监视程序没有在运行，请告知管理员。</small></p>"
    )


_OLD = "有人用 kaohe rollback 退回过，现在的网站是较早的发布，较新的没有显示。"
_AGAIN = "数据再有改动，保存后会自动发布；数据没有问题、不等改动就要换成最新的，请由管理员运行 "


def _headline(shown: Shown | None) -> str:
    return "最新的改动没有发布，网站仍是原来的内容。" if shown else "网站还没有发布过。"


def _facts(status: Status) -> Iterator[tuple[str, str]]:
    shown = status.shown
    if shown is None:
        yield "现在的网站", "还没有发布过"
    else:
        pages = f"，{shown.pages} 页" if shown.pages is not None else ""
        yield "现在的网站", f"{shown.id}{pages}"
        yield ("退回时间" if shown.rolled_back else "发布时间"), _time(shown.since)
        yield "数据截至", shown.as_of or "—"
    if status.fault is not None:
        yield "出错时间", _time(status.fault.since)
    yield "正在做什么", status.activity.value
    yield "上次查看", _time(status.looked)
    yield "下次查看", _time(status.next_look)
    yield "最近心跳", _time(status.heartbeat)


def report_page(faults: Mapping[str, Fault], held: Iterable[Remark], orders: Orders) -> str:
    """What is wrong, for the person who mends the data; `faults` by whose site it is about."""
    notes = tuple(held)
    title = "数据有问题，网站没有更新" if faults else "数据没有问题"
    return _page(title, _report(faults, notes, orders), fine=not faults)


def _report(faults: Mapping[str, Fault], notes: tuple[Remark, ...], orders: Orders) -> Iterator[str]:
    for whose, fault in faults.items():
        yield f"<h2>{escape(whose)}：{escape(fault.kind.label)}</h2>"
        yield f"<p>自 {_time(fault.since)} 起。{escape(fault.kind.remedy(orders))}</p>"
        yield from _listed(fault.remarks)
    if notes:
        yield "<p>没有关闭或没有写完的文件，关闭或写完后会自动发布：</p>"
        yield f"<ul>{''.join(f'<li>{escape(one.text)}</li>' for one in notes)}</ul>"
    if not faults and not notes:
        yield "<p>保存后的改动会自动发布。</p>"


def _listed(problems: Mapping[Remark, dt.datetime]) -> Iterator[str]:
    if problems:
        told = ((escape(one.text), _time(since)) for one, since in problems.items())
        items = (f"<li>{text}<br><small>自 {since}</small></li>" for text, since in told)
        yield f"<ol>{''.join(items)}</ol>"


def _time(time: dt.datetime | None) -> str:
    return "—" if time is None else time.strftime("%Y-%m-%d %H:%M:%S")
