# SPDX-License-Identifier: MIT
from __future__ import annotations

import json

from app.package.findings import HARMLESS, Finding, Findings, Outcome, Reason


def test_the_verdicts_are_these_words() -> None:
    assert [outcome.value for outcome in Outcome] == ["matches the paper", "agrees with itself", "differs"]


def test_a_finding_stands_once_and_in_order() -> None:
    findings = Findings()
    findings.add(Reason.MISSING, "b")
    findings.add(Reason.MISSING, "a")
    findings.add(Reason.MISSING, "b")
    assert findings.all() == (Finding(Reason.MISSING, "b"), Finding(Reason.MISSING, "a"))


def test_only_remarks_leave_the_verdict_alone() -> None:
    for reason in Reason:
        findings = Findings()
        findings.add(reason, "x")
        assert findings.differs == (reason not in HARMLESS)
    assert {Reason.SYSTEM_FILE, Reason.EXHIBIT_FOUND} == HARMLESS


def test_a_name_in_no_known_writing_can_still_be_written() -> None:
    findings = Findings()
    findings.add(Reason.EXTRA, "\udcff.bin")
    assert json.dumps([finding.file for finding in findings.all()], ensure_ascii=False).encode()
