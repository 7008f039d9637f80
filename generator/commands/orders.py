"""What was asked for on the command line, as the packages below take it."""

from __future__ import annotations

import argparse
from pathlib import Path

from generator.books.build import Workshop
from generator.books.source import Order
from generator.contract.fields import Audience
from generator.options import PDFS
from generator.press.job import Press

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
    return Workshop(ROOT / "mkdocs.yml", TEMPLATES, options.content, offline, pdf)


def press(options: argparse.Namespace) -> Press:
    """Where the PDFs of an audience are kept between builds."""
    return Press(TEMPLATES / "theme", _pdfs(options))


def _pdfs(options: argparse.Namespace) -> Path:
    """The folder of an audience's PDFs, which are kept between builds; a build from nothing has its own."""
    folder: Path = getattr(options, "pdfs", PDFS) / options.audience
    return folder


def out(options: argparse.Namespace) -> Path:
    """Where it goes: each audience has a folder of its own."""
    folder: Path = options.out / options.audience
    return folder
