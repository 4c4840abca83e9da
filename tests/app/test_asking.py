# SPDX-License-Identifier: MIT
from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

import pytest

from app.asking import passphrase
from app.errors import BadInput

if TYPE_CHECKING:
    from pathlib import Path


def test_passphrase_keeps_its_spaces_and_loses_its_line_end(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_bytes(b" a b \r\n")
    asked = argparse.Namespace(passphrase_file=secret)
    assert passphrase(asked) == " a b "


def test_passphrase_without_the_mark_that_an_editor_puts_first(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_bytes(b"\xef\xbb\xbfpass\n")
    assert passphrase(argparse.Namespace(passphrase_file=secret)) == "pass"


@pytest.mark.parametrize("data", [b"", b"planted\x8c", b"planted" * 10_000])
def test_a_file_that_holds_none_is_refused_and_not_quoted(tmp_path: Path, data: bytes) -> None:
    secret = tmp_path / "secret"
    secret.write_bytes(data)
    with pytest.raises(BadInput) as refused:
        passphrase(argparse.Namespace(passphrase_file=secret))
    assert "planted" not in str(refused.value)
