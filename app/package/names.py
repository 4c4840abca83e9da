# SPDX-License-Identifier: MIT
"""What the files of a package are called. ASCII, at most 100 characters. Source: evidence.md, section 4."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from app.report import file_names

if TYPE_CHECKING:
    from datetime import datetime

    from app.model import AcquisitionRecord, DerivativeKind, DerivativeRecord

REPORT = "1_Evidence_Report.pdf"
CHECK_PAGE = "2_Check_Integrity.html"
READ_ME = "3_Read_Me_First.txt"
BAGIT = "bagit.txt"
BAG_INFO = "bag-info.txt"
MANIFEST_256 = "manifest-sha256.txt"
MANIFEST_512 = "manifest-sha512.txt"
TAG_MANIFEST = "tagmanifest-sha256.txt"
SIGNATURE = "signature.txt"
PAYLOAD = "data/"
EXHIBITS = "data/exhibits/"
DERIVATIVES = "data/derivatives/"
NOT_INCLUDED = "data/exhibits/not_included.json"
TABLES = "data/tables/"
PAGE1 = f"{TABLES}page1.txt"
LOG = "data/log/custody.jsonl"
CHECKPOINT = "data/log/checkpoint.txt"
PUBLIC_KEY = "data/log/public_key.txt"
CHECKPOINTS = "data/log/checkpoints/"
CONSISTENCY = "data/log/consistency.json"
INCLUSION = "data/log/inclusion.json"
LEAVES = "data/log/leaves.txt"
ANCHORS = "data/log/anchors/"
CASE_UCO = "data/case/case.jsonld"

OUTSIDE_THE_LISTS = frozenset({TAG_MANIFEST, SIGNATURE})
REQUIRED = (
    REPORT,
    CHECK_PAGE,
    READ_ME,
    BAGIT,
    BAG_INFO,
    MANIFEST_256,
    MANIFEST_512,
    TAG_MANIFEST,
    SIGNATURE,
    NOT_INCLUDED,
    LOG,
    CHECKPOINT,
    PUBLIC_KEY,
)

_SYSTEM_FILE = re.compile(
    r"(.*/)?(\.DS_Store|\._[^/]*|Thumbs\.db|ehthumbs\.db|desktop\.ini"
    r"|(__MACOSX|\.Spotlight-V100|\.Trashes|\.fseventsd|System Volume Information)/.*)",
    re.IGNORECASE | re.ASCII | re.DOTALL,
)


def folder_name(initials: str, at: datetime, version: int) -> str:
    """Return the name of the package's one folder, such as ``JAS_evidence_20261124_v1``."""
    return f"{file_names.plain_initials(initials)}_evidence_{at:%Y%m%d}_v{version}"


def exhibit_stem(record: AcquisitionRecord) -> str:
    """Return path and name of an exhibit's two files, without the ending."""
    return EXHIBITS + file_names.exhibit_stem(record)


def exhibit_file(record: AcquisitionRecord) -> str:
    """Return path and name of an exhibit's bytes."""
    return EXHIBITS + file_names.exhibit_file_name(record)


def derivative_file(record: DerivativeRecord, n: int) -> str:
    """Return path and name of what was made from originals, the ``n``-th of its kind and exhibit."""
    return DERIVATIVES + file_names.derivative_file_name(record, n)


def derivative_record(ref: str | None, kind: DerivativeKind, n: int) -> str:
    """Return path and name of the record that stands beside it."""
    return f"{DERIVATIVES}{file_names.derivative_stem(ref, kind, n)}.record.json"


def checkpoint_file(size: int) -> str:
    """Return path and name of the signed head over so many records."""
    return f"{CHECKPOINTS}{size:08}.txt"


def anchor_file(n: int, ending: str) -> str:
    """Return path and name of one of the files of the ``n``-th outside time."""
    return f"{ANCHORS}{n:04}.{ending}"


def is_system_file(name: str) -> bool:
    """Whether a computer puts such a file there by itself."""
    return _SYSTEM_FILE.fullmatch(name) is not None
