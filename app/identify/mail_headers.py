# SPDX-License-Identifier: MIT
"""What the raw headers of an e-mail say of where it came from; anything in them may be made up."""

from __future__ import annotations

import codecs
import ipaddress
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.errors import HeaderParseError
from email.header import decode_header
from email.parser import HeaderParser
from email.policy import default
from email.utils import parsedate_to_datetime
from enum import StrEnum

from app.identify.lookalikes import is_alike_to_the_eye, looks_like

LONGEST = 200_000  # characters that are looked at; headers of real mails stay below 50,000
LONGEST_VALUE = 4_000  # of one header
MOST_HOPS = 40  # Source: RFC 5321, 6.3: loops are cut at 100; ten are common
_BLOCK = re.compile(r"^[^\S\n]*\S.*(?:\n[^\S\n]*\S.*)*", re.MULTILINE)  # lines up to an empty one
_FIELD = re.compile(r"^[!-9;-~]{1,76}:", re.MULTILINE)
_TRACE = re.compile(r"^(?:delivered-to|return-path|received|x-received)[ \t]*:", re.IGNORECASE | re.MULTILINE)
_KNOWN = re.compile(
    r"^(?:received|x-received|return-path|delivered-to|message-id|from|reply-to|authentication-results|"
    r"arc-seal|dkim-signature|mime-version|date|x-originating-ip)[ \t]*:",
    re.IGNORECASE | re.MULTILINE,
)
_BY = re.compile(r"(?:^|\s)by\s+(\S+)")
_BRACKETED = re.compile(r"\(([^()]*)\)")
_SIX = re.compile(r"IPv6:", re.IGNORECASE)
_NUMBERS = re.compile(r"[0-9A-Fa-f.:]{3,45}")
_CHECK = re.compile(r"\b(spf|dkim|dmarc)\s*=\s*([a-z]{1,12})\b", re.IGNORECASE)
_ADDRESS = re.compile(r"[^\s<>@\"'(),;:]{1,64}@[^\s<>@\"'(),;:]{1,255}")
# Encodings of letters; others that Python knows turn bytes into something else. Source: IANA character sets.
_LETTERS = re.compile(
    r"ascii|utf.?(?:7|8|16).*|iso8859.*|iso2022.*|cp\d+|koi8.*|big5.*|gb.*|euc.*|shift.*|mac.*"
)
# No address of these says where anybody is. Source: RFC 6890. Those for examples are left in.
_INSIDE = tuple(
    map(
        ipaddress.ip_network,
        ("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
         "192.168.0.0/16", "224.0.0.0/3", "::/127", "fc00::/7", "fe80::/10", "ff00::/8"),
    )
)  # fmt: skip


class MailDoubt(StrEnum):
    """What to look at twice in the headers."""

    NAME_IS_ADDRESS = "name_is_address"
    REPLY_ELSEWHERE = "reply_elsewhere"
    REPLY_ALIKE = "reply_alike"
    FOREIGN = "foreign"


@dataclass(frozen=True, slots=True)
class Hop:
    """One computer that passed the mail on: what it says of the one before, and when."""

    said: str
    by: str | None
    address: str | None
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Check:
    """What the receiving company found: ``spf``, ``dkim`` or ``dmarc``, and the result as it says it."""

    kind: str
    result: str

    @property
    def has_passed(self) -> bool:
        """Whether it says that the sender's domain is the one it claims."""
        return self.result == "pass"


@dataclass(frozen=True, slots=True)
class MailHeaders:
    """The headers an officer asks for; what is not there is ``None``.

    Attributes:
        hops: the way of the mail, the oldest first.
        first_address: the first public address on that way: nearest to whoever sent it.
        originating: what the sender's company says of where the mail was written.
        checks: of the company that received it; nobody else's.
    """

    from_name: str | None
    from_address: str | None
    reply_to: str | None
    return_path: str | None
    sent_at: datetime | None
    message_id: str | None
    hops: tuple[Hop, ...]
    first_address: str | None
    originating: str | None
    checks: tuple[Check, ...]
    doubts: tuple[MailDoubt, ...]


def header_part(text: str) -> str:
    """Return the text up to the end of its headers, as it stands; of a mail, all but its body.

    What a web page prints above the headers stays. Text without headers comes back whole.
    """
    begin, end = _bounds(text[:LONGEST])
    return text[:end] if begin < end else text


def read_headers(text: str) -> MailHeaders | None:
    """Return what the headers say; ``None`` if there are none. Never raises, whatever the text."""
    begin, end = _bounds(text[:LONGEST])
    if begin >= end:
        return None
    fields: dict[str, list[str]] = {}
    for field, value in HeaderParser(policy=default).parsestr(text[begin:end]).raw_items():
        fields.setdefault(str(field).lower(), []).append(_unfolded(str(value))[:LONGEST_VALUE])
    name, address = _mailbox(_first_of(fields, "from"))
    _, reply_to = _mailbox(_first_of(fields, "reply-to"))
    hops = tuple(_hop(value) for value in reversed(fields.get("received", [])[:MOST_HOPS]))
    return MailHeaders(
        from_name=name,
        from_address=address,
        reply_to=reply_to,
        return_path=_mailbox(_first_of(fields, "return-path"))[1],
        sent_at=_moment(_first_of(fields, "date")),
        message_id=_first_of(fields, "message-id") or None,
        hops=hops,
        first_address=next((hop.address for hop in hops if hop.address), None),
        originating=_public_in(_first_of(fields, "x-originating-ip")),
        checks=_checks(fields),
        doubts=_doubts(name, address, reply_to),
    )


