"""What each command of `kaohe` may be told, and what it says of itself under `--help`."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path

from generator.arguments import (
    add_audience,
    add_cluster,
    add_content,
    add_data,
    add_jobs,
    add_keep,
    add_offline,
    add_out,
    add_pdf,
    add_source,
    add_to,
    day,
    kind,
    named_kinds,
    seconds,
)
from generator.contract import DOCUMENTS
from generator.contract.fields import Audience
from generator.usage import Parser

SCHEMAS = (*(document.name for document in DOCUMENTS), "figures")
"""What `kaohe schema` knows: the forms, and the output of `kaohe figures`."""
AUDIENCES = [one.value for one in Audience]
PDFS = Path("build/pdf")
"""Where PDFs are kept between builds, each audience's in a folder of its own."""
ALL = "all"
"""Of `kaohe build` and `kaohe pdf`: every audience, each with a site of its own."""

UNCHANGED = "未生成网站，原有网站保持不变。"

Command = Callable[[argparse.Namespace], int]
"""What is run, and gives the exit code."""


def parser(commands: Mapping[str, Command]) -> argparse.ArgumentParser:
    """The parser of all commands; each gets its function from `commands` by name."""
    made = Parser(prog="kaohe", description="考核信息网站生成工具")
    found = made.add_subparsers(required=True, metavar="命令")
    for name, describe in DESCRIBED.items():
        one = found.add_parser(name, help=describe.__doc__)
        one.set_defaults(run=commands[name])
        describe(one)
    return made


def _check(one: argparse.ArgumentParser) -> None:
    """检查数据，报告全部问题"""
    add_data(one)
    one.add_argument("--year", type=int, action="append", default=[], help="只检查这一年，可重复")
    one.add_argument("--format", choices=("text", "json"), default="text", help="输出格式")
    one.add_argument(
        "--audience", choices=AUDIENCES, default="staff", help="group 连同 restricted 文件夹一起检查"
    )


def _build(one: argparse.ArgumentParser) -> None:
    """生成网站"""
    add_source(one)
    add_pdf(one)
    add_out(one, "site")
    add_audience(one, [*AUDIENCES, ALL])
    one.add_argument(
        "--verify", action="store_true", help="再从头生成一遍（PDF 也重做），逐字节核对，不同的返回 1"
    )
    add_jobs(one)
    add_cluster(one)
    one.set_defaults(failed=UNCHANGED)


def _pdf(one: argparse.ArgumentParser) -> None:
    """把打印文件制作成 PDF，只重做有变化的"""
    add_data(one)
    add_content(one)
    one.add_argument("--year", type=int, action="append", default=[], help="只制作这一年，可重复")
    one.add_argument("--as-of", type=day, help="按这一天计算最新年度的预警灯和统计，例如 2026-06-30")
    one.add_argument("--unit", action="append", default=[], help="只制作这个单位的，例如 u03，可重复")
    said = f"只制作这一种，可重复：{named_kinds()}"
    one.add_argument("--only", type=kind, metavar="种类", action="append", default=[], help=said)
    one.add_argument("--check", action="store_true", help="只排版检查有没有超出版心，不写文件")
    add_out(one, str(PDFS))
    add_audience(one, [*AUDIENCES, ALL])
    add_jobs(one)
    add_cluster(one)
    one.set_defaults(failed="数据有错误，没有制作 PDF。")


def _explain(one: argparse.ArgumentParser) -> None:
    """说明网站的一个页面或文件何时、为什么、由什么做成"""
    one.add_argument("path", metavar="页面", help="例如 2025/units/u03/、网站文件夹里的文件，或整个网址")
    add_source(one)
    add_pdf(one)
    add_out(one, "site")
    one.add_argument("--to", type=Path, metavar="文件夹", help="说明发布到这里的网站，不是输出文件夹里的")
    one.add_argument("--audience", choices=AUDIENCES, help="给谁看的网站；不写则看地址，看不出时为 staff")
    one.set_defaults(failed="数据有错误，没有列出来源。")


def _serve(one: argparse.ArgumentParser) -> None:
    """生成网站并在本机浏览，数据改动后自动更新"""
    add_source(one)
    add_out(one, "build/preview")
    add_audience(one, AUDIENCES)
    add_jobs(one)
    one.add_argument("--port", type=int, default=8000, help="端口，默认 8000")
    one.set_defaults(failed=UNCHANGED)


