# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest

from app.errors import BadInput, VaultDamaged
from app.vault import kdf
from app.vault.kdf import KdfParameters, derive, tuned

FLOOR = KdfParameters.floor()
SALT = bytes(16)


def test_floor_is_what_the_paper_says() -> None:
    assert (FLOOR.memory_kib, FLOOR.iterations) == (64 * 1024, 3)
    FLOOR.check()


@pytest.mark.parametrize(
    "outside",
    [
        KdfParameters(64 * 1024 - 1, 3, 4),
        KdfParameters(64 * 1024, 2, 4),
        KdfParameters(64 * 1024, 3, 0),
        KdfParameters(1024 * 1024 + 1, 3, 4),
        KdfParameters(64 * 1024, 21, 4),
        KdfParameters(64 * 1024, 3, 9),
    ],
)
def test_outside_the_limits_nothing_is_derived(
    outside: KdfParameters, monkeypatch: pytest.MonkeyPatch
) -> None:
    def derived(*_: object, **__: object) -> bytes:
        raise AssertionError("derived before the check")

    monkeypatch.setattr(kdf, "hash_secret_raw", derived)
    with pytest.raises(VaultDamaged):
        derive("secret", SALT, outside)


def test_secret_salt_and_parameters_all_matter() -> None:
    keys = {
        derive("secret", SALT, FLOOR),
        derive("Secret", SALT, FLOOR),
        derive("secret", b"1" * 16, FLOOR),
        derive("secret", SALT, KdfParameters(FLOOR.memory_kib, 4, 4)),
    }
    assert len(keys) == 4
    assert {len(key) for key in keys} == {32}


def test_accents_typed_in_two_ways_are_one_secret_and_spaces_count() -> None:
    assert derive("caf\u00e9", SALT, FLOOR) == derive("cafe\u0301", SALT, FLOOR)
    assert derive("a b", SALT, FLOOR) != derive("ab", SALT, FLOOR)


def test_empty_secret_is_refused() -> None:
    with pytest.raises(BadInput):
        derive("", SALT, FLOOR)


def timer_of(*took_s: float) -> object:
    """A timer by which each derivation takes so long."""
    readings = iter([reading for s in took_s for reading in (0.0, s)])
    return lambda: next(readings)


@pytest.fixture
def no_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kdf, "hash_secret_raw", lambda *_, **__: bytes(32))


@pytest.mark.usefixtures("no_work")
@pytest.mark.parametrize("probe_s", [0.05, 0.3, 0.6, 1.1, 1.9])
def test_tuned_takes_about_a_second(probe_s: float) -> None:
    chosen = tuned(timer_of(probe_s))  # type: ignore[arg-type]
    chosen.check()
    expected_s = probe_s / 3 * chosen.iterations
    assert expected_s <= 2.0
    assert expected_s >= 0.8 or chosen.iterations == 20


@pytest.mark.usefixtures("no_work")
def test_a_slow_computer_gets_less_memory_and_never_less_than_the_floor() -> None:
    assert tuned(timer_of(4.0, 1.0)).memory_kib == FLOOR.memory_kib  # type: ignore[arg-type]
    slowest = tuned(timer_of(20.0, 5.0))  # type: ignore[arg-type]
    assert (slowest.memory_kib, slowest.iterations) == (FLOOR.memory_kib, FLOOR.iterations)


def test_a_small_computer_gets_less_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    def small(*_: object, memory_cost: int, **__: object) -> bytes:
        if memory_cost > FLOOR.memory_kib:
            raise kdf.HashingError("Memory allocation error")
        return bytes(32)

    monkeypatch.setattr(kdf, "hash_secret_raw", small)
    assert tuned(timer_of(1.0, 1.0)).memory_kib == FLOOR.memory_kib  # type: ignore[arg-type]
