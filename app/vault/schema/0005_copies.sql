-- SPDX-License-Identifier: MIT
-- Copies of the evidence outside the vault, so that the person knows what still holds something, and what may be
-- removed once it was handed over. place is emptied when the copy is gone. size is the number of records that the
-- case had when it was made: nothing that was kept later is in it. handed_to and its salt may be emptied by a purge.
CREATE TABLE copy (
    id        TEXT PRIMARY KEY,
    kind      TEXT NOT NULL,
    seq       INTEGER NOT NULL UNIQUE REFERENCES record (seq),
    size      INTEGER NOT NULL,
    at        TEXT NOT NULL,
    place     TEXT,
    sha256    TEXT,
    state     TEXT NOT NULL,
    handed_at TEXT,
    handed_to TEXT,
    salt      BLOB
) STRICT;
