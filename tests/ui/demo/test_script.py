# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest

from app import paths
from ui.demo.script import load

SAMPLE = paths.resources() / "sample" / "case.toml"


def test_profile_and_lines_are_those_of_the_sample_case() -> None:
    script = load(SAMPLE)
    assert script.profile.display_name == "Amélie Laurent"
    assert script.profile.stable_id == "live:.cid.8f3a1b2c4d5e6f70"
    assert len(script.lines) == 48
    assert script.lines[0].words == "hi Tom :)"
    assert not script.lines[0].is_own
    assert script.lines[1].is_own


def test_a_sample_without_the_platform_is_named(tmp_path) -> None:
    empty = tmp_path / "case.toml"
    empty.write_text('[[accounts]]\nkey = "other"\n[[conversations]]\nkey = "other"\n', encoding="utf-8")
    with pytest.raises(KeyError, match="skype"):
        load(empty)
