-- SPDX-License-Identifier: MIT
-- What was read in pictures. No evidence and no record: it can be read again from the originals at any time, and
-- all of a picture is gone when the picture is marked, withdrawn, or may not be looked at any more.

-- Which originals were read. id is the place of the original in the log, so newer ones have higher numbers. texts
-- are the lines, a newline between them, those that belong together one after another. why is a word of ours: it
-- could not be read.
CREATE TABLE reading (
    id          INTEGER PRIMARY KEY REFERENCES record (seq),
    original_id TEXT NOT NULL UNIQUE,
    exhibit_id  TEXT NOT NULL REFERENCES exhibit (id),
    at          TEXT NOT NULL,
    reader      TEXT NOT NULL,
    why         TEXT,
    texts       TEXT NOT NULL
) STRICT;
CREATE INDEX reading_of_exhibit ON reading (exhibit_id);

-- What is compared of a picture, by itself, as all of it is gone through for a word of two letters. starts is where
-- each line begins in it (four bytes each, little-endian).
CREATE TABLE read_text (
    id     INTEGER PRIMARY KEY REFERENCES reading (id),
    starts BLOB NOT NULL,
    folded TEXT NOT NULL
) STRICT;

-- Where each line stands. edges: two bytes a character, little-endian; unsure: JSON, or empty.
CREATE TABLE read_line (
    reading_id INTEGER NOT NULL REFERENCES reading (id),
    n          INTEGER NOT NULL,
    x          INTEGER NOT NULL,
    y          INTEGER NOT NULL,
    width      INTEGER NOT NULL,
    height     INTEGER NOT NULL,
    permille   INTEGER NOT NULL,
    edges      BLOB NOT NULL,
    unsure     TEXT NOT NULL,
    PRIMARY KEY (reading_id, n)
) STRICT, WITHOUT ROWID;

-- Originals that may be read, with their place in the log: not withdrawn, and not marked as intimate or as showing
-- somebody under 18, neither at the capture nor by the person since. What the person says comes first. A quotation
-- mark inside a text is escaped in JSON, so these bytes are the key itself. Emptied ones may not be read.
CREATE VIEW readable AS
    SELECT o.id, o.exhibit_id, o.seq
    FROM (SELECT id, id AS exhibit_id, seq, acquisition FROM exhibit
          UNION ALL SELECT id, exhibit_id, seq, acquisition FROM frame) o
    JOIN exhibit x ON x.id = o.exhibit_id
    LEFT JOIN entry e ON e.id = x.id
    LEFT JOIN revision v ON v.entry_id = e.id AND v.n = (SELECT max(n) FROM revision WHERE entry_id = e.id)
    WHERE CASE WHEN e.id IS NULL
        THEN (instr(x.acquisition, CAST('"sensitivity":"none"' AS BLOB))
              OR instr(x.acquisition, CAST('"sensitivity":"third_party"' AS BLOB)))
             AND (instr(o.acquisition, CAST('"sensitivity":"none"' AS BLOB))
                  OR instr(o.acquisition, CAST('"sensitivity":"third_party"' AS BLOB)))
        ELSE instr(v.body, '"sensitivity":"none"') OR instr(v.body, '"sensitivity":"third_party"') END
    AND NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.exhibit_id = x.id);

-- The index of folded, by threes. With secure-delete an entry that is deleted leaves nothing in it.
CREATE VIRTUAL TABLE reading_index USING fts5 (
    folded, content = 'read_text', content_rowid = 'id', tokenize = 'trigram case_sensitive 1', columnsize = 0
);
INSERT INTO reading_index (reading_index, rank) VALUES ('secure-delete', 1);
