# SPDX-License-Identifier: MIT
"""Every kind of record that the format names is written where its act happens, and no other is."""

from __future__ import annotations

import re

import pytest

from app.custody.log import RECORD_TYPES
from app.paths import project_root

# Source: evidence.md, section 2.
TEXT = """
case.create key.create acquisition.create import.create derivative.create exhibit.allocate exhibit.withdraw
note.add note.revise account.add account.revise payment.add payment.revise demand.add event.add object.purge
checkpoint anchor.request anchor.ok anchor.fail export.create handover print.create vault.unlock vault.lock
vault.open_fail restore integrity.check clock.jump
"""
WAITS = frozenset({"import.create"})  # there is no import of files yet
WRITERS = sorted([*(project_root() / "app" / "vault").glob("*.py"), *(project_root() / "ui").rglob("*.py")])
WRITTEN = "\n".join(path.read_text("utf-8") for path in WRITERS)


def test_the_format_has_every_kind_that_is_named() -> None:
    assert set(TEXT.split()) <= RECORD_TYPES


@pytest.mark.parametrize("kind", sorted(RECORD_TYPES - WAITS))
def test_each_kind_is_written_where_its_act_happens(kind) -> None:
    assert re.search(rf'"{re.escape(kind)}"', WRITTEN), f"nothing writes {kind}"


@pytest.mark.parametrize("kind", sorted(WAITS))
def test_what_waits_is_not_written(kind) -> None:
    assert f'"{kind}"' not in WRITTEN
