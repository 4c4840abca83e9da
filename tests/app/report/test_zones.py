# SPDX-License-Identifier: MIT
"""The zone of a report."""

from dataclasses import replace

import pytest

from app.report.zones import zone_of


def test_a_named_zone_knows_summer_time(sample):
    prepared = sample[0].prepared
    assert str(zone_of(prepared)) == "Europe/London"


@pytest.mark.parametrize("name", ["Nowhere/Land", "../../etc/passwd", "", "\x00"])
def test_a_name_the_system_does_not_know_leaves_the_offset(sample, name):
    prepared = replace(sample[0].prepared, zone=name, offset_minutes=120)
    zone = zone_of(prepared)
    assert prepared.utc.astimezone(zone).utcoffset().total_seconds() == 7200
