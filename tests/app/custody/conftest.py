# SPDX-License-Identifier: MIT
"""One time authority of our own for all tests that only ask it; making keys takes a while."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.fakes.time_authority import AUTHORITY, TimeAuthority, make_authority

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def tsa(tmp_path_factory: pytest.TempPathFactory) -> TimeAuthority:
    """An authority with ECDSA keys."""
    return make_authority(tmp_path_factory.mktemp("tsa") / "p256", kind="p256")


@pytest.fixture(scope="session")
def chained(tmp_path_factory: pytest.TempPathFactory) -> TimeAuthority:
    """An authority with RSA keys and a certificate between root and signer."""
    return make_authority(tmp_path_factory.mktemp("tsa") / "rsa", between=AUTHORITY, digest="sha512")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where an authority of a test's own is made."""
    return tmp_path / "authority"