def _bounds(text: str) -> tuple[int, int]:
    """Return where the headers begin and end; both are 0 where there are none.

    A web page that shows a mail prints a table of its own above the headers.
    """
    blocks = [(at.start(), at.end()) for at in _BLOCK.finditer(text)]
    known = [block for block in blocks if _KNOWN.search(text, *block)]
    whole = [block for block in known if _TRACE.search(text, *block) or _is_whole(text[slice(*block)])]
    if not known:
        return 0, 0
    begin, end = (whole or known)[0]
    first = _FIELD.search(text, begin, end)
    return (first.start() if first else begin), end


def _is_whole(block: str) -> bool:
    """Whether every line is a header or goes on with one."""
    return all(_FIELD.match(line) or line[:1].isspace() for line in block.splitlines())


def _first_of(fields: dict[str, list[str]], name: str) -> str:
    """Return the topmost header of a name: a later one was added below it, or by whoever wrote the mail."""
    return fields.get(name, [""])[0]


def _unfolded(value: str) -> str:
    return " ".join(value.split())


def _decoded(text: str) -> str:
    """Return the text with its encoded words in letters; what cannot be decoded stays as it stands."""
    try:
        parts = decode_header(text)
    except (HeaderParseError, ValueError):
        return text
    return "".join(part if isinstance(part, str) else _letters(part, charset) for part, charset in parts)


def _letters(data: bytes, charset: str | None) -> str:
    try:
        name = codecs.lookup(charset or "ascii").name
        if _LETTERS.fullmatch(name.replace("-", "").replace("_", "")):
            return data.decode(name, "replace")
    except (LookupError, ValueError):
        pass
    return data.decode("latin-1")


def _mailbox(value: str) -> tuple[str | None, str | None]:
    """Return name and address of a mailbox; the last in angle brackets counts, as in mail programs."""
    end = value.rfind(">")
    begin = value.rfind("<", 0, end) if end > 0 else -1
    if begin < 0:
        bare = value.strip()
        return (None, bare or None) if "@" in bare or not bare else (_decoded(bare), None)
    name = re.sub(r"\\(.)", r"\1", _decoded(value[:begin].strip().strip('"')))
    return name.strip() or None, value[begin + 1 : end].strip() or None


def _moment(value: str) -> datetime | None:
    """Return a date in UTC; one that says no zone is UTC. Source: RFC 5322, 3.3."""
    try:
        found = parsedate_to_datetime(value)
        return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    except (TypeError, ValueError, OverflowError, IndexError):
        return None


def _hop(value: str) -> Hop:
    """Return one ``Received`` header. Source: RFC 5321, 4.4."""
    said, _, date = value.rpartition(";")
    by = _BY.search(said)
    before = said[: by.start()] if by else said
    seen = " ".join(_BRACKETED.findall(before))  # what stands before the brackets is what the sender says
    return Hop(value, by[1] if by else None, _public_in(seen) or _public_in(before), _moment(date))


def _public_in(text: str) -> str | None:
    """Return the first public address in a text, as it stands there."""
    for written in _NUMBERS.findall(_SIX.sub(" ", text)):
        try:
            address = ipaddress.ip_address(written)
        except ValueError:
            continue
        if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped:
            address = address.ipv4_mapped
        if not any(address in net for net in _INSIDE if net.version == address.version):
            return str(written)
    return None


def _checks(fields: dict[str, list[str]]) -> tuple[Check, ...]:
    """Return the results in the topmost header: what stands below may come from the sender. RFC 8601, 5."""
    text = _first_of(fields, "authentication-results")
    for _ in range(5):
        text = re.sub(r"\([^()]*\)", " ", text)
    found = {kind.lower(): result.lower() for kind, result in reversed(_CHECK.findall(text))}
    told = _first_of(fields, "received-spf").split(" ")[0].lower()
    if "spf" not in found and told.isalpha() and len(told) <= 12:
        found["spf"] = told
    return tuple(Check(kind, found[kind]) for kind in ("spf", "dkim", "dmarc") if kind in found)


def _doubts(name: str | None, address: str | None, reply_to: str | None) -> tuple[MailDoubt, ...]:
    """Return what to look at twice."""
    found = []
    named = _ADDRESS.search(name or "")
    if named and named[0].casefold() != (address or "").casefold():
        found.append(MailDoubt.NAME_IS_ADDRESS)
    if address and reply_to and address.casefold() != reply_to.casefold():
        is_alike = is_alike_to_the_eye(address, reply_to)
        found.append(MailDoubt.REPLY_ALIKE if is_alike else MailDoubt.REPLY_ELSEWHERE)
    if any(looks_like(letter) for letter in (address or "") + (reply_to or "")):
        found.append(MailDoubt.FOREIGN)
    return tuple(found)
