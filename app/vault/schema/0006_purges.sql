-- SPDX-License-Identifier: MIT
-- What was removed for good, at the person's wish: number, time and reason stay, and the hash values in the log.
CREATE TABLE purge (
    object_id TEXT PRIMARY KEY,
    kind      TEXT NOT NULL,
    ref       TEXT,
    seq       INTEGER NOT NULL UNIQUE REFERENCES record (seq),
    at        TEXT NOT NULL,
    why       TEXT NOT NULL,
    salt      BLOB NOT NULL
) STRICT;
