# SPDX-License-Identifier: MIT
"""The facts of one case, as frozen values. ``None`` means "not known", never a guess.

Times are aware UTC. Numbers carry their unit in the name. Everything here turns into plain JSON through
``app.plain`` and back; nothing here knows where it is stored or shown.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, time
from enum import StrEnum
from typing import Generic, NewType, TypeVar

F = TypeVar("F")

ExhibitId = NewType("ExhibitId", str)
EntryId = NewType("EntryId", str)


class Under18(StrEnum):
    """Answer to the question before the first capture. "Not sure" is treated as yes."""

    YES = "yes"
    NO = "no"
    NOT_SURE = "not_sure"


class Answer(StrEnum):
    """A yes, a no, or not known."""

    YES = "yes"
    NO = "no"
    NOT_KNOWN = "not_known"


class Role(StrEnum):
    """Whose hands were on the keyboard."""

    VICTIM = "victim"
    HELPER = "helper"


class Mode(StrEnum):
    """What was taken from the screen."""

    SCREEN = "screen"
    WINDOW = "window"
    AREA = "area"
    CONVERSATION = "conversation"


class Method(StrEnum):
    """How the copy came to be."""

    SCREEN_CAPTURE = "screen_capture"
    IMPORTED_FILE = "imported_file"
    PHOTO_OF_SCREEN = "photo_of_screen"
    PLATFORM_EXPORT = "platform_export"


class Sensitivity(StrEnum):
    """What the person says a picture shows; the program cannot see it."""

    NONE = "none"
    INTIMATE = "intimate"
    THIRD_PARTY = "third_party"
    MAY_SHOW_UNDER_18 = "may_show_under_18"


class Notice(StrEnum):
    """What the program noticed about a picture. It is kept all the same; the person is told what may help."""

    BLACK = "black"
    ONE_COLOUR = "one colour"
    ALMOST_EMPTY = "almost empty"
    PROTECTED = "protected window"
    OWN_INSIDE = "own window inside"
    CUT_OFF = "part of the window off the screen"
    COVERED = "part of the window covered"
    MENU_OVER = "menu over it"
    POINTER_OVER = "pointer over it"
    NO_CLOCK = "no clock of the screen in sight"


class Strength(StrEnum):
    """How well a provider can find the account by it: fixed, changeable, display name only."""

    STRONG = "strong"
    MEDIUM = "medium"
    WEAK = "weak"


class Provenance(StrEnum):
    """How an identifier came to be known."""

    TYPED = "typed"
    PASTED = "pasted"
    READ = "read"
    READ_AND_PASTED = "read_and_pasted"


class Certainty(StrEnum):
    """Seen in an exhibit or record, or remembered by the person."""

    SEEN = "seen"
    REMEMBERED = "remembered"


# --- acquisition record (evidence.md, section 1) -------------------------------------------------


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle in whole pixels; ``x`` and ``y`` may be negative on a desktop of several monitors."""

    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class MonitorRecord:
    """One monitor as it stood at the time of the capture; scale in thousandths (100 % is 1000)."""

    name: str
    rect: Rect
    scale_permille: int
    is_primary: bool


@dataclass(frozen=True, slots=True)
class TimeRecord:
    """When the copy was taken, by which clocks, and what was known of them.

    ``offset_ms``: this clock minus the one named by ``offset_by``, as measured at ``offset_at``, give or
    take ``offset_uncertain_ms``; ``None`` with a reason where nobody allowed it.
    """

    started_at: datetime
    ended_at: datetime
    local: str
    zone: str
    mono_ns: str
    boot: str
    clock: str
    sync: str
    clock_jump: bool
    offset_ms: int | None = None
    offset_reason: str | None = "not measured"
    offset_by: str | None = None
    offset_uncertain_ms: int | None = None
    offset_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class SystemRecord:
    """The computer and the programs; ``machine_alias`` is random, not the host name."""

    os: str
    app_version: str
    app_commit: str
    python: str
    qt: str | None
    mss: str | None
    machine_alias: str


