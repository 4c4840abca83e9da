# SPDX-License-Identifier: MIT
"""Time authorities of our own on this machine: real tokens by ``openssl ts``, answered over loopback."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

from app.anchoring import REPLY
from app.custody.authorities import Authority
from app.custody.tokens import TIME_STAMP, _content, _signed_data

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

RSA, EC = ("rsa:2048",), ("ec", "-pkeyopt", "ec_paramgen_curve:prime256v1")
KINDS = {
    "rsa": RSA,
    "p256": EC,
    "p384": ("ec", "-pkeyopt", "ec_paramgen_curve:secp384r1"),
    "p521": ("ec", "-pkeyopt", "ec_paramgen_curve:secp521r1"),
}
SIGNER = (
    "basicConstraints=CA:FALSE\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=critical,timeStamping\n"
)
AUTHORITY = "basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\n"
CONFIG = """
[tsa]
default_tsa = here
[here]
dir = {folder}
serial = {folder}/serial
signer_digest = {digest}
default_policy = 1.3.6.1.4.1.99999.1
digests = sha256, sha384, sha512
accuracy = secs:{accuracy}
ordering = no
tsa_name = no
ess_cert_id_chain = no
ess_cert_id_alg = sha256
{more}
"""


@dataclass(frozen=True)
class TimeAuthority:
    """A root, a signer under it, and what makes tokens."""

    folder: Path
    authority: Authority

    def answer(self, request: bytes) -> bytes:
        """Return a real answer to this question, made now."""
        query = self.folder / "query.tsq"
        query.write_bytes(request)
        return run(
            "ts", "-reply", "-config", str(self.folder / "tsa.cnf"), "-queryfile", str(query),
            "-signer", str(self.folder / "signer.pem"), "-inkey", str(self.folder / "signer.key"),
        )  # fmt: skip

    def sign_for(self, other: TimeAuthority, request: bytes) -> bytes:
        """Return the other's answer, signed by this one; ``openssl ts`` would refuse some signers."""
        content = self.folder / "content.der"
        content.write_bytes(_content(_signed_data(other.answer(request))))
        token = run(
            "cms", "-sign", "-binary", "-nodetach", "-cades", "-nosmimecap", "-outform",
            "DER", "-econtent_type", TIME_STAMP, "-in", str(content), "-signer",
            str(self.folder / "signer.pem"), "-inkey", str(self.folder / "signer.key"),
        )  # fmt: skip
        return _of(0x30, bytes.fromhex("3003020100") + token)


def make_authority(
    folder: Path,
    *,
    kind: str = "rsa",
    name: str = "Test Root",
    key: str = "test",
    signer: str = SIGNER,
    between: str | None = None,
    valid: tuple[str, str] | None = None,
    digest: str = "sha256",
    fraction: int = 0,
    root_of: Path | None = None,
) -> TimeAuthority:
    """Return a time authority of its own.

    Args:
        folder: for its files.
        kind: of every key.
        name: of its root.
        key: by which it is known here.
        signer: extensions of the signer's certificate.
        between: extensions of an authority between root and signer, which is then embedded in every answer.
        valid: from when to when the signer's certificate is valid, ``YYYYMMDDHHMMSSZ``.
        digest: that is signed.
        fraction: digits of the seconds of its time.
        root_of: folder of another authority, whose root this one has too.
    """
    folder.mkdir(parents=True)
    if root_of is None:
        _new_key(folder, "root", kind)
        _root(folder, name)
    else:
        for file in ("root.key", "root.pem"):
            shutil.copy(root_of / file, folder)
    above = "root"
    if between is not None:
        _signed(folder, "between", "root", between, kind, None)
        above = "between"
    _signed(folder, "signer", above, signer, kind, valid)
    (folder / "serial").write_text("01")
    more = f"certs = {folder}/between.pem\n" if between is not None else ""
    more += f"clock_precision_digits = {fraction}\n" if fraction else ""
    config = CONFIG.format(folder=folder, digest=digest, accuracy=1, more=more)
    (folder / "tsa.cnf").write_text(config)
    der = run("x509", "-in", str(folder / "root.pem"), "-outform", "DER")
    return TimeAuthority(folder, Authority(key, name, "http://127.0.0.1/", der))


