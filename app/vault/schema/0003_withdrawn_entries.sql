-- SPDX-License-Identifier: MIT
-- Facts that were taken back: a slip must not reach an officer. The fact, its revisions and its records stay.
CREATE TABLE withdrawn_entry (
    entry_id TEXT PRIMARY KEY REFERENCES entry (id),
    seq      INTEGER NOT NULL UNIQUE REFERENCES record (seq),
    at       TEXT NOT NULL
) STRICT;
