-- SPDX-License-Identifier: MIT
-- Copies on which parts are covered, made one by one and not used yet: all of them come to count in one transaction,
-- or none. No evidence and no record until then. record is plain JSON of what is known of it; jpeg is the small picture
-- of the original, as it is then.
CREATE TABLE staged (
    id          TEXT PRIMARY KEY,
    exhibit_id  TEXT NOT NULL REFERENCES exhibit (id),
    record      TEXT NOT NULL,
    blob_id     INTEGER NOT NULL REFERENCES blob (id),
    jpeg        BLOB
) STRICT;
CREATE INDEX staged_of_exhibit ON staged (exhibit_id);
