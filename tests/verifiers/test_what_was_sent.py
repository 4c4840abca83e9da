# SPDX-License-Identifier: MIT
"""A copy for e-mail and a print leave records of their own: both verifiers take them as they are."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from app.clock import SystemClock
from app.export import email_copy_of, package_of
from app.package.verify import verify
from app.vault import Vault
from tests.app.test_export import SECRET, make_vault
from tests.verifiers.node_check import NodeCheck

if TYPE_CHECKING:
    from pathlib import Path


def test_both_say_that_it_matches_the_paper(tmp_path: Path) -> None:
    folder = make_vault(tmp_path / "case.safehold")
    email_copy_of(folder, SECRET, tmp_path / "e.pdf")
    vault = Vault.open(folder, SECRET, clock=SystemClock(), tool="test")
    [exported] = [one["data"] for one in map(json.loads, vault.records()) if one["type"] == "export.create"]
    named = {key: exported[key] for key in ("report_sha256", "root", "size", "version")}
    which = {"pages": 2, "which": "1,3", "copies": 2, "is_grey": True, "queue": "shared"}
    vault.note("print.create", None, {**named, **which})
    vault.close("quit")
    written = package_of(folder, SECRET, tmp_path / "p.zip")
    root, key = str(written["root"]), str(written["key"])
    with NodeCheck() as node:
        said = node.check(tmp_path / "p.zip", root=root, key=key)
    python = verify(tmp_path / "p.zip", root=root, key=key)
    assert (said.verdict, said.findings) == (python.verdict, python.findings) == ("matches the paper", ())
