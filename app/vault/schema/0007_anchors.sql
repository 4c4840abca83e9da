-- SPDX-License-Identifier: MIT
-- Outside times for signed heads of the log (RFC 3161): what was asked and what came back, byte for byte.
CREATE TABLE anchor (
    id            TEXT PRIMARY KEY,
    seq           INTEGER NOT NULL UNIQUE REFERENCES record (seq),
    checkpoint_id INTEGER NOT NULL REFERENCES checkpoint (id),
    authority     TEXT NOT NULL,
    request       BLOB NOT NULL,
    response      BLOB,
    roots         TEXT,
    state         TEXT NOT NULL,
    why           TEXT,
    asked_at      TEXT NOT NULL,
    token_at      TEXT,
    difference_ms INTEGER
) STRICT;
