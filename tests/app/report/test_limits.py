# SPDX-License-Identifier: MIT
"""Method and limits are in every report, and claim nothing they must not."""

FORBIDDEN = ("forensic", "authentic", "genuine", "certified", "court")


def test_it_says_what_is_proved_and_what_is_not(page_with):
    text = page_with("Method and limits")
    assert "What this record proves" in text
    assert "that the computer\u2019s clock was right" in text


def test_no_page_claims_what_it_must_not(sample_pages):
    for text in sample_pages:
        for word in FORBIDDEN:
            assert word not in text.casefold()