@dataclass(frozen=True, slots=True)
class ScreenRecord:
    """What was taken from the screen. Physical is pixels, logical what Qt counts.

    ``cut_off``: a part of what was asked for lay off the screen. ``covered``: something stood over the window
    (``None`` where no window was asked for, or the system does not say).
    """

    backend: str
    mode: Mode
    monitors: tuple[MonitorRecord, ...]
    rect_physical: Rect
    rect_logical: Rect
    cursor_included: bool
    own_windows_hidden: bool
    cut_off: bool = False
    covered: bool | None = None


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """Which program and account the picture is of, as far as known."""

    window_title: str | None
    program: str | None
    url: str | None
    url_from: str
    platform: str | None
    account_shown: str | None


@dataclass(frozen=True, slots=True)
class ContentRecord:
    """The bytes as stored."""

    mime: str
    size_bytes: int
    width_px: int
    height_px: int
    sha256: str
    sha256_pixels: str | None = None


@dataclass(frozen=True, slots=True)
class PeopleRecord:
    """Who took the copy, and whose account was being looked at."""

    taken_by: str
    role: Role
    viewed_account: str


@dataclass(frozen=True, slots=True)
class MethodRecord:
    """How, and what the person did to get there ("none stated" is printed where it is ``None``)."""

    method: Method
    steps_taken: str | None = None
    sensitivity: Sensitivity = Sensitivity.NONE


@dataclass(frozen=True, slots=True)
class AcquisitionRecord:
    """Everything recorded about one act of taking a copy; stored and exported as JCS JSON.

    ``seq`` (place in the custody log), ``exhibit_ref``, ``run_index`` and ``salt`` are given by the vault, in
    the same transaction. The salt, 32 random bytes in hexadecimal, is why the log's hash value of this record
    tells nobody who lacks the record what it says; a purge removes both together.
    """

    acquisition_id: str
    time: TimeRecord
    system: SystemRecord
    screen: ScreenRecord | None
    source: SourceRecord
    content: ContentRecord
    people: PeopleRecord
    method: MethodRecord
    parent: str | None = None
    run_id: str | None = None
    run_index: int | None = None
    seq: int | None = None
    exhibit_ref: str | None = None
    salt: str = ""
    noticed: tuple[Notice, ...] = ()
    v: int = 1


@dataclass(frozen=True, slots=True)
class Acquisition:
    """A record together with the bytes it names; the only thing the vault takes in as evidence."""

    record: AcquisitionRecord
    data: bytes


@dataclass(frozen=True, slots=True)
class ExhibitFacts:
    """What the person says about an exhibit; revised freely, the picture never changes."""

    title: str | None = None
    note: str | None = None
    shows: str | None = None
    does_not_show: str | None = None
    sensitivity: Sensitivity = Sensitivity.NONE
    account: EntryId | None = None
    can_see_time: Answer = Answer.NOT_KNOWN
    can_see_name: Answer = Answer.NOT_KNOWN
    can_see_before: Answer = Answer.NOT_KNOWN


# --- a conversation, captured while it was scrolled (conversation.md) ---------------------------


class Proof(StrEnum):
    """How sure it is that two frames meet, and where. Source: conversation.md, section 4."""

    EXACT = "exact"
    MATCHED = "matched"
    SAME = "same"
    AMBIGUOUS = "ambiguous"
    GAP = "gap"
    RESIZED = "resized"

    @property
    def joins(self) -> bool:
        """Whether nothing can be missing between the two."""
        return self in {Proof.EXACT, Proof.MATCHED, Proof.SAME}


class Why(StrEnum):
    """Why a pair is not joined, or what kind of ambiguity it is."""

    NO_OVERLAP = "no overlap found"
    WIDTH_CHANGED = "window width changed"
    TWO_PLACES = "the frames may meet in more than one way"
    REPEATED_ONLY = "what meets is only repeated"
    ONE_PICTURE = "what meets is one picture"
    RESUMED = "the program was closed in between"


