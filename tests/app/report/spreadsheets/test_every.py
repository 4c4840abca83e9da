# SPDX-License-Identifier: MIT
"""Which tables there are."""

from dataclasses import replace

from app.report.spreadsheets.every import every_table


def test_the_tables_that_an_officer_counts_on_are_always_there(sample, words):
    empty = replace(sample[0], accounts=(), payments=(), exhibits=(), demands=(), calls=())
    names = [name for name, _ in every_table(empty, words)]
    assert names[:4] == ["accounts.csv", "payments.csv", "timeline.csv", "exhibits.csv"]
    assert "demands.csv" not in names


def test_each_name_is_there_once_and_the_bytes_are_the_same_each_time(sample, words):
    once = dict(every_table(sample[0], words))
    assert len(once) == len(list(every_table(sample[0], words)))
    assert once == dict(every_table(sample[0], words))
