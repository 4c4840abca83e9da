# SPDX-License-Identifier: MIT
from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from app import paths
from ui.demo.stage import TITLES


@pytest.mark.parametrize("kind", ["profile", "conversation"])
def test_stage_says_when_it_stands_and_ends_with_its_input(kind: str) -> None:
    with subprocess.Popen(
        [sys.executable, "main.py", "stage", kind],
        cwd=paths.project_root(),
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as stage:
        said = json.loads(stage.stdout.readline())
        stage.stdin.close()
        assert stage.wait(timeout=20) == 0
    assert said["ready"] is True
    assert said["window"] == TITLES[kind]
    assert "invented sample" in said["window"]
    assert said["pid"] == stage.pid
    assert (said["id_area"] is not None) == (kind == "profile")
    assert (said["shown_from"] is not None) == (kind == "conversation")
    x, y, width, height = said["area"]
    if said["id_area"]:
        left, top, wide, high = said["id_area"]
        assert x < left < left + wide < x + width
        assert y < top < top + high < y + height


def test_at_a_word_the_conversation_scrolls_back_to_its_first_message() -> None:
    with subprocess.Popen(
        [sys.executable, "main.py", "stage", "conversation"],
        cwd=paths.project_root(),
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as stage:
        newest = json.loads(stage.stdout.readline())["shown_from"]
        stage.stdin.write("dance\nscroll\n")
        stage.stdin.flush()
        said = json.loads(stage.stdout.readline())
        stage.stdin.close()
        assert stage.wait(timeout=20) == 0
    assert said["scrolled"] is True
    assert said["shown_from"].startswith("2026-11-19T22:14")
    assert said["shown_from"] < newest