def _search_test(one: argparse.ArgumentParser) -> None:
    """检查网站的查找：每个名称、别名和编号都应排在最前"""
    one.add_argument("--out", type=Path, default=Path("site"), help="网站所在的文件夹，默认 site")
    add_audience(one, AUDIENCES)


def _gate(one: argparse.ArgumentParser) -> None:
    """发布前检查网站：有没有泄密、多余或缺少的文件、断开的链接"""
    one.add_argument("folder", type=Path, metavar="网站文件夹", help="例如 site/staff")
    add_source(one)
    add_pdf(one)
    one.add_argument("--audience", choices=AUDIENCES, required=True, help="给谁看")
    one.set_defaults(failed="数据有错误，没有检查。")


def _publish(one: argparse.ArgumentParser) -> None:
    """生成、检查并发布网站：要么换成完整的新网站，要么保持原样"""
    add_source(one)
    add_pdf(one)
    add_to(one)
    add_audience(one, [*AUDIENCES, ALL])
    add_keep(one)
    add_jobs(one)
    add_cluster(one)
    one.add_argument("--allow-shrink", action="store_true", help="内容比现在的少一成以上也发布")


def _watch(one: argparse.ArgumentParser) -> None:
    """监视数据和手写页面，改动保存后自动发布"""
    add_data(one)
    add_content(one, Path)
    add_offline(one)
    add_to(one)
    add_audience(one, [*AUDIENCES, ALL])
    add_keep(one)
    add_jobs(one)
    every = seconds(10)
    one.add_argument("--every", type=every, default=2, metavar="秒", help="每隔几秒看一次，默认 2，最多 10")
    said = "文件多少秒不变才算保存完，默认 5，共享文件夹宜 20"
    one.add_argument("--stable", type=seconds(60), default=5, metavar="秒", help=said)
    one.add_argument(
        "--accept-removal", action="store_true", help="告诉正在运行的监视程序：缺少的文件或行是有意删去的"
    )


def _releases(one: argparse.ArgumentParser) -> None:
    """列出保留的各次发布"""
    add_to(one)
    add_audience(one, AUDIENCES)


def _rollback(one: argparse.ArgumentParser) -> None:
    """退回上一次发布；再运行一次再往前退"""
    add_to(one)
    add_audience(one, [*AUDIENCES, ALL])


def _headers(one: argparse.ArgumentParser) -> None:
    """输出网页服务器的响应头（nginx 配置片段），升级程序后重新生成"""
    one.add_argument("--out", type=Path, help="写入这个文件，例如 /etc/nginx/kaohe/headers.conf；不写则输出")


def _figures(one: argparse.ArgumentParser) -> None:
    """输出一个年度的全部数据及其依据"""
    add_data(one)
    one.add_argument("--year", type=int, required=True, help="哪个年度")
    one.add_argument("--format", choices=("text", "json"), default="text", help="输出格式")
    one.add_argument("--unit", help="只输出这个单位的，例如 u03")
    one.add_argument("--audience", choices=AUDIENCES, help="只输出给这些人看的，不写则输出全部")
    one.set_defaults(failed="数据有错误，没有输出。")


def _schema(one: argparse.ArgumentParser) -> None:
    """输出 YAML 文件的 JSON Schema，供编辑器补全和检查"""
    one.add_argument("document", nargs="?", choices=SCHEMAS, help="文件；figures 为 kaohe figures 的输出")
    one.add_argument("--out", type=Path, help="写入这个文件夹，每个文件一份")


def _verify_print(one: argparse.ArgumentParser) -> None:
    """查一份打印文件是不是最新的"""
    one.add_argument("code", metavar="核对码", help="打印在纸面底部，例如 7K3F-Q9XM")
    one.add_argument("--site", type=Path, default=Path("site"), help="网站所在的文件夹，默认 site")


def _doctor(_: argparse.ArgumentParser) -> None:
    """检查这台机器缺少什么、怎样补上"""


DESCRIBED: Mapping[str, Callable[[argparse.ArgumentParser], None]] = {
    "check": _check,
    "build": _build,
    "explain": _explain,
    "pdf": _pdf,
    "serve": _serve,
    "search-test": _search_test,
    "gate": _gate,
    "publish": _publish,
    "watch": _watch,
    "releases": _releases,
    "rollback": _rollback,
    "headers": _headers,
    "verify-print": _verify_print,
    "figures": _figures,
    "schema": _schema,
    "doctor": _doctor,
}
"""The commands in the order of the help; a docstring is what the help says of one."""
