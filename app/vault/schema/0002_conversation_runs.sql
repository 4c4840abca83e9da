-- SPDX-License-Identifier: MIT
-- A conversation captured while it was scrolled: one exhibit whose row is its first frame, and what was made from
-- originals. A purge may empty: frame.acquisition and derivative.record (their salts are in them), blob_part rows.

-- Which exhibit a run is.
CREATE TABLE run (
    id         TEXT PRIMARY KEY,
    exhibit_id TEXT NOT NULL UNIQUE REFERENCES exhibit (id)
) STRICT;

-- The frames of a run from the second on, each an original with a record of its own.
CREATE TABLE frame (
    id             TEXT PRIMARY KEY,
    exhibit_id     TEXT NOT NULL REFERENCES exhibit (id),
    n              INTEGER NOT NULL CHECK (n >= 2),
    acquisition_id TEXT NOT NULL UNIQUE,
    seq            INTEGER NOT NULL UNIQUE REFERENCES record (seq),
    acquired_at    TEXT NOT NULL,
    acquisition    BLOB,
    blob_id        INTEGER NOT NULL REFERENCES blob (id)
) STRICT;
CREATE UNIQUE INDEX frame_of_exhibit ON frame (exhibit_id, n, id, seq, acquired_at);

-- Every original under one roof.
CREATE VIEW original AS
    SELECT id, id AS exhibit_id, 1 AS n, acquisition_id, acquisition, blob_id FROM exhibit
    UNION ALL
    SELECT id, exhibit_id, n, acquisition_id, acquisition, blob_id FROM frame;

-- What was made from originals. record is JCS JSON, exactly as hashed and exported; n counts within exhibit and kind.
CREATE TABLE derivative (
    id         TEXT PRIMARY KEY,
    exhibit_id TEXT NOT NULL REFERENCES exhibit (id),
    kind       TEXT NOT NULL,
    n          INTEGER NOT NULL,
    seq        INTEGER NOT NULL UNIQUE REFERENCES record (seq),
    record     BLOB,
    blob_id    INTEGER NOT NULL REFERENCES blob (id),
    UNIQUE (exhibit_id, kind, n)
) STRICT;

-- What a run that is not finished knows of its pairs: no evidence, no record.
CREATE TABLE judged (
    exhibit_id TEXT NOT NULL REFERENCES exhibit (id),
    n          INTEGER NOT NULL,
    body       TEXT NOT NULL,
    PRIMARY KEY (exhibit_id, n)
) STRICT;

-- Small copies now also of frames; they go with their exhibit.
CREATE TABLE small (
    id         TEXT PRIMARY KEY,
    exhibit_id TEXT NOT NULL REFERENCES exhibit (id),
    jpeg       BLOB NOT NULL
) STRICT;
INSERT INTO small SELECT exhibit_id, exhibit_id, jpeg FROM thumbnail;
DROP TABLE thumbnail;
ALTER TABLE small RENAME TO thumbnail;
CREATE INDEX thumbnail_of_exhibit ON thumbnail (exhibit_id);
