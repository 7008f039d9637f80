"""How many are commended: who counts, and from when on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from generator.figures import Figure
from generator.figures.commendations import commendation_figures
from generator.model.commendations import Commendation
from generator.model.terms import CommendationStatus, PublicationItem
from generator.model.year import Archive, Year

Found = Mapping[str, Figure]


def of(year: Year, *rows: Commendation) -> dict[str, Figure]:
    """The figures of the sample year with these commendations instead of its own."""
    return {one.key: one for one in commendation_figures(replace(year, commendations=rows))}


@pytest.fixture
def year(archive: Archive) -> Year:
    """2025, whose results are decided."""
    return archive.years[-1]


def test_the_sample_counts_its_lists(found: Found) -> None:
    """As the page says: collectives, persons and cases are parts of all commended."""
    kinds = [one for key, one in found.items() if key.startswith("company.commendations.kinds.")]
    assert [(one.label, one.value, one.unit) for one in kinds] == [
        ("已表彰的集体", 13, "个"),
        ("已表彰的个人", 16, "名"),
        ("已表彰的案例", 4, "项"),
    ]
    total = found["company.commendations.commended"]
    assert total.value == sum(int(one.value or 0) for one in kinds)
    assert total.item is PublicationItem.COMMENDATIONS
    assert {place.file for place in total.basis.sources} == {"data/2025/commendations.csv"}
    assert len(total.basis.sources) == total.value


@pytest.mark.parametrize("status", CommendationStatus)
def test_only_what_stands_counts_in_its_type(year: Year, status: CommendationStatus) -> None:
    """推荐, 审核 and 有异议待查 are in no figure; 撤销 is counted apart."""
    one = replace(year.commendations[0], status=status)
    counts = of(year, one)
    internal = {CommendationStatus.RECOMMENDED, CommendationStatus.REVIEWED, CommendationStatus.DISPUTED}
    key = f"company.commendations.types.{one.type.value}"
    if status in internal:
        assert key not in counts
        assert not any(figure.value for figure in counts.values())
    else:
        assert counts[key].value == (status is not CommendationStatus.REVOKED)
        assert counts[f"company.commendations.{status.value}"].value == 1
        unit = counts[f"units.{one.unit_id}.commendations"]
        assert unit.value == (status is CommendationStatus.COMMENDED)


def test_before_the_decision_there_is_no_figure(year: Year) -> None:
    """A commendation is internal until then."""
    assert of(replace(year, cycle=replace(year.cycle, decided_on=None)), *year.commendations) == {}
