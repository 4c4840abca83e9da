-- SPDX-License-Identifier: MIT
-- What was removed for good, at the person's wish: number, time and reason stay, and the hash values in the log.
-- The rows of what was removed stay too, emptied: so no number, and no name of a run, is ever given again.
CREATE TABLE purge (
    object_id TEXT PRIMARY KEY,
    kind      TEXT NOT NULL,
    ref       TEXT,
    seq       INTEGER NOT NULL UNIQUE REFERENCES record (seq),
    at        TEXT NOT NULL,
    why       TEXT NOT NULL,
    salt      BLOB NOT NULL
) STRICT;

-- Every original that is still there, under one roof.
DROP VIEW original;
CREATE VIEW original AS
    SELECT id, id AS exhibit_id, 1 AS n, acquisition_id, acquisition, blob_id
    FROM exhibit WHERE id NOT IN (SELECT object_id FROM purge)
    UNION ALL
    SELECT id, exhibit_id, n, acquisition_id, acquisition, blob_id
    FROM frame WHERE exhibit_id NOT IN (SELECT object_id FROM purge);
