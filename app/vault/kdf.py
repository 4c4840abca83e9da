# SPDX-License-Identifier: MIT
"""From a passphrase to a key: Argon2id, within limits; the only importer of argon2.

Source: RFC 9106; limits: evidence.md, section 3.
"""

from __future__ import annotations

import os
import time
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from argon2.exceptions import HashingError
from argon2.low_level import Type, hash_secret_raw

from app.errors import BadInput, ComputerBusy, VaultDamaged

if TYPE_CHECKING:
    from collections.abc import Callable

KEY_BYTES = 32
SALT_BYTES = 16  # Source: RFC 9106, section 3.1: 16 bytes are enough for passwords

FLOOR_MEMORY_KIB, FLOOR_ITERATIONS = 64 * 1024, 3  # Source: RFC 9106, section 4, second recommended option
MOST_MEMORY_KIB, MOST_ITERATIONS, MOST_LANES = 1024 * 1024, 20, 8

TUNED_MEMORY_KIB = 256 * 1024  # fits beside everything else on a computer with 4 GB
TARGET_S, LEAST_S, LONGEST_S = 1.1, 0.8, 2.0  # Source: evidence.md, section 3


@dataclass(frozen=True, slots=True)
class KdfParameters:
    """How much work one guess costs."""

    memory_kib: int
    iterations: int
    lanes: int

    @classmethod
    def floor(cls) -> KdfParameters:
        """Return the least that is ever accepted."""
        return cls(FLOOR_MEMORY_KIB, FLOOR_ITERATIONS, 4)

    def check(self) -> None:
        """The parameters are within the limits; nothing has been derived yet.

        Raises:
            VaultDamaged: weaker than the floor, or so heavy that the computer would stand still.
        """
        is_within = (
            FLOOR_MEMORY_KIB <= self.memory_kib <= MOST_MEMORY_KIB
            and FLOOR_ITERATIONS <= self.iterations <= MOST_ITERATIONS
            and 1 <= self.lanes <= MOST_LANES
        )
        if not is_within:
            raise VaultDamaged("key derivation outside its limits")


def derive(secret: str, salt: bytes, parameters: KdfParameters) -> bytes:
    """Return the 32-byte key of this secret.

    Raises:
        VaultDamaged: the parameters are outside the limits.
        BadInput: the secret is empty.
        ComputerBusy: not enough memory.
    """
    parameters.check()
    if not secret:
        raise BadInput("an empty passphrase")
    try:
        return hash_secret_raw(
            unicodedata.normalize("NFC", secret).encode("utf-8", "surrogatepass"),
            salt,
            time_cost=parameters.iterations,
            memory_cost=parameters.memory_kib,
            parallelism=parameters.lanes,
            hash_len=KEY_BYTES,
            type=Type.ID,
        )
    except HashingError as error:
        raise ComputerBusy("not enough memory to derive the key") from error


def tuned(timer: Callable[[], float] = time.perf_counter) -> KdfParameters:
    """Return parameters that take this computer about a second, never less than the floor.

    A slow or small computer keeps the floor. More passes are added before more memory than 256 MiB.
    """
    lanes = min(4, os.cpu_count() or 1)
    for memory_kib in (TUNED_MEMORY_KIB, FLOOR_MEMORY_KIB):
        probe = KdfParameters(memory_kib, FLOOR_ITERATIONS, lanes)
        try:
            took_s = _time_of(probe, timer)
        except ComputerBusy:
            continue
        if took_s <= LONGEST_S:
            passes = round(TARGET_S / took_s * FLOOR_ITERATIONS)
            return KdfParameters(memory_kib, min(max(passes, FLOOR_ITERATIONS), MOST_ITERATIONS), lanes)
    return KdfParameters(FLOOR_MEMORY_KIB, FLOOR_ITERATIONS, lanes)


def _time_of(parameters: KdfParameters, timer: Callable[[], float]) -> float:
    """Return how many seconds one derivation takes."""
    before = timer()
    derive("measure", bytes(SALT_BYTES), parameters)
    return max(timer() - before, 0.001)
