# SPDX-License-Identifier: MIT
"""Outside times for the record: the question for a signed head, and what a good answer proves.

Nothing is believed that can be computed. An answer that has just come is also read by a second reader that
knows nothing of ours (rfc3161-client, over OpenSSL): both must accept it. Source: evidence.md, section 2.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.clock import from_ms, timestamp
from app.custody.certificates import Untrusted
from app.custody.der import NotDer
from app.custody.tokens import Question, Stamp, check_token, read_question, with_certificates_in_order
from app.errors import AnchorInvalid, AnchorUntrusted
from app.hashing import sha256_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.custody.authorities import Authority
    from app.custody.checkpoint import Checkpoint

    SecondReader = Callable[["Asked", bytes, bytes], None]


@dataclass(frozen=True, slots=True)
class Asked:
    """A signed head, byte for byte, and the question for it."""

    note: bytes
    request: bytes


@dataclass(frozen=True, slots=True)
class Answered:
    """A checked answer, and what the clock of this computer said when it came.

    Attributes:
        at_ms: our clock halfway between question and answer, ms since 1970.
        uncertain_by_ms: by how much the comparison of both clocks may be off: half the way there and back,
            and what the authority says of its own time.
    """

    asked: Asked
    response: bytes
    stamp: Stamp
    authority: Authority
    at_ms: int
    uncertain_by_ms: int

    @property
    def difference_ms(self) -> int:
        """Our clock minus the outside one: above 0, ours is fast."""
        return self.at_ms - self.stamp.at_ms


def ask_for(note: bytes) -> Asked:
    """Return the question for the hash value of a signed head, with a fresh number; nothing else is in it."""
    from rfc3161_client import (  # noqa: PLC0415 - certificates, 100 ms, only where a time is asked for
        HashAlgorithm,
        TimestampRequestBuilder,
    )

    request = (
        TimestampRequestBuilder()
        .data(note)
        .hash_algorithm(HashAlgorithm.SHA256)
        .nonce(nonce=True)
        .cert_request(cert_request=True)
        .build()
    )
    return Asked(note, request.as_bytes())


def check(asked: Asked, response: bytes, authorities: Sequence[Authority]) -> tuple[Stamp, Authority]:
    """Return what the answer says and whose it is.

    Raises:
        AnchorInvalid: the question is not for this note, or the answer not one to it.
        AnchorUntrusted: by an authority that is not among these.
    """
    try:
        question = read_question(asked.request)
        _check_imprint(question, asked.note)
        stamp = check_token(response, question, [authority.root for authority in authorities])
    except NotDer as error:
        raise AnchorInvalid("not_valid") from error
    except Untrusted as error:
        raise AnchorUntrusted("not_known") from error
    return stamp, next(one for one in authorities if one.root == stamp.root)


def read_by_another(asked: Asked, response: bytes, root: bytes) -> None:
    """The answer is good for a reader that knows nothing of ours: rfc3161-client, over OpenSSL.

    Raises:
        AnchorInvalid: it is not.
    """
    from cryptography.x509 import load_der_x509_certificate  # noqa: PLC0415 - as above
    from rfc3161_client import (  # noqa: PLC0415 - as above
        VerificationError,
        VerifierBuilder,
        decode_timestamp_response,
    )

    nonce = int(read_question(asked.request).nonce, 16)
    verifier = VerifierBuilder().add_root_certificate(load_der_x509_certificate(root)).nonce(nonce)
    try:
        read = decode_timestamp_response(with_certificates_in_order(response))
        verifier.build().verify_message(read, asked.note)
    except (VerificationError, ValueError) as error:
        raise AnchorInvalid("second_reader") from error


def accept(
    asked: Asked,
    response: bytes,
    authorities: Sequence[Authority],
    *,
    second_reader: SecondReader = read_by_another,
) -> tuple[Stamp, Authority]:
    """Return what an answer that has just come says; both readers accept it.

    Raises:
        AnchorInvalid, AnchorUntrusted: as ``check``.
    """
    stamp, authority = check(asked, response, authorities)
    second_reader(asked, response, authority.root)
    return stamp, authority


def facts(answered: Answered, head: Checkpoint) -> dict[str, object]:
    """Return what the log holds of an outside time; all but ``at`` and ``uncertain_by_ms`` is computed.

    The same, in canonical JSON, stands beside the answer in a package.
    """
    asked, stamp = answered.asked, answered.stamp
    return {
        "authority": answered.authority.key,
        "size": head.size,
        "root": head.root,
        "note_sha256": sha256_of(asked.note),
        "request_sha256": sha256_of(asked.request),
        "response_sha256": sha256_of(answered.response),
        "token_at": time_of(stamp.at_ms),
        "serial": stamp.serial,
        "policy": stamp.policy,
        "at": time_of(answered.at_ms),
        "difference_ms": answered.difference_ms,
        "uncertain_by_ms": answered.uncertain_by_ms,
    }


def time_of(at_ms: int) -> str:
    """Return ms since 1970 as records write a time."""
    return timestamp(from_ms(at_ms))


def _check_imprint(question: Question, note: bytes) -> None:
    """The question is for this note.

    Raises:
        NotDer: it is for something else.
    """
    if question.imprint.hex() != sha256_of(note):
        raise NotDer("a question for something else")
