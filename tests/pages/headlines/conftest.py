"""The sample as staff and as leaders read it, read once."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from generator.archive import assemble
from generator.contract.fields import Audience
from generator.editions import for_audience
from generator.editions.edition import Edition
from generator.intake.read import read
from generator.scoring.assess import assess_years
from tests.conftest import PROJECT


@pytest.fixture(scope="session")
def sample() -> Mapping[Audience, Edition]:
    """Both editions of the sample years."""
    archive = assemble(read(PROJECT / "data", audience=Audience.LEADERS)[0])
    assessments = assess_years(archive)
    return {who: for_audience(archive, assessments, who) for who in (Audience.STAFF, Audience.LEADERS)}