class ForgivenWhy(StrEnum):
    """Why a difference inside the overlap counts neither for nor against."""

    FIXED = "fixed"
    MOVED_ON_ITS_OWN = "moved on its own"


@dataclass(frozen=True, slots=True)
class Forgiven:
    """A rectangle of the later frame that was left out of the comparison, and why."""

    rect: Rect
    why: ForgivenWhy


@dataclass(frozen=True, slots=True)
class Rival:
    """Another place where two frames could meet, and how much speaks for it."""

    shift_px: int
    evidence_strips: int


@dataclass(frozen=True, slots=True)
class Finding:
    """What the comparison of two frames found. Rows of the later frame show what row + shift showed before.

    Attributes:
        shift_px: above 0: scrolled to newer messages; below: to older ones; ``None`` where nothing fits.
        region: the part that scrolls; ``None`` where no movement was found.
        overlap_px: rows of the region that both frames show.
        evidence_strips: strips of 32 pixels that are equal, tell something, and moved; in how many rows, and
            in how many blocks (lines of text, pictures).
        pixels_equal: how many pixels of the overlap were compared one by one and are equal.
        alike_permille: of a tolerant proof, how much of the text is alike.
    """

    level: Proof
    why: Why | None = None
    shift_px: int | None = None
    region: Rect | None = None
    overlap_px: int = 0
    evidence_strips: int = 0
    evidence_rows: int = 0
    blocks: int = 0
    text_strips: int = 0
    unique_anchors: int = 0
    unexplained_strips: int = 0
    pixels_equal: int = 0
    alike_permille: int | None = None
    forgiven: tuple[Forgiven, ...] = ()
    rivals: tuple[Rival, ...] = ()


@dataclass(frozen=True, slots=True)
class PairRecord:
    """Two frames of a run (numbered from 1) and what their comparison found.

    ``steps_px``: the shift of every look between, where the scroll was followed by eye (``watched``).
    ``pointer``: where the mouse pointer was in the later frame, in pixels of the frame.
    """

    first: int
    second: int
    finding: Finding
    watched: bool = False
    steps_px: tuple[int, ...] = ()
    looks: int = 0
    pointer: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class FrameLine:
    """One frame in the record of its run: which original, and when it was seen."""

    index: int
    acquisition_id: str
    sha256: str
    at: datetime
    width_px: int
    height_px: int


@dataclass(frozen=True, slots=True)
class GapRecord:
    """A place where frames did not meet. ``closed_by``: the frames whose later comparison closed it."""

    first: int
    second: int
    why: Why
    closed_by: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Island:
    """Frames that meet: each with the row, in pixels from the first of them, where its region begins."""

    frames: tuple[int, ...]
    tops_px: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TimeJump:
    """The clock was moved between two frames."""

    before: int
    after: int
    shift_ms: int


@dataclass(frozen=True, slots=True)
class RunRecord:
    """How the frames of one conversation meet: kept as JCS JSON, a derivative of the frames it names.

    Attributes:
        algorithm: name and version of the comparison, with the constants it used.
        segments: first frame of each sitting; a run that goes on after a break has more than one.
        islands: frames that are proven to meet; more than one means a gap is left.
        repeated: pairs of frames that show the same place.
        size_changes: frames that are of another width than the one before.
    """

    run_id: str
    algorithm: str
    constants: dict[str, int]
    started_at: datetime
    ended_at: datetime
    frames: tuple[FrameLine, ...]
    segments: tuple[int, ...]
    pairs: tuple[PairRecord, ...]
    gaps: tuple[GapRecord, ...]
    islands: tuple[Island, ...]
    repeated: tuple[tuple[int, int], ...] = ()
    time_jumps: tuple[TimeJump, ...] = ()
    size_changes: tuple[int, ...] = ()
    wallpaper_learned: bool = False
    v: int = 1

    @property
    def open_gaps(self) -> tuple[GapRecord, ...]:
        """The gaps that were not closed."""
        return tuple(gap for gap in self.gaps if gap.closed_by is None)

    @property
    def breaks(self) -> int:
        """How many pieces may be missing, one less than islands; two open gaps may name the same one."""
        return max(0, len(self.islands) - 1)

    @property
    def matched(self) -> int:
        """How many pairs of frames, neighbours or not, meet at one place but not pixel for pixel."""
        last = {(pair.first, pair.second): pair.finding.level for pair in self.pairs}
        return sum(level is Proof.MATCHED for level in last.values())

    def pair(self, first: int, second: int) -> PairRecord | None:
        """Return the comparison of two frames, the last one made."""
        return next((p for p in reversed(self.pairs) if (p.first, p.second) == (first, second)), None)


