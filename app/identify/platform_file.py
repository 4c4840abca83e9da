# SPDX-License-Identifier: MIT
"""What the file of a platform says, as frozen values. The files are in ``resources/platforms``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003 - field types are looked up when files are read
from enum import StrEnum

from app.content import Line, Text  # noqa: TC001 - looked up when files are read
from app.errors import GuideInvalid
from app.model import Strength  # noqa: TC001 - looked up when files are read


class VerdictKind(StrEnum):
    """What was typed, as far as its form tells. None of them stops anyone from keeping it."""

    EMPTY = "empty"
    ACCEPTED = "accepted"
    UNUSUAL = "unusual"
    COPY_SLIP = "copy_slip"
    DISPLAY_NAME = "display_name"
    CONVERSATION_ID = "conversation_id"
    NOT_A_PERSON = "not_a_person"


class Number(StrEnum):
    """What kind of number an identifier is."""

    PHONE = "phone"
    SNOWFLAKE = "snowflake"


@dataclass(frozen=True, slots=True)
class Replacement:
    """What to take off before looking: ``find`` becomes ``put``, as in ``re.sub``.

    Attributes:
        is_encoded: what is left is percent-encoded, as an address inside another one is.
    """

    find: str
    put: str = ""
    is_encoded: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """One form an entry can have. The first rule whose expression fits the whole text decides.

    Attributes:
        expression: regular expression, matched against the whole normalised text.
        verdict: what it says.
        id_kind: how the report calls it, such as ``Skype Name``.
        strength: how well a provider can find the account by it.
        catch: key of the words to show.
        example: a text that fits, used by the tests.
        number: the text must be a sound number of this kind too.
    """

    expression: str
    verdict: VerdictKind
    example: str
    id_kind: str | None = None
    strength: Strength | None = None
    catch: str | None = None
    number: Number | None = None


@dataclass(frozen=True, slots=True)
class Catch:
    """A kind word about what was typed: what it looks like, and what to do now."""

    key: str
    title: Text
    text: Text


@dataclass(frozen=True, slots=True)
class Way:
    """How to find the identifier on one kind of device; the discs of the figure count the steps."""

    figure: str
    steps: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Route:
    """One way to the identifier when the ordinary one is closed."""

    key: str
    title: Text
    figure: str
    steps: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Closed:
    """The platform is gone: when, and what ways are left."""

    note: Text
    routes: tuple[Route, ...]
    last: Text


@dataclass(frozen=True, slots=True)
class Pause:
    """Whether this platform has a pause that deletes nothing, and what to do."""

    is_safe: bool
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Member:
    """One platform of several that are alike and share a file; what it does not say, the file says."""

    id: str
    name: Text
    provider: str
    report: tuple[Line, ...] = ()
    traps: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Platform:
    """One platform, as its file says.

    Attributes:
        order: place in lists, from 1; what people are asked for most comes first.
        where: what stays the same, and where it stands.
        better: how to get one that stays, or that leads to more.
        labels: words beside or above which the identifier is printed in pictures, in several languages.
        seen_as: regular expressions that find an identifier in any line, each with one group for it.
        rules_of: id of the platform whose identifiers these are too; ``seen_as``, ``strip``, ``rules`` and
            ``catches`` are taken from there where this file has none.
        computer: how to find it there; ``None`` where there is only an app for phones.
        phone: the same on a phone.
        number: the identifier is such a number, brought into its full form before it is judged.
        members: the platforms that this file speaks of, if it is not only one.
    """

    id: str
    name: Text
    order: int
    provider: str
    id_kind: str
    strength: Strength
    where_title: Text
    where: Line
    field: Text
    not_these: tuple[Line, ...]
    better: tuple[Line, ...]
    labels: tuple[str, ...]
    report: tuple[Line, ...]
    pause: Pause
    traps: tuple[Line, ...]
    preservation: str
    verified_on: date
    source: str
    seen_as: tuple[str, ...] = ()
    strip: tuple[Replacement, ...] = ()
    rules: tuple[Rule, ...] = ()
    catches: tuple[Catch, ...] = ()
    rules_of: str | None = None
    computer: Way | None = None
    phone: Way | None = None
    shown_as: str = "{id}"
    address: str | None = None
    is_lower_case: bool = False
    number: Number | None = None
    closed: Closed | None = None
    members: tuple[Member, ...] = ()

    @property
    def ways(self) -> tuple[tuple[str, Way], ...]:
        """The devices on which it can be found, the computer first."""
        both = (("computer", self.computer), ("phone", self.phone))
        return tuple((device, way) for device, way in both if way is not None)

    def catch(self, key: str) -> Catch:
        """Return the words under this key.

        Raises:
            GuideInvalid: there are none.
        """
        for catch in self.catches:
            if catch.key == key:
                return catch
        raise GuideInvalid(f"{self.id}.toml: catches: {key} is missing")


@dataclass(frozen=True, slots=True)
class Other:
    """A platform that has no page of its own: enough to print its name and to report it."""

    id: str
    name: Text
    provider: str
    report: tuple[Line, ...]
    pause: Pause
    traps: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Others:
    """The file of platforms without a page."""

    preservation: str
    platforms: tuple[Other, ...]
    verified_on: date
    source: str


@dataclass(frozen=True, slots=True)
class Shared:
    """Words that many platforms say; a platform's own words for the same key go before."""

    catches: tuple[Catch, ...]
