# SPDX-License-Identifier: MIT
from dataclasses import FrozenInstanceError

import pytest


def test_what_is_said_of_the_log_is_frozen_with_the_dossier(sample):
    custody = sample[0].custody
    assert custody.outside == ()
    assert [line.records for line in custody.lines] == [1] * len(custody.lines)
    with pytest.raises(FrozenInstanceError):
        custody.purged = 3
