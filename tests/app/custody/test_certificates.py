# SPDX-License-Identifier: MIT
from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from app.custody import der
from app.custody.certificates import (
    BASIC_CONSTRAINTS,
    EXTENDED_KEY_USAGE,
    Untrusted,
    check_chain,
    check_signer,
    read_certificate,
    verify,
)
from app.custody.der import NotDer
from tests.fakes.time_authority import AUTHORITY, SIGNER, TimeAuthority, make_authority, run

if TYPE_CHECKING:
    from pathlib import Path

    from app.custody.certificates import Certificate


def certificate(tsa: TimeAuthority, name: str) -> Certificate:
    return read_certificate(run("x509", "-in", str(tsa.folder / f"{name}.pem"), "-outform", "DER"))


def middle(one: Certificate) -> int:
    return (one.not_before_ms + one.not_after_ms) // 2


def test_the_parts_of_a_certificate_are_read(tsa: TimeAuthority) -> None:
    signer, root = certificate(tsa, "signer"), certificate(tsa, "root")
    assert (signer.issuer, root.issuer) == (root.subject, root.subject)
    assert signer.extensions[EXTENDED_KEY_USAGE][0]
    assert root.extensions[BASIC_CONSTRAINTS][0]
    assert 0 < signer.not_before_ms < signer.not_after_ms


def test_every_byte_of_a_certificate_counts(tsa: TimeAuthority) -> None:
    signer, roots = certificate(tsa, "signer"), [tsa.authority.root]
    at_ms = middle(signer)
    assert check_chain(signer, [], roots, at_ms) == tsa.authority.root
    for place in range(len(signer.raw)):
        changed = bytearray(signer.raw)
        changed[place] ^= 1
        with pytest.raises((NotDer, Untrusted)):
            check_chain(read_certificate(bytes(changed)), [], roots, at_ms)


def test_a_chain_is_followed_through_what_stands_between(chained: TimeAuthority) -> None:
    signer, between = certificate(chained, "signer"), certificate(chained, "between")
    roots, at_ms = [chained.authority.root], middle(signer)
    assert check_chain(signer, [between], roots, at_ms) == chained.authority.root
    with pytest.raises(Untrusted):
        check_chain(signer, [signer], roots, at_ms)


def test_a_root_of_the_same_name_is_not_the_root(tsa: TimeAuthority, folder: Path) -> None:
    other = make_authority(folder, kind="p256")
    signer = certificate(tsa, "signer")
    with pytest.raises(NotDer, match="signature"):
        check_chain(signer, [], [other.authority.root], middle(signer))


def test_a_root_that_came_along_is_not_trusted(tsa: TimeAuthority, folder: Path) -> None:
    other = make_authority(folder, kind="p256", name="Elsewhere")
    signer, root = certificate(tsa, "signer"), certificate(tsa, "root")
    with pytest.raises(Untrusted):
        check_chain(signer, [root], [other.authority.root], middle(signer))


@pytest.mark.parametrize("name", ["signer", "root"])
def test_a_certificate_counts_only_while_it_is_valid(tsa: TimeAuthority, name: str) -> None:
    signer, one = certificate(tsa, "signer"), certificate(tsa, name)
    for at_ms in (one.not_before_ms - 1, one.not_after_ms + 1):
        with pytest.raises(NotDer, match="not valid"):
            check_signer(one, at_ms) if name == "signer" else check_chain(signer, [], [one.raw], at_ms)


@pytest.mark.parametrize(
    "extensions",
    [
        SIGNER.replace("critical,timeStamping", "timeStamping"),
        SIGNER.replace("timeStamping", "timeStamping,codeSigning"),
        SIGNER.replace("timeStamping", "serverAuth"),
        "keyUsage=critical,digitalSignature\n",
        SIGNER.replace("digitalSignature", "keyEncipherment"),
        SIGNER + "1.2.3.4=critical,DER:0500\n",
    ],
)
def test_only_a_certificate_for_time_stamps_alone_signs_them(folder: Path, extensions: str) -> None:
    made = make_authority(folder, kind="p256", signer=extensions)
    with pytest.raises(NotDer):
        check_signer(certificate(made, "signer"), middle(certificate(made, "signer")))


@pytest.mark.parametrize(
    "extensions",
    [
        AUTHORITY.replace("TRUE", "FALSE"),
        AUTHORITY.replace("keyCertSign,", ""),
        AUTHORITY + "extendedKeyUsage=serverAuth\n",
        "keyUsage=critical,keyCertSign\n",
        AUTHORITY + "nameConstraints=critical,permitted;DNS:example.org\n",
    ],
)
def test_what_may_not_sign_certificates_is_no_link(folder: Path, extensions: str) -> None:
    made = make_authority(folder, kind="p256", between=extensions)
    signer = certificate(made, "signer")
    with pytest.raises(NotDer):
        check_chain(signer, [certificate(made, "between")], [made.authority.root], middle(signer))


@pytest.mark.parametrize("kind", ["rsa", "p256", "p384", "p521"])
def test_signatures_of_each_kind_are_checked(folder: Path, kind: str) -> None:
    made = make_authority(folder, kind=kind)
    signer, root = certificate(made, "signer"), certificate(made, "root")
    verify(root.key, signer.algorithm, "", signer.signature, signer.signed)
    with pytest.raises(NotDer):
        verify(signer.key, signer.algorithm, "", signer.signature, signer.signed)
    with pytest.raises(NotDer):
        verify(root.key, signer.algorithm, "", signer.signature, signer.signed + b"\0")


def test_a_signature_with_pss_is_checked(folder: Path, tmp_path: Path) -> None:
    made = make_authority(folder, kind="rsa")
    out = tmp_path / "pss.der"
    subprocess.run(
        ["openssl", "req", "-x509", "-new", "-key", f"{made.folder}/root.key", "-subj", "/CN=P", "-sha384",
         "-config", f"{made.folder}/root.cnf", "-sigopt", "rsa_padding_mode:pss", "-sigopt",
         "rsa_pss_saltlen:48", "-outform", "DER", "-out", str(out)],
        check=True,
    )  # fmt: skip
    one = read_certificate(out.read_bytes())
    verify(one.key, one.algorithm, "", one.signature, one.signed)
    with pytest.raises(NotDer):
        verify(one.key, one.algorithm, "", one.signature, one.signed + b"\0")


def test_a_short_key_is_refused(folder: Path, tmp_path: Path) -> None:
    made = make_authority(folder, kind="p256")
    out = tmp_path / "short.der"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:1024", "-nodes", "-keyout", str(tmp_path / "k"), "-subj",
         "/CN=S", "-config", f"{made.folder}/root.cnf", "-outform", "DER", "-out", str(out)],
        check=True, capture_output=True,
    )  # fmt: skip
    one = read_certificate(out.read_bytes())
    with pytest.raises(NotDer):
        verify(one.key, one.algorithm, "", one.signature, one.signed)


def test_an_unknown_way_of_signing_is_refused(tsa: TimeAuthority) -> None:
    signer, root = certificate(tsa, "signer"), certificate(tsa, "root")
    ed25519 = der.read(bytes.fromhex("300506032b6570"))
    with pytest.raises(NotDer):
        verify(root.key, ed25519, "", signer.signature, signer.signed)
