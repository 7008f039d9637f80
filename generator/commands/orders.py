"""What was asked for on the command line, as the packages below take it."""

from __future__ import annotations

import argparse
from pathlib import Path

from generator.books.build import Workshop
from generator.books.source import Order
from generator.books.version import code_digest
from generator.contract.fields import Audience
from generator.crew.cluster import Cluster
from generator.crew.crew import Crew
from generator.options import PDFS
from generator.press.engine import set_by
from generator.press.job import Press
from generator.problems import ConfigError

ROOT = Path(__file__).resolve().parent.parent.parent
"""The project: mkdocs.yml and site_templates lie beside the package."""
TEMPLATES = ROOT / "site_templates"


def order(options: argparse.Namespace) -> Order:
    """What is to be made."""
    return Order(options.data, Audience(options.audience), tuple(options.year), options.as_of)


def workshop(options: argparse.Namespace) -> Workshop:
    """The folders it is made with."""
    pdf = _pdfs(options) if getattr(options, "pdf", False) else None
    offline = getattr(options, "offline", False)
    return Workshop(ROOT / "mkdocs.yml", TEMPLATES, options.content, offline, pdf, crew(options))


def published_to(options: argparse.Namespace) -> Path:
    """The folder of all published sites; ConfigError when it lies among what they are made from."""
    to: Path = options.to.absolute()
    _check_apart(options, to, f"不能发布到 {options.to}")
    return to


def _check_apart(options: argparse.Namespace, folder: Path, refused: str) -> None:
    for source in (options.data, options.content):
        if folder.resolve().is_relative_to(source.resolve()):
            raise ConfigError(f"{refused}：它在 {source} 里面，会被当作数据，请换一个文件夹")


def press(options: argparse.Namespace) -> Press:
    """Where the PDFs of an audience are kept between builds."""
    return Press(TEMPLATES / "theme", _pdfs(options), crew=crew(options))


def _pdfs(options: argparse.Namespace) -> Path:
    """The folder of an audience's PDFs, which are kept between builds; a build from nothing has its own."""
    folder: Path = getattr(options, "pdfs", PDFS) / options.audience
    return folder


def crew(options: argparse.Namespace) -> Crew:
    """Who works on it; one process for commands that ask for no more."""
    address = getattr(options, "cluster", None)
    return Crew(getattr(options, "jobs", 1), Cluster(address, running) if address else None)


def running() -> str:
    """What this process makes sites and PDFs with; processes of which that is equal make the same bytes."""
    return f"{code_digest(TEMPLATES, ROOT / 'mkdocs.yml')}\n{set_by()}"


def out(options: argparse.Namespace) -> Path:
    """Where it goes: each audience has a folder of its own."""
    folder: Path = options.out / options.audience
    return folder


def written_to(options: argparse.Namespace) -> Path:
    """The same; ConfigError when it lies among what it is made from."""
    _check_apart(options, options.out, f"不能写到 {options.out}")
    return out(options)
