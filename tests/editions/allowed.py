"""Who reads which text of which row: the matrix once more, apart from the program (domain.md 4.3)."""

from __future__ import annotations

from collections.abc import Mapping

from generator.intake.records import Folder, Record
from generator.model.terms import (
    AdjustmentKind,
    CaseStatus,
    CommendationStatus,
    ItemAudience,
    PublicationItem,
    RectificationEventType,
    ReportVisibility,
)
from tests.editions.markers import Spot, Way
from tests.editions.printed import CONTRACT, ITEMS, NOWHERE

Settings = Mapping[PublicationItem, ItemAudience]
WIDTH = (ItemAudience.STAFF, ItemAudience.LEADERS, ItemAudience.GROUP, ItemAudience.NONE)
_INTERNAL = (CommendationStatus.RECOMMENDED, CommendationStatus.REVIEWED, CommendationStatus.DISPUTED)
_ANNOUNCED = (CommendationStatus.IN_NOTICE, CommendationStatus.NOTICE_ENDED)
"""Then the page or the paper of the 公示 says whom to ask."""
_ENDED = (RectificationEventType.MERGE, RectificationEventType.VOID)
"""Then it is no problem any more."""
_REPORTS = {
    ReportVisibility.STAFF: ItemAudience.STAFF,
    ReportVisibility.UNIT: ItemAudience.LEADERS,
    ReportVisibility.LEADERS: ItemAudience.LEADERS,
    ReportVisibility.GROUP: ItemAudience.GROUP,
}


def narrowest(*reaches: ItemAudience) -> ItemAudience:
    """The one that reaches fewest."""
    return max(reaches, key=WIDTH.index)


def _of_way(way: Way, table: Mapping[Way, object]) -> object:
    """What a table says about a way or about its longest beginning."""
    ends = (way[:length] for length in range(len(way), 0, -1))
    return next((table[end] for end in ends if end in table), None)


class Oracle:
    """Who reads which text of one year."""

    def __init__(self, settings: Settings, folder: Folder) -> None:
        self._settings = settings
        problems, events = (_rows(folder, name) for name in ("rectifications", "rectification_events"))
        self._sensitive = {row["id"] for row in problems if row["sensitive"]}
        self._gone = {row["id"] for row in events if row["event"] in _ENDED}
        cycle = folder.document("cycle")
        self._decided = cycle is not None and cycle["decided_on"] is not None

    def reach(self, spot: Spot) -> ItemAudience:
        """The widest audience that reads the text; NONE for what no page prints."""
        if _of_way(spot.way, NOWHERE) is not None:
            return ItemAudience.NONE
        items = _of_way(spot.way, ITEMS) or ()
        assert isinstance(items, tuple)
        settings = (self._settings[item] for item in items)
        return narrowest(CONTRACT[spot.way], *settings, self._held(spot.way, spot.above))

    def _held(self, way: Way, above: Mapping[Way, Record]) -> ItemAudience:
        """What the row itself allows."""
        rule = {
            "rectifications": self._of_problem,
            "rectification_events": self._of_problem,
            "reports": self._of_report,
            "commendations": self._of_commendation,
            "portraits": _of_portrait,
            "scheme": _of_item,
            "errata": _of_item,
            "profiles": lambda way, _: self._of_profile(way),
            "cycle": self._of_decision,
            "decisions": self._of_decision,
            "adjustments": self._of_adjustment,
            "cases": _of_case,
        }.get(way[0])
        return rule(way, above) if rule else ItemAudience.STAFF

    def _of_problem(self, way: Way, above: Mapping[Way, Record]) -> ItemAudience:
        number = above[way[:1]]["id"]
        if number in self._gone:
            return ItemAudience.NONE
        return self._settings[PublicationItem.SENSITIVE] if number in self._sensitive else ItemAudience.STAFF

    def _of_report(self, way: Way, above: Mapping[Way, Record]) -> ItemAudience:
        """Approved for its readers, its shortcomings apart; or for those who read everything of it."""
        report = above[way[:2]]
        visibility = report["visibility"]
        assert isinstance(visibility, ReportVisibility)
        frank = report["shortcomings_approved"] or not {"shortcomings", "causes", "measures"} & {*way}
        open_to_all = report["approved_by"] and frank
        in_full_alone = way[-1] in ("person", "integrity", "evidence")
        full = self._settings[PublicationItem.REPORT_FULL]
        return narrowest(
            _REPORTS[visibility], ItemAudience.STAFF if open_to_all and not in_full_alone else full
        )

    def _of_commendation(self, way: Way, above: Mapping[Way, Record]) -> ItemAudience:
        """Nothing before it is public; whom to ask from its 公示 on, why it was revoked if it was."""
        status = above[way[:1]]["status"]
        told = {
            "contact_dept": status in _ANNOUNCED,
            "phone": status in _ANNOUNCED,
            "revoke_reason": status is CommendationStatus.REVOKED,
        }
        public = self._decided and status not in _INTERNAL
        return ItemAudience.STAFF if public and told.get(way[-1], True) else ItemAudience.NONE

    def _of_profile(self, way: Way) -> ItemAudience:
        """Why there is no grade stands under the scores, where there are any."""
        scores = (PublicationItem.COMPOSITE, PublicationItem.BALLOT_DIMENSIONS)
        under = min((self._settings[item] for item in scores), key=WIDTH.index)
        return under if way[-1] == "ungraded_reason" else ItemAudience.STAFF

    def _of_adjustment(self, way: Way, above: Mapping[Way, Record]) -> ItemAudience:
        """What happened goes with the veto or with the points it explains."""
        if way[-1] != "what":
            return self._of_decision(way, above)
        veto = above[way[:1]]["kind"] is AdjustmentKind.VETO
        return self._settings[PublicationItem.VETO if veto else PublicationItem.CHECKLIST]

    def _of_decision(self, way: Way, above: Mapping[Way, Record]) -> ItemAudience:
        """What is final comes with the decision, a veto in its approved wording."""
        row = above[way[:1]]
        final = way[-1] in ("override_reason", "decision_doc", "public_wording")
        veto = way[0] != "adjustments" or (row["kind"] is AdjustmentKind.VETO and row["wording_approved_by"])
        return ItemAudience.STAFF if not final or (self._decided and veto) else ItemAudience.NONE


def _of_case(way: Way, above: Mapping[Way, Record]) -> ItemAudience:
    submitted = above[way[:1]]["status"] is CaseStatus.SUBMITTED
    return ItemAudience.NONE if submitted else ItemAudience.STAFF


def _of_item(way: Way, above: Mapping[Way, Record]) -> ItemAudience:
    """Whom the item itself names: 结果运用, 更正."""
    audience = above[way[:-1]].values.get("audience")
    return audience if isinstance(audience, ItemAudience) else ItemAudience.STAFF


def _of_portrait(way: Way, above: Mapping[Way, Record]) -> ItemAudience:
    """两源印证: what one method alone found is for the group, and never for the unit's own sheet."""
    sources = above[way[:-1]].values.get("sources")
    if way[1] != "weaknesses" or (isinstance(sources, tuple) and len(set(sources)) > 1):
        return ItemAudience.STAFF
    return ItemAudience.NONE if way[-1] == "text_unit" else ItemAudience.GROUP


def _rows(folder: Folder, name: str) -> tuple[Record, ...]:
    return folder.rows(name) if name in folder.tables else ()
