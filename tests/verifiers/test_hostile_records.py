# SPDX-License-Identifier: MIT
"""Values of every kind in places of a log that is signed anew, and of records: one answer, no crash."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from app.custody.canonical import canonical
from app.package.names import NOT_INCLUDED
from app.package.verify import verify
from tests.fakes.packages import with_log, zipped
from tests.verifiers.node_check import NodeCheck

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from app.package.findings import Verdict
    from tests.app.package.conftest import Exported

VALUES: tuple[Any, ...] = (
    None, True, 0, 1, 2**53 - 1, -1, "", "1", "constructor", "TJH/1", "TJH/2.9", "\U0001d7d9/1", [], [1], {},
    {"constructor": 1}, "2026-02-30T00:00:00.000Z", "2026-11-24T02:16:05Z", "ab" * 32,
)  # fmt: skip
SOME = 6  # each place gets one value in so many; their neighbours get the others
KINDS = (
    "acquisition.create", "exhibit.allocate", "exhibit.withdraw", "derivative.create", "key.create",
    "checkpoint",
)  # fmt: skip


@pytest.fixture(scope="module")
def page() -> Iterator[NodeCheck]:
    with NodeCheck() as running:
        yield running


def said(verdict: Verdict) -> tuple[object, ...]:
    reasons = {(finding.reason.value, finding.file) for finding in verdict.findings}
    return verdict.verdict, reasons, verdict.root


def logs(package: Exported, kind: str) -> Iterator[tuple[object, dict[str, bytes]]]:
    """Give packages with some values in every place of the first record of this kind."""
    lines = [json.loads(line) for line in package.files["data/log/custody.jsonl"].splitlines()]
    at = next((n for n, record in enumerate(lines) if record["type"] == kind), None)
    if at is None:
        return
    for n, key in enumerate(sorted({*lines[at]["data"], "run_id", "obj"})):
        for value in VALUES[n % SOME :: SOME]:

            def put(records: list[dict[str, Any]], key: str = key, value: object = value) -> None:
                (records[at] if key == "obj" else records[at]["data"])[key] = value

            if key != "obj" or value is None or (isinstance(value, str) and value):
                yield (key, value), with_log(package.files, package.key, put)


@pytest.mark.parametrize("kind", KINDS)
def test_both_answer_alike_whatever_stands_in_the_log(
    kind: str, page: NodeCheck, with_runs: Exported, tmp_path: Path
) -> None:
    for case, files in logs(with_runs, kind):
        path = zipped(files, tmp_path / "hostile.zip")
        assert said(page.check(path)) == said(verify(path)), case


def places(value: object, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Give the way to every value inside."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in inside:
        yield (*path, key)
        yield from places(inner, (*path, key))


@pytest.mark.parametrize(
    "start",
    ["data/exhibits/TJH-002_01_", "data/derivatives/TJH-002_run.json", "data/derivatives/TJH-002_joined"],
)
def test_both_answer_alike_whatever_stands_in_a_record(
    start: str, page: NodeCheck, with_runs: Exported, tmp_path: Path
) -> None:
    name = next(name for name in sorted(with_runs.files) if name.startswith(start) and name.endswith("json"))
    _hold_both_to(page, with_runs, name, tmp_path)


def test_both_answer_alike_whatever_is_declared(page: NodeCheck, with_runs: Exported, tmp_path: Path) -> None:
    _hold_both_to(page, with_runs, NOT_INCLUDED, tmp_path)


def _hold_both_to(page: NodeCheck, package: Exported, name: str, folder: Path) -> None:
    ways = sorted(places(json.loads(package.files[name])), key=repr)
    for n, way in enumerate(ways[:: max(1, len(ways) // 12)]):
        for value in VALUES[n % SOME :: SOME]:
            record = json.loads(package.files[name])
            inner = record
            for step in way[:-1]:
                inner = inner[step]
            inner[way[-1]] = value
            path = zipped({**package.files, name: canonical(record)}, folder / "hostile.zip")
            assert said(page.check(path)) == said(verify(path)), (way, value)
