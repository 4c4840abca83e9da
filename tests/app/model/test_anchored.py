# SPDX-License-Identifier: MIT
from __future__ import annotations

import dataclasses

from app.model import Anchor


def test_an_outside_time_keeps_every_byte_that_proves_it() -> None:
    kept = {field.name for field in dataclasses.fields(Anchor) if field.type == "bytes"}
    assert kept == {"note", "request", "response", "root_pem", "facts"}
