# SPDX-License-Identifier: MIT
"""The facts of one case, as frozen values. ``None`` means "not known", never a guess.

Times are aware UTC. Numbers carry their unit in the name. Everything here turns into plain JSON through
``app.plain`` and back; nothing here knows where it is stored or shown.

    ids answers     <- everything
    acquisition     one act of taking a copy, and its record
    conversation    how the frames of a scrolled conversation meet
    exhibit         numbered acquisitions, their originals and derivatives
    listed          an exhibit as lists show it
    case            the person, the guide's steps
    people          accounts, who is behind them, who else is concerned
    happened        payments, demands and threats, calls, events
    watched         places to look at, reports made elsewhere
    anchored        outside times for the record
    copied          copies of the evidence that stand outside the vault
    purged          what was removed for good
    entry           any of these facts, as the vault keeps it
"""

from app.model.acquisition import (
    Acquisition,
    AcquisitionRecord,
    ContentRecord,
    Method,
    MethodRecord,
    Mode,
    MonitorRecord,
    Notice,
    PeopleRecord,
    Rect,
    ScreenRecord,
    Sensitivity,
    SourceRecord,
    SystemRecord,
    TimeRecord,
)
from app.model.anchored import Anchor
from app.model.answers import (
    Answer,
    Certainty,
    Precision,
    Role,
    Under18,
)
from app.model.case import (
    CaseFacts,
    Note,
    SafeContact,
    StepState,
)
from app.model.conversation import (
    Finding,
    Forgiven,
    ForgivenWhy,
    FrameLine,
    GapRecord,
    Island,
    PairRecord,
    Proof,
    Rival,
    RunRecord,
    TimeJump,
    Why,
)
from app.model.copied import Copy, CopyKind, CopyState
from app.model.entry import (
    Entry,
    Fact,
)
from app.model.exhibit import (
    Derivative,
    DerivativeKind,
    DerivativeRecord,
    Exhibit,
    ExhibitFacts,
    Original,
    RedactedBox,
    SeenIn,
    redacted_copies,
    redacted_copy,
)
from app.model.happened import (
    Call,
    Demand,
    Event,
    Payment,
)
from app.model.ids import (
    EntryId,
    ExhibitId,
)
from app.model.listed import Listed
from app.model.people import (
    Account,
    Contact,
    DisplayName,
    Offender,
    Provenance,
    Strength,
)
from app.model.purged import Purged, PurgedMade, PurgedOriginal
from app.model.watched import (
    Look,
    Place,
    PlaceKind,
    ReportKind,
    ReportMade,
    Takedown,
)

__all__ = [
    "Account",
    "Acquisition",
    "AcquisitionRecord",
    "Anchor",
    "Answer",
    "Call",
    "CaseFacts",
    "Certainty",
    "Contact",
    "ContentRecord",
    "Copy",
    "CopyKind",
    "CopyState",
    "Demand",
    "Derivative",
    "DerivativeKind",
    "DerivativeRecord",
    "DisplayName",
    "Entry",
    "EntryId",
    "Event",
    "Exhibit",
    "ExhibitFacts",
    "ExhibitId",
    "Fact",
    "Finding",
    "Forgiven",
    "ForgivenWhy",
    "FrameLine",
    "GapRecord",
    "Island",
    "Listed",
    "Look",
    "Method",
    "MethodRecord",
    "Mode",
    "MonitorRecord",
    "Note",
    "Notice",
    "Offender",
    "Original",
    "PairRecord",
    "Payment",
    "PeopleRecord",
    "Place",
    "PlaceKind",
    "Precision",
    "Proof",
    "Provenance",
    "Purged",
    "PurgedMade",
    "PurgedOriginal",
    "Rect",
    "RedactedBox",
    "ReportKind",
    "ReportMade",
    "Rival",
    "Role",
    "RunRecord",
    "SafeContact",
    "ScreenRecord",
    "SeenIn",
    "Sensitivity",
    "SourceRecord",
    "StepState",
    "Strength",
    "SystemRecord",
    "Takedown",
    "TimeJump",
    "TimeRecord",
    "Under18",
    "Why",
    "redacted_copies",
    "redacted_copy",
]
