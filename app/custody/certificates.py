# SPDX-License-Identifier: MIT
"""Certificates of time authorities: their parts, their signatures, and the chain up to a root that is pinned.

No certificate is trusted because it says so: a root counts only by its bytes, which ship with this release.
Mirrored in ``resources/verifier/57_certificates.js``. Source: RFC 5280, sections 4.1, 4.2 and 6.1; RFC 5758
and RFC 8017 (algorithms of signatures).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.serialization import load_der_public_key

from app.custody import der
from app.custody.der import Node, NotDer

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

HASHES: dict[str, hashes.HashAlgorithm] = {
    "2.16.840.1.101.3.4.2.1": hashes.SHA256(),
    "2.16.840.1.101.3.4.2.2": hashes.SHA384(),
    "2.16.840.1.101.3.4.2.3": hashes.SHA512(),
}
SHA256, SHA384, SHA512 = HASHES
RSA, PSS, MGF1 = "1.2.840.113549.1.1.1", "1.2.840.113549.1.1.10", "1.2.840.113549.1.1.8"
SIGNED_BY_RSA = {
    "1.2.840.113549.1.1.11": SHA256,
    "1.2.840.113549.1.1.12": SHA384,
    "1.2.840.113549.1.1.13": SHA512,
}
EC = "1.2.840.10045.2.1"
SIGNED_BY_EC = {
    "1.2.840.10045.4.3.2": SHA256,
    "1.2.840.10045.4.3.3": SHA384,
    "1.2.840.10045.4.3.4": SHA512,
}
CURVES = {"1.2.840.10045.3.1.7": 32, "1.3.132.0.34": 48, "1.3.132.0.35": 66}  # bytes of a number
LEAST_RSA_DIGITS = 512  # 2048 bits
BASIC_CONSTRAINTS, KEY_USAGE, EXTENDED_KEY_USAGE = "2.5.29.19", "2.5.29.15", "2.5.29.37"
UNDERSTOOD = {BASIC_CONSTRAINTS, KEY_USAGE, EXTENDED_KEY_USAGE}
TIME_STAMPING = "1.3.6.1.5.5.7.3.8"
SIGN, COMMIT, SIGN_CERTIFICATES = 0x80, 0x40, 0x04  # bits of key usage. Source: RFC 5280, section 4.2.1.3
MOST_CERTIFICATES = 8
NOTHING = b"\x05\x00"  # the NULL that may stand where a hash has no parameters
VERSION, EXTENSIONS = 0xA0, 0xA3


class Untrusted(ValueError):
    """The chain does not lead to a root that is pinned."""


@dataclass(frozen=True, slots=True)
class Certificate:
    """The parts of a certificate that decide.

    Attributes:
        extensions: by object identifier, whether it is critical and its bytes.
    """

    raw: bytes
    signed: bytes
    algorithm: Node
    signature: bytes
    serial: str
    issuer: bytes
    subject: bytes
    not_before_ms: int
    not_after_ms: int
    key: Node
    extensions: dict[str, tuple[bool, bytes]]


def read_certificate(data: bytes) -> Certificate:
    """Return the parts of a certificate.

    Raises:
        NotDer: it is none, or of a form that nobody needs.
    """
    whole = der.parts(der.read(data), der.SEQUENCE, der.SEQUENCE, der.BIT_STRING)
    if len(whole) != 3:
        raise NotDer("not a certificate")
    signed, algorithm, signature = whole
    found = der.parts(
        signed,
        VERSION,
        der.INTEGER,
        *[der.SEQUENCE] * 5,
    )
    _, serial, inner_algorithm, issuer, validity, subject, key = found[:7]
    times = der.inside(validity)
    if inner_algorithm.raw != algorithm.raw or len(times) != 2:
        raise NotDer("not a certificate")
    return Certificate(
        raw=data,
        signed=signed.raw,
        algorithm=algorithm,
        signature=der.bits(signature),
        serial=der.number(serial),
        issuer=issuer.raw,
        subject=subject.raw,
        not_before_ms=der.time_ms(times[0]),
        not_after_ms=der.time_ms(times[1]),
        key=key,
        extensions=_extensions(found[7:]),
    )


def check_signer(signer: Certificate, at_ms: int) -> None:
    """The certificate may sign time stamps, only those, and was valid at this time.

    Raises:
        NotDer: it may not. Source: RFC 3161, section 2.3.
    """
    _check_valid(signer, at_ms)
    is_critical, _ = signer.extensions.get(EXTENDED_KEY_USAGE, (False, b""))
    if not is_critical or _purposes(signer) != [TIME_STAMPING]:
        raise NotDer("not a certificate for time stamps")
    if not _may(signer, SIGN | COMMIT):
        raise NotDer("not a key that signs")


def check_chain(
    signer: Certificate, others: Sequence[Certificate], roots: Iterable[bytes], at_ms: int
) -> bytes:
    """Return the pinned root to which the chain of this signer leads, every link checked at this time.

    Raises:
        Untrusted: by the names in it, it leads to no pinned root.
        NotDer: a link does not hold.
    """
    pinned = {root.subject: root for root in map(read_certificate, roots)}
    link, below = signer, 0
    for _ in range(MOST_CERTIFICATES):
        root = pinned.get(link.issuer)
        issuer = root or next((one for one in others if one.subject == link.issuer != link.subject), None)
        if issuer is None:
            raise Untrusted("the chain leads to no root that is known")
        _check_link(link, issuer, at_ms, below)
        if root is not None:
            return root.raw
        link, below = issuer, below + 1
    raise Untrusted("the chain is too long")


def verify(key: Node, algorithm: Node, digest: str, signature: bytes, data: bytes) -> None:
    """The signature over these bytes is that of this key.

    Args:
        key: SubjectPublicKeyInfo.
        algorithm: of the signature.
        digest: which hash, where the algorithm leaves it open.
        signature: its bytes.
        data: what was signed.

    Raises:
        NotDer: it is not, or made in a way that is not known.
    """
    kind, *rest = der.parts(der.parts(key, der.SEQUENCE)[0], der.OID)
    name = der.name_of(der.parts(algorithm, der.OID)[0])
    try:
        loaded = load_der_public_key(key.raw)
        if der.name_of(kind) == EC and name in SIGNED_BY_EC and isinstance(loaded, ec.EllipticCurvePublicKey):
            _check_numbers(signature, CURVES.get(der.name_of(rest[0]) if rest else "", 0))
            loaded.verify(signature, data, ec.ECDSA(HASHES[SIGNED_BY_EC[name]]))
        elif der.name_of(kind) == RSA and isinstance(loaded, rsa.RSAPublicKey):
            _check_size(key)
            scheme, used = _rsa_scheme(name, algorithm, digest)
            loaded.verify(signature, data, scheme, HASHES[used])
        else:
            raise NotDer("a kind of key that is not known")
    except (InvalidSignature, UnsupportedAlgorithm, ValueError) as error:
        raise NotDer("the signature does not fit") from error


def _rsa_scheme(name: str, algorithm: Node, digest: str) -> tuple[padding.AsymmetricPadding, str]:
    """Return how an RSA signature was made, and over which hash."""
    if name == PSS:
        used, salt = _pss(algorithm)
        return padding.PSS(padding.MGF1(HASHES[used]), salt), used
    used = digest if name == RSA else SIGNED_BY_RSA.get(name, "")
    if used not in HASHES:
        raise NotDer("a way of signing that is not known")
    return padding.PKCS1v15(), used


def _pss(algorithm: Node) -> tuple[str, int]:
    """Return hash and length of the salt of RSASSA-PSS; both hashes must be one. Source: RFC 8017, A.2.3."""
    _, held = der.parts(algorithm, der.OID, der.SEQUENCE)
    given = {node.tag: der.inside(node) for node in der.inside(held)}
    if set(given) != {0xA0, 0xA1, 0xA2} or any(len(nodes) != 1 for nodes in given.values()):
        raise NotDer("a way of signing that is not known")
    used = hash_name(given[0xA0][0])
    mask, inner = der.parts(given[0xA1][0], der.OID, der.SEQUENCE)
    if der.name_of(mask) != MGF1 or hash_name(inner) != used:
        raise NotDer("a way of signing that is not known")
    return used, der.small(given[0xA2][0])


def hash_name(algorithm: Node) -> str:
    """Return which hash an AlgorithmIdentifier names.

    Raises:
        NotDer: none that is known.
    """
    named, *more = der.parts(algorithm, der.OID)
    name = der.name_of(named)
    if name not in HASHES or [one.raw for one in more] not in ([], [NOTHING]):
        raise NotDer("a hash that is not known")
    return name


def _check_numbers(signature: bytes, size: int) -> None:
    """Both numbers of an ECDSA signature fit the curve."""
    both = [der.number(node) for node in der.inside(der.read(signature))]
    if not size or len(both) != 2 or max(len(one) for one in both) > 2 * size:
        raise NotDer("not a signature of this curve")


def _check_size(key: Node) -> None:
    """An RSA key is long enough."""
    modulus = der.number(der.parts(der.read(der.bits(der.inside(key)[1])), der.INTEGER)[0])
    if len(modulus) < LEAST_RSA_DIGITS:
        raise NotDer("the key is too short")


def _check_link(link: Certificate, issuer: Certificate, at_ms: int, below: int) -> None:
    """The issuer signed the link, was allowed to, and was valid at this time."""
    _check_valid(issuer, at_ms)
    purposes = _purposes(issuer)
    if not _is_authority(issuer, below) or not _may(issuer, SIGN_CERTIFICATES):
        raise NotDer("not a certificate that signs others")
    if purposes and TIME_STAMPING not in purposes:
        raise NotDer("not a certificate for time stamps")
    verify(issuer.key, link.algorithm, "", link.signature, link.signed)


def _check_valid(certificate: Certificate, at_ms: int) -> None:
    """It was valid at this time, and holds no condition that we do not understand."""
    if not certificate.not_before_ms <= at_ms <= certificate.not_after_ms:
        raise NotDer("not valid at that time")
    if any(
        is_critical and name not in UNDERSTOOD for name, (is_critical, _) in certificate.extensions.items()
    ):
        raise NotDer("a condition that is not known")


def _is_authority(certificate: Certificate, below: int) -> bool:
    """Whether it may sign certificates with so many others of that kind below it."""
    _, value = certificate.extensions.get(BASIC_CONSTRAINTS, (False, b"\x30\x00"))
    found = der.inside(der.read(value))
    if not found or found[0].tag != der.BOOLEAN or found[0].body != der.TRUE:
        return False
    return len(found) == 1 or der.small(found[1]) >= below


def _may(certificate: Certificate, wanted: int) -> bool:
    """Whether the key may be used for one of these; without a word on it, for all."""
    if KEY_USAGE not in certificate.extensions:
        return True
    node = der.read(certificate.extensions[KEY_USAGE][1], der.BIT_STRING)
    return len(node.body) > 1 and bool(node.body[1] & wanted)


def _purposes(certificate: Certificate) -> list[str]:
    """Return the purposes that are named."""
    if EXTENDED_KEY_USAGE not in certificate.extensions:
        return []
    return [der.name_of(node) for node in der.inside(der.read(certificate.extensions[EXTENDED_KEY_USAGE][1]))]


def _extensions(rest: Sequence[Node]) -> dict[str, tuple[bool, bytes]]:
    """Return the extensions, which stand last; no kind twice."""
    listed = [node for node in rest if node.tag == EXTENSIONS]
    held = der.inside(der.read(listed[0].body)) if listed else ()
    found: dict[str, tuple[bool, bytes]] = {}
    for node in held:
        name, *more = der.parts(node, der.OID)
        is_critical = len(more) == 2 and more[0].tag == der.BOOLEAN and more[0].body == der.TRUE
        if not more or more[-1].tag != der.OCTETS or (len(more) == 2) != is_critical or len(more) > 2:
            raise NotDer("not an extension")
        if der.name_of(name) in found:
            raise NotDer("an extension twice")
        found[der.name_of(name)] = (is_critical, more[-1].body)
    return found
