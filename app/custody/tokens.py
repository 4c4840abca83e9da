# SPDX-License-Identifier: MIT
"""Time stamps: what an answer of a time authority says, and whether it is one to our question.

Every field that counts is under the authority's signature, or compared with what we asked. Mirrored in
``resources/verifier/58_tokens.js``. Source: RFC 3161, section 2.4; RFC 5816 (the signer's certificate by its
hash value); RFC 5652, sections 5.1 to 5.6 (CMS).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.custody import der
from app.custody.certificates import (
    HASHES,
    MOST_CERTIFICATES,
    SHA256,
    Certificate,
    check_chain,
    check_signer,
    hash_name,
    read_certificate,
    verify,
)
from app.custody.der import Node, NotDer

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_BYTES = 64 * 1024  # a token with its chain is about 6 kB
GRANTED = 0
SIGNED_DATA, TIME_STAMP = "1.2.840.113549.1.7.2", "1.2.840.113549.1.9.16.1.4"
CONTENT_TYPE, MESSAGE_DIGEST = "1.2.840.113549.1.9.3", "1.2.840.113549.1.9.4"
SIGNING_CERTIFICATE, SIGNING_CERTIFICATE_2 = "1.2.840.113549.1.9.16.2.12", "1.2.840.113549.1.9.16.2.47"
CONTENT, ATTRIBUTES, CERTIFICATES = 0xA0, 0xA0, 0xA0
SECONDS, MILLIS, MICROS = der.INTEGER, 0x80, 0x81
S_MS = 1_000


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked: for which hash value, and with which number that the answer must bring back."""

    imprint: bytes
    nonce: str


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a checked time stamp says.

    Attributes:
        at_ms: ms since 1970.
        accuracy_ms: by how much the authority says it may be off, and what its way of writing the time hides.
        serial: the authority's number for it, in hexadecimal digits.
        policy: object identifier of the rules it is made by.
        root: the pinned root to which the chain leads.
    """

    at_ms: int
    accuracy_ms: int
    serial: str
    policy: str
    root: bytes


@dataclass(frozen=True, slots=True)
class _Signer:
    """Who signed, which hash, what was signed, and the signature."""

    issuer: bytes
    serial: str
    digest: str
    attributes: dict[str, Node]
    signed: bytes
    algorithm: Node
    signature: bytes


@dataclass(frozen=True, slots=True)
class _Info:
    """What stands in a token, not yet believed."""

    policy: str
    imprint: bytes
    serial: str
    at_ms: int
    accuracy_ms: int
    nonce: str | None


def read_question(request: bytes) -> Question:
    """Return what a request asks.

    Raises:
        NotDer: it is no request with SHA-256, a number and the wish for a certificate.
    """
    kinds = (der.INTEGER, der.SEQUENCE, der.INTEGER, der.BOOLEAN)
    found = der.parts(der.read(request), *kinds)
    if len(found) != len(kinds) or der.small(found[0]) != 1 or found[3].body != der.TRUE:
        raise NotDer("not a question for a time stamp")
    return Question(_imprint(found[1]), der.number(found[2]))


def check_token(response: bytes, question: Question, roots: Iterable[bytes]) -> Stamp:
    """Return what the answer says, every part of it checked against the question and the pinned roots.

    Raises:
        NotDer: no answer to this question, or a signature or certificate does not hold.
        Untrusted: signed by an authority whose root is not pinned.
    """
    signed = _signed_data(response)
    content = _content(signed)
    info = _info(content)
    if (info.imprint, info.nonce) != (question.imprint, question.nonce):
        raise NotDer("an answer to another question")
    certificates = _certificates(signed)
    signer = _signer(signed)
    certificate = next(
        (one for one in certificates if (one.issuer, one.serial) == (signer.issuer, signer.serial)), None
    )
    if certificate is None:
        raise NotDer("the signer's certificate is missing")
    _check_attributes(signer, content, certificate)
    verify(certificate.key, signer.algorithm, signer.digest, signer.signature, signer.signed)
    check_signer(certificate, info.at_ms)
    root = check_chain(certificate, certificates, roots, info.at_ms)
    return Stamp(info.at_ms, info.accuracy_ms, info.serial, info.policy, root)


def with_certificates_in_order(response: bytes) -> bytes:
    """Return the answer with its certificates in the order of DER, as stricter readers want it.

    Not all authorities keep to it. The order is not signed, and the size stays the same.

    Raises:
        NotDer: it is no answer with a time stamp.
    """
    held = _signed_data(response)[3]
    in_order = b"".join(sorted(node.raw for node in der.inside(held)))
    return response.replace(held.body, in_order, 1)


def _signed_data(response: bytes) -> tuple[Node, ...]:
    """Return the parts of the signed data of an answer that grants a time stamp."""
    if len(response) > MOST_BYTES:
        raise NotDer("too large")
    status, token = _two(der.read(response))
    if der.small(der.parts(status, der.INTEGER)[0]) != GRANTED:
        raise NotDer("no time stamp was granted")
    kind, held = _two(token)
    if der.name_of(kind) != SIGNED_DATA or held.tag != CONTENT:
        raise NotDer("not a time stamp")
    return der.parts(der.read(held.body), der.INTEGER, der.SET, der.SEQUENCE, CERTIFICATES)


def _content(signed: tuple[Node, ...]) -> bytes:
    """Return the bytes that were stamped and signed."""
    kind, held = _two(signed[2])
    if der.name_of(kind) != TIME_STAMP or held.tag != CONTENT:
        raise NotDer("not a time stamp")
    return der.read(held.body, der.OCTETS).body


def _info(content: bytes) -> _Info:
    """Return what the token says. Source: RFC 3161, section 2.4.2, TSTInfo."""
    kinds = (der.INTEGER, der.OID, der.SEQUENCE, der.INTEGER, der.GENERALIZED_TIME)
    found = der.parts(der.read(content), *kinds)
    if der.small(found[0]) != 1:
        raise NotDer("another version of time stamp")
    more = {node.tag: node for node in found[len(kinds) :]}
    if len(more) != len(found) - len(kinds):
        raise NotDer("a part twice")
    hidden_ms = 0 if b"." in found[4].body else S_MS
    return _Info(
        policy=der.name_of(found[1]),
        imprint=_imprint(found[2]),
        serial=der.number(found[3]),
        at_ms=der.time_ms(found[4]),
        accuracy_ms=hidden_ms + (_accuracy_ms(more[der.SEQUENCE]) if der.SEQUENCE in more else 0),
        nonce=der.number(more[der.INTEGER]) if der.INTEGER in more else None,
    )


def _accuracy_ms(node: Node) -> int:
    """Return the accuracy in ms, rounded up."""
    worth = {one.tag: int.from_bytes(one.body, "big") for one in der.inside(node)}
    if not set(worth) <= {SECONDS, MILLIS, MICROS} or any(len(one.body) > 3 for one in der.inside(node)):
        raise NotDer("not an accuracy")
    return worth.get(SECONDS, 0) * S_MS + worth.get(MILLIS, 0) + (worth.get(MICROS, 0) > 0)


def _imprint(node: Node) -> bytes:
    """Return the hash value that is stamped; SHA-256 and no other."""
    algorithm, value = _two(node)
    if hash_name(algorithm) != SHA256 or value.tag != der.OCTETS:
        raise NotDer("not a hash value of SHA-256")
    return value.body


def _certificates(signed: tuple[Node, ...]) -> list[Certificate]:
    """Return the certificates that came along."""
    found = [read_certificate(node.raw) for node in der.inside(signed[3])]
    if not 0 < len(found) <= MOST_CERTIFICATES:
        raise NotDer("no certificates, or too many")
    return found


def _signer(signed: tuple[Node, ...]) -> _Signer:
    """Return the one signer. Source: RFC 5652, section 5.3."""
    signers = der.inside(signed[-1])
    if signed[-1].tag != der.SET or len(signers) != 1:
        raise NotDer("not one signer")
    kinds = (der.INTEGER, der.SEQUENCE, der.SEQUENCE, ATTRIBUTES, der.SEQUENCE, der.OCTETS)
    _, name, digest, attributes, algorithm, signature = der.parts(signers[0], *kinds)[: len(kinds)]
    issuer, serial = _two(name)
    held: dict[str, Node] = {}
    for node in der.inside(attributes):
        kind, values = _two(node)
        if values.tag != der.SET or len(der.inside(values)) != 1 or der.name_of(kind) in held:
            raise NotDer("not a signed attribute")
        held[der.name_of(kind)] = der.inside(values)[0]
    as_signed = bytes([der.SET]) + attributes.raw[1:]  # Source: RFC 5652, section 5.4: an explicit SET OF
    return _Signer(
        issuer.raw, der.number(serial), hash_name(digest), held, as_signed, algorithm, signature.body
    )


def _check_attributes(signer: _Signer, content: bytes, certificate: Certificate) -> None:
    """What is signed is a time stamp with this content, by this certificate and no other."""
    kind, digest = signer.attributes.get(CONTENT_TYPE), signer.attributes.get(MESSAGE_DIGEST)
    if kind is None or der.name_of(kind) != TIME_STAMP:
        raise NotDer("signed as something else")
    if digest is None or digest.tag != der.OCTETS or digest.body != _hashed(signer.digest, content):
        raise NotDer("not the content that was signed")
    newer, older = (signer.attributes.get(name) for name in (SIGNING_CERTIFICATE_2, SIGNING_CERTIFICATE))
    if newer is not None:
        first = _first_named(newer)
        used = hash_name(first[0]) if first[0].tag == der.SEQUENCE else SHA256
        value, meant = first[first[0].tag == der.SEQUENCE], _hashed(used, certificate.raw)
    elif older is not None:
        value = _first_named(older)[0]
        meant = hashlib.sha1(certificate.raw, usedforsecurity=False).digest()  # the signature counts
    else:
        raise NotDer("the signer does not name its certificate")
    if value.tag != der.OCTETS or value.body != meant:
        raise NotDer("signed by another certificate")


def _first_named(node: Node) -> tuple[Node, ...]:
    """Return the parts of the first ESSCertID: that of the signer. Source: RFC 5035, sections 3 and 4."""
    (listed, *_) = der.parts(node, der.SEQUENCE)
    (first, *_) = der.parts(listed, der.SEQUENCE)
    found = der.inside(first)
    if len(found) < 1 + (bool(found) and found[0].tag == der.SEQUENCE):
        raise NotDer("not the name of a certificate")
    return found


def _hashed(name: str, data: bytes) -> bytes:
    """Return the hash value of the bytes by this algorithm."""
    return hashlib.new(HASHES[name].name, data).digest()


def _two(node: Node) -> tuple[Node, Node]:
    """Return the two parts of a SEQUENCE of two."""
    found = der.parts(node)
    if len(found) != 2:
        raise NotDer("not two parts")
    return found[0], found[1]