@contextmanager
def served(
    answer: Callable[[bytes], tuple[int, str, bytes]], heard: list[dict[str, str]] | None = None
) -> Iterator[str]:
    """Yield the address of a server on loopback that answers so; ``heard`` gets the headers of each."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            if heard is not None:
                heard.append(dict(self.headers))
            status, kind, data = answer(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(data)))
            if status == 302:
                self.send_header("Location", "http://127.0.0.1:9/")
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/tsr"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def granted(authority: TimeAuthority) -> Callable[[bytes], tuple[int, str, bytes]]:
    """Return what a good server answers."""
    return lambda request: (200, REPLY, authority.answer(request))


def question(data: bytes, *, nonce: str = "0102030405060708") -> bytes:
    """Return a request for this hash value with this number, by hand."""
    algorithm = bytes.fromhex("300d06096086480165030402010500")
    imprint = _of(0x30, algorithm + _of(0x04, hashlib.sha256(data).digest()))
    return _of(0x30, b"\x02\x01\x01" + imprint + _of(0x02, bytes.fromhex(nonce)) + b"\x01\x01\xff")


def run(*arguments: str) -> bytes:
    """Return what openssl writes."""
    return subprocess.run(["openssl", *arguments], check=True, capture_output=True).stdout


def _of(tag: int, body: bytes) -> bytes:
    size = len(body)
    long = b"" if size < 0x80 else size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes([tag, 0x80 | len(long) if long else size]) + long + body


def _new_key(folder: Path, name: str, kind: str) -> None:
    algorithm, *options = KINDS[kind]
    size = ["-pkeyopt", f"rsa_keygen_bits:{algorithm.partition(':')[2]}"] if ":" in algorithm else options
    run("genpkey", "-algorithm", algorithm.partition(":")[0].upper(), *size, "-out", f"{folder}/{name}.key")


def _root(folder: Path, name: str) -> None:
    (folder / "root.cnf").write_text(
        f"[req]\ndistinguished_name=dn\nx509_extensions=v3\n[dn]\n[v3]\n{AUTHORITY}"
    )
    run(
        "req", "-x509", "-new", "-key", f"{folder}/root.key", "-subj", f"/O=Tests/CN={name}", "-days", "3650",
        "-config", f"{folder}/root.cnf", "-out", f"{folder}/root.pem",
    )  # fmt: skip


def _signed(
    folder: Path, name: str, above: str, extensions: str, kind: str, valid: tuple[str, str] | None
) -> None:
    """A certificate stands in the folder, signed by the one above it."""
    _new_key(folder, name, kind)
    (folder / f"{name}.cnf").write_text(f"[v3]\n{extensions}")
    (folder / f"{name}.req.cnf").write_text("[req]\ndistinguished_name=dn\n[dn]\n")
    run(
        "req", "-new", "-key", f"{folder}/{name}.key", "-subj", f"/O=Tests/CN={name}",
        "-config", f"{folder}/{name}.req.cnf", "-out", f"{folder}/{name}.csr",
    )  # fmt: skip
    if valid is None:
        run(
            "x509", "-req", "-in", f"{folder}/{name}.csr", "-CA", f"{folder}/{above}.pem",
            "-CAkey", f"{folder}/{above}.key", "-CAcreateserial", "-days", "3000", "-extfile",
            f"{folder}/{name}.cnf", "-extensions", "v3", "-out", f"{folder}/{name}.pem",
        )  # fmt: skip
        return
    (folder / "index.txt").write_text("")
    (folder / "ca.cnf").write_text(
        f"[ca]\ndefault_ca=c\n[c]\nnew_certs_dir={folder}\ndatabase={folder}/index.txt\nserial={folder}/ca.serial\n"
        "default_md=sha256\npolicy=p\n[p]\norganizationName=optional\ncommonName=supplied\n"
    )
    (folder / "ca.serial").write_text("05")
    run(
        "ca", "-batch", "-notext", "-config", f"{folder}/ca.cnf", "-in", f"{folder}/{name}.csr",
        "-cert", f"{folder}/{above}.pem", "-keyfile", f"{folder}/{above}.key", "-startdate", valid[0],
        "-enddate", valid[1], "-extfile", f"{folder}/{name}.cnf", "-extensions", "v3",
        "-out", f"{folder}/{name}.pem",
    )  # fmt: skip
