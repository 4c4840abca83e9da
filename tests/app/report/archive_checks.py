# SPDX-License-Identifier: MIT
"""What the checkers of others say of a PDF, and what none of them looks for: ours, on pikepdf."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import page
import pdfua
import pikepdf

from tests.app.report.archive_tree import tree_findings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

JARS = ("preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-logging", "javax.activation", "jaxb-api")
JAVA = Path("/usr/share/java")  # where Debian puts them


def by_page_validation(data: bytes) -> list[str]:
    """What page-validation finds against PDF/A-3a and PDF/UA-1."""
    return [
        failure.rule_id
        for profile in ("3a", "ua1")
        for failure in page.validate_pdf_bytes(data, profile=profile).failures
    ]


def by_pdfua(data: bytes) -> list[str]:
    """What pdfua finds, of the sixteen rules it knows; it skips that on headings in long files."""
    return [finding.rule_id for finding in _on_disk(data, pdfua.validate).findings]


def by_qpdf(data: bytes) -> list[str]:
    """What is wrong with the syntax."""
    done = _on_disk(data, lambda path: _run(["qpdf", "--check", path]))
    return [] if done.returncode == 0 else done.stderr.splitlines() or ["qpdf"]


def by_us(data: bytes) -> list[str]:
    """What the others miss."""
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            return [*_said_twice(pdf), *_pages(pdf), *_attached(pdf), *_colours(pdf), *tree_findings(pdf)]
    except pikepdf.PasswordError:
        return ["it is encrypted"]


CHECKERS: dict[str, Callable[[bytes], list[str]]] = {
    "page-validation": by_page_validation,
    "pdfua": by_pdfua,
    "qpdf": by_qpdf,
    "ours": by_us,
}


def preflight_jars() -> list[str]:
    """Return what PDFBox preflight needs, empty where it is not installed."""
    folder = Path(os.environ.get("SAFEHOLD_TEST_JARS", JAVA))
    jars = [folder / f"{name}.jar" for name in JARS]
    return [str(jar) for jar in jars] if all(jar.exists() for jar in jars) else []


def by_preflight(data: bytes) -> str:
    """What preflight says of the same document as PDF/A-1b, the only part it knows."""
    older = data.replace(b"%PDF-1.7", b"%PDF-1.4", 1).replace(b"<pdfaid:part>3", b"<pdfaid:part>1")
    older = older.replace(b"<pdfaid:conformance>A", b"<pdfaid:conformance>B")
    command = ["java", "-cp", os.pathsep.join(preflight_jars()), "org.apache.pdfbox.preflight.Validator_A1b"]
    done = _on_disk(older, lambda path: _run([*command, path]))
    return done.stdout


def _said_twice(pdf: pikepdf.Pdf) -> Iterator[str]:
    """The metadata and the information dictionary say the same, and the catalogue what a reader needs."""
    metadata, info = pdf.open_metadata(), pdf.docinfo
    pairs = {"dc:title": "/Title", "xmp:CreatorTool": "/Creator", "pdf:Producer": "/Producer"}
    yield from (key for key, name in pairs.items() if metadata.get(key) != str(info[name]))
    for key, name in (("xmp:CreateDate", "/CreationDate"), ("xmp:ModifyDate", "/ModDate")):
        digits = "".join(filter(str.isdigit, metadata.get(key, "")))
        if digits != str(info[name])[2:16]:
            yield key
    if "/Filter" in pdf.Root.Metadata:
        yield "the metadata are compressed"
    if "/OpenAction" in pdf.Root or "/AA" in pdf.Root:
        yield "something happens by itself"
    if "/PageLabels" not in pdf.Root:
        yield "the pages have no numbers"


def _pages(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Every page is read in the order of its structure; its links lead somewhere and say where."""
    names = pdf.Root.Names.Dests.Names
    places = {bytes(names[n]) for n in range(0, len(names), 2)}
    for number, each in enumerate(pdf.pages, 1):
        if each.get("/Tabs") != "/S":
            yield f"page {number} has no order of its own"
        for link in each.get("/Annots", []):
            if not str(link.get("/Contents", "")).strip():
                yield f"page {number}: a link does not say where it leads"
            if bytes(link.Dest) not in places:
                yield f"page {number}: a link leads nowhere"
            if int(link.get("/F", 0)) != 4:
                yield f"page {number}: a link is not printed"


def _attached(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Every attachment is reached both ways, is what it says, and is no picture."""
    by_name = {name: one.obj for name, one in pdf.attachments.items()}
    if {str(one.UF) for one in pdf.Root.get("/AF", [])} != set(by_name):
        yield "attachments differ between the two lists"
    for name, one in by_name.items():
        file = one.EF.F
        data = file.read_bytes()
        check = hashlib.md5(data, usedforsecurity=False).digest()
        if int(file.Params.Size) != len(data) or bytes(file.Params.CheckSum) != check:
            yield f"{name} is not what it says"
        if str(file.get("/Subtype")) not in {"/text/csv", "/text/plain"}:
            yield f"{name} is no table"
        if str(one.get("/AFRelationship")) not in {"/Data", "/Supplement"}:
            yield f"{name} has no relation"


def _colours(pdf: pikepdf.Pdf) -> Iterator[str]:
    """No colour but grey and RGB, nothing transparent."""
    for thing in pdf.objects:
        if not isinstance(thing, pikepdf.Stream) or thing.get("/Subtype") != "/Image":
            continue
        if "/SMask" in thing or "/Mask" in thing:
            yield "a picture is transparent"
        space = thing.ColorSpace
        named = space if isinstance(space, pikepdf.Name) else space[1]
        if named not in {"/DeviceRGB", "/DeviceGray"}:
            yield f"a picture is in {named}"


def _run(command: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, check=False, capture_output=True, text=True)


def _on_disk(data: bytes, check: Callable[[str], object]):
    """Return what a check says that only reads files."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=sys.platform == "win32") as folder:
        file = Path(folder) / "checked.pdf"
        file.write_bytes(data)
        return check(str(file))