class DerivativeKind(StrEnum):
    """What was made from originals."""

    RUN_RECORD = "run_record"
    JOINED_PICTURE = "joined_picture"


@dataclass(frozen=True, slots=True)
class DerivativeRecord:
    """Everything recorded about a copy that was made from originals; JCS JSON as an acquisition record is.

    ``parents`` are the SHA-256 of the originals in the order they were used. ``seq``, ``exhibit_ref`` and
    ``salt`` are given by the vault.
    """

    derivative_id: str
    kind: DerivativeKind
    made_at: datetime
    parents: tuple[str, ...]
    method: str
    tool: str
    mime: str
    size_bytes: int
    sha256: str
    width_px: int | None = None
    height_px: int | None = None
    seq: int | None = None
    exhibit_ref: str | None = None
    salt: str = ""
    v: int = 1


@dataclass(frozen=True, slots=True)
class Derivative:
    """A derivative's record together with its bytes."""

    record: DerivativeRecord
    data: bytes


@dataclass(frozen=True, slots=True)
class Original:
    """One file of an exhibit as acquired. ``ref`` is the exhibit's, or of a frame ``TJH/4.2``."""

    id: ExhibitId
    ref: str
    seq: int
    acquired_at: datetime
    record: AcquisitionRecord


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One acquisition or one conversation run, numbered and immutable. ``ref`` is initials/number: ``TJH/1``.

    Attributes:
        id: also the id of the original; of a run, of its first frame.
        record: of the original; of a run, of its first frame.
        frames: the originals of a run in the order they were taken; empty where there is one picture.
        run: how the frames meet, as last judged; ``None`` for one picture, or a run that was broken off and
            is not finished yet.
        derivatives: what was made from the originals, in order.
    """

    id: ExhibitId
    number: int
    ref: str
    seq: int
    acquired_at: datetime
    record: AcquisitionRecord
    facts: ExhibitFacts
    withdrawn_at: datetime | None = None
    withdrawn_why: str | None = None
    frames: tuple[Original, ...] = ()
    run: RunRecord | None = None
    derivatives: tuple[DerivativeRecord, ...] = ()

    @property
    def sha256(self) -> str:
        """Hash value of the original; of a run, of its first frame."""
        return self.record.content.sha256

    @property
    def is_run(self) -> bool:
        """Whether it is a conversation of several frames (or of one, if no more were taken)."""
        return self.record.run_id is not None

    @property
    def originals(self) -> tuple[Original, ...]:
        """Every file of it as acquired, in order."""
        return self.frames or (Original(self.id, self.ref, self.seq, self.acquired_at, self.record),)


# --- what the person tells ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SafeContact:
    """How an officer may reach the person without putting them at risk."""

    how: str | None = None
    number: str | None = None
    from_time: time | None = None
    voicemail_ok: bool | None = None
    may_contact_platforms: bool | None = None
    may_tell_family: bool | None = None


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """The answers and the person. One entry of the vault, revised as answers come in."""

    under_18: Under18
    country: str
    could_use_this_computer: Answer = Answer.NOT_KNOWN
    offence: str | None = None
    name: str | None = None
    call_me: str | None = None
    initials: str | None = None
    age: int | None = None
    pronoun: str | None = None
    reported_by: str | None = None
    helper: str | None = None
    home_force_area: str | None = None
    work: str | None = None
    own_words: str | None = None
    risk_to_life: Answer = Answer.NOT_KNOWN
    risk_asked_at: datetime | None = None
    says_person_broke_law: bool | None = None
    held: tuple[str, ...] = ()
    made_by_ai: Answer = Answer.NOT_KNOWN
    face_visible: Answer = Answer.NOT_KNOWN
    posted_publicly: str | None = None
    sent_to: str | None = None
    sent_detail: str | None = None
    replies_stopped_at: datetime | None = None
    blocked: bool | None = None
    deleted_anything: bool | None = None
    devices_kept: tuple[str, ...] = ()
    accounts_paused: tuple[str, ...] = ()
    contact: SafeContact = field(default_factory=SafeContact)


@dataclass(frozen=True, slots=True)
class DisplayName:
    """A name anyone can change, and when it was seen."""

    name: str
    seen_at: datetime


@dataclass(frozen=True, slots=True)
class SeenIn:
    """The place in an exhibit where an identifier stands, in pixels of the original."""

    exhibit: ExhibitId
    rect: Rect | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """One account: platform and stable identifier; display names beside it, with dates.

    Attributes:
        pasted: what was pasted; beside a reading, without what copying put round it.
        read_as: what the program read in a picture; ``None`` if it read nothing.
        read_settled: the same with the doubtful characters as the person settled them; ``None`` if they left
            them as read.
        read_permille: how sure the program was of the character it was least sure of, in thousandths.
    """

    platform: str
    stable_id: str | None
    id_kind: str | None
    strength: Strength
    provenance: Provenance | None = None
    recorded_at: datetime | None = None
    is_own: bool = False
    display_names: tuple[DisplayName, ...] = ()
    profile_url: str | None = None
    pasted: str | None = None
    seen_in: SeenIn | None = None
    exhibits: tuple[ExhibitId, ...] = ()
    first_seen_at: datetime | None = None
    last_seen_at: datetime | None = None
    moved_from: str | None = None
    known_by: str | None = None
    read_as: str | None = None
    read_settled: str | None = None
    read_permille: int | None = None

    @property
    def has_agreed(self) -> bool:
        """Whether what was pasted is what stands in the picture, letter for letter."""
        return self.pasted is not None and self.pasted == (
            self.read_settled or self.read_as or self.stable_id
        )


@dataclass(frozen=True, slots=True)
class Payment:
    """Money sent. ``amount_minor`` in the currency's smallest unit (pence)."""

    method: str
    amount_minor: int | None
    currency: str | None
    paid_at: datetime | None
    reference: str | None = None
    payee: str | None = None
    payee_place: str | None = None
    sender: str | None = None
    paid_from: str | None = None
    to_address: str | None = None
    transaction: str | None = None
    collected: Answer = Answer.NOT_KNOWN
    checked_at: datetime | None = None
    can_be_stopped: bool | None = None
    provider_told: bool | None = None
    bank_told: bool | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Demand:
    """Their words, letter for letter, and where they stand. ``kind`` is ``threat`` or ``money``."""

    kind: str
    words: str
    at: datetime | None
    account: EntryId | None = None
    exhibit: ExhibitId | None = None
    deadline_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ReportMade:
    """A report made elsewhere, with its reference."""

    to: str
    reference: str | None
    at: datetime | None
    how: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, seen or remembered."""

    at: datetime
    what: str
    certainty: Certainty
    where: str | None = None
    is_about: bool = False


@dataclass(frozen=True, slots=True)
class StepState:
    """What was done about one step of the guide, and by whom."""

    step: str
    state: str
    at: datetime
    by: str | None = None
    detail: str | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """Free words of the person about one thing (``about`` is an id or a topic)."""

    about: str
    words: str


Fact = CaseFacts | Account | Payment | Demand | ReportMade | Event | StepState | Note | ExhibitFacts


@dataclass(frozen=True, slots=True)
class Entry(Generic[F]):
    """A typed fact in the vault, in its latest revision; ``revision`` counts from 1."""

    id: EntryId
    fact: F
    created_at: datetime
    revised_at: datetime
    revision: int
