"""What the pages print of the contract, and which rows of the matrix it needs (domain.md 4.3).

A text of the contract is printed for everybody its table and field allow, unless a line here says otherwise:
a new field is missing from the sites until it is on a page or among those of `NOWHERE`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.contract import DOCUMENTS, TABLES
from generator.contract.fields import (
    Audience,
    Block,
    Field,
    Identifier,
    Keyed,
    Kind,
    ProblemNumber,
    Several,
    Text,
)
from generator.model.terms import ItemAudience, PublicationItem
from tests.editions.markers import Way

Items = tuple[PublicationItem, ...]

ITEMS: Mapping[Way, Items] = {
    ("ballots", "person_id"): (PublicationItem.PERSON_SCORES,),
    ("leaders", "name"): (PublicationItem.PERSON_SCORES,),
    ("checks", "note"): (PublicationItem.CHECKLIST, PublicationItem.DEDUCTIONS),
    ("deductions",): (PublicationItem.CHECKLIST, PublicationItem.DEDUCTIONS),
    ("profiles", "ungraded_reason"): (PublicationItem.PRELIMINARY,),
    ("profiles", "one_line"): (PublicationItem.PORTRAIT,),
    ("portraits",): (PublicationItem.PORTRAIT,),
    ("decisions", "override_reason"): (PublicationItem.PRELIMINARY, PublicationItem.COMPOSITE),
    ("adjustments", "public_wording"): (PublicationItem.VETO,),
    ("commendations",): (PublicationItem.COMMENDATIONS,),
    ("cases",): (PublicationItem.COMMENDATIONS,),
    ("rectifications",): (PublicationItem.RECTIFICATIONS,),
    ("rectification_events",): (PublicationItem.RECTIFICATIONS,),
    ("reports",): (PublicationItem.REPORT_SUMMARY,),
    ("recommendations",): (PublicationItem.RECOMMENDATIONS,),
    ("interviews",): (PublicationItem.INTERVIEWS,),
}
"""By way, or the beginning of one: rows of the matrix that must all reach the reader."""


_OFFICE = "for the files of the assessment office"
_LINK = "tells the program which row is meant, and is printed with that row"
_PROOF = "says who stands behind a row, for whoever audits the data"
NOWHERE: Mapping[Way, str] = {
    ("leaders", "person_id"): _LINK,
    ("decisions", "person_id"): _LINK,
    ("checks", "checker"): _PROOF,
    ("checks", "issue_id"): _LINK,
    ("checks", "appeal"): "the unit is answered on paper",
    ("checks", "reply"): "the unit is answered on paper",
    ("verifications", "id"): _OFFICE,
    ("verifications", "checkers"): _PROOF,
    ("verifications", "issue_id"): _LINK,
    ("verifications", "claim_ids"): _OFFICE,
    ("ballot_rounds",): _PROOF,
    ("components", "source"): _PROOF,
    ("adjustments", "id"): _OFFICE,
    ("adjustments", "item"): _OFFICE,
    ("adjustments", "event"): "tells the program what is one event",
    ("adjustments", "determined_by"): _PROOF,
    ("adjustments", "doc_no"): _PROOF,
    ("adjustments", "case_id"): _OFFICE,
    ("adjustments", "wording_approved_by"): _PROOF,
    ("decisions", "talk"): "a measure about one person",
    ("decisions", "award_ids"): _OFFICE,
    ("commendations", "recommended_by"): _PROOF,
    ("commendations", "approved_by"): _PROOF,
    ("commendations", "case_id"): _LINK,
    ("rectifications", "lead_leader"): _OFFICE,
    ("rectifications", "handler"): _OFFICE,
    ("rectifications", "remark"): _OFFICE,
    ("rectification_events", "verified_by"): _PROOF,
    ("rectification_events", "approver"): _PROOF,
    ("rectification_events", "doc_no"): _PROOF,
    ("rectification_events", "merged_into"): "a merged problem is no problem any more",
    ("interviews", "id"): _OFFICE,
    ("objections", "checked_by"): _PROOF,
    ("cycle", "group", "recusals"): _OFFICE,
    ("scheme", "bonuses", "id"): "tells the program which rule",
    ("scheme", "penalties", "id"): "tells the program which rule",
    ("scheme", "vetoes", "id"): "tells the program which rule",
    ("reports", "reports", "id"): _OFFICE,
    ("reports", "reports", "portfolio"): "stands with the board",
    ("reports", "reports", "reviewed_by"): _PROOF,
    ("reports", "reports", "approved_by"): _PROOF,
    ("reports", "reports", "areas", "highlights", "claims", "id"): _OFFICE,
    ("reports", "reports", "areas", "highlights", "claims", "verified_by"): _PROOF,
    ("reports", "reports", "areas", "shortcomings", "id"): _LINK,
    ("reports", "reports", "areas", "shortcomings", "issue_id"): _LINK,
    ("reports", "reports", "areas", "causes", "shortcoming"): _LINK,
    ("reports", "reports", "areas", "measures", "shortcoming"): _LINK,
}
"""What no page prints, by way or the beginning of one, and why."""


def by_contract() -> Mapping[Way, ItemAudience]:
    """Whom table and field allow, for the way of every text."""
    entries = (*TABLES, *DOCUMENTS)
    return {
        way: reach for entry in entries for way, reach in _ways(entry.fields, (entry.name,), entry.audience)
    }


def _ways(fields: Iterable[Field], above: Way, audience: Audience) -> Iterable[tuple[Way, ItemAudience]]:
    for field in fields:
        here = max(audience, field.audience, key=list(Audience).index)
        inner: Kind = field.kind
        while isinstance(inner, Several | Keyed):
            inner = inner.of if isinstance(inner, Several) else inner.values
        if isinstance(inner, Block):
            yield from _ways(inner.fields, (*above, field.name), here)
        elif isinstance(inner, Text | Identifier | ProblemNumber):
            yield (*above, field.name), ItemAudience(here.value)


CONTRACT = {**by_contract(), ("ballots", "person_id"): ItemAudience.STAFF}
"""Who was voted on is told where the result is, in the key of its figures."""
