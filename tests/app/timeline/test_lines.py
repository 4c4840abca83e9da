# SPDX-License-Identifier: MIT
from app.model import Certainty, Precision
from app.timeline import LineKind, TimelineLine
from tests.app.timeline.cases import AT


def test_a_line_is_known_to_the_minute_and_surely_unless_it_says_otherwise():
    line = TimelineLine(AT, LineKind.EVENT, Certainty.SEEN, "event")
    assert (line.precision, line.is_about, line.until) == (Precision.MINUTE, False, None)
