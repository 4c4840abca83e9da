-- SPDX-License-Identifier: MIT
-- The first schema. Nothing is overwritten: revisions are added, records are never changed. What a purge may
-- empty later is nullable: revision.body and salt, withdrawal.why and salt, exhibit.acquisition (its salt is in
-- it), blob_part rows.

-- Single values: vault id, seed of the signing key, alias of the computer, flags.
CREATE TABLE meta (
    name  TEXT PRIMARY KEY,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- The custody log, a line a row, exactly as hashed and exported.
CREATE TABLE record (
    seq  INTEGER PRIMARY KEY,
    line BLOB NOT NULL
) STRICT;

-- The end of the log: what is needed to append, and to see that the clock was moved.
CREATE TABLE ledger (
    id        INTEGER PRIMARY KEY CHECK (id = 1),
    size      INTEGER NOT NULL,
    last_leaf TEXT NOT NULL,
    peaks     TEXT NOT NULL,
    ts        TEXT NOT NULL,
    mono_ns   TEXT NOT NULL,
    boot      TEXT NOT NULL
) STRICT;

-- Signed heads of the log.
CREATE TABLE checkpoint (
    id   INTEGER PRIMARY KEY,
    size INTEGER NOT NULL,
    root TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;

-- A typed fact and its revisions. kind is one of app.vault.entries.KINDS.
CREATE TABLE entry (
    id          TEXT PRIMARY KEY,
    kind        TEXT NOT NULL,
    created_seq INTEGER NOT NULL UNIQUE REFERENCES record (seq)
) STRICT;
CREATE INDEX entry_by_kind ON entry (kind, created_seq);

CREATE TABLE revision (
    entry_id TEXT NOT NULL REFERENCES entry (id),
    n        INTEGER NOT NULL,
    seq      INTEGER NOT NULL UNIQUE REFERENCES record (seq),
    at       TEXT NOT NULL,
    body     TEXT,
    salt     BLOB,
    hash     TEXT NOT NULL,
    PRIMARY KEY (entry_id, n)
) STRICT;

-- Bytes as acquired. Up to 8 MiB in one part, above that in parts of 4 MiB.
CREATE TABLE blob (
    id         INTEGER PRIMARY KEY,
    sha256     TEXT NOT NULL,
    size_bytes INTEGER NOT NULL
) STRICT;

CREATE TABLE blob_part (
    blob_id INTEGER NOT NULL REFERENCES blob (id),
    n       INTEGER NOT NULL,
    data    BLOB NOT NULL,
    PRIMARY KEY (blob_id, n)
) STRICT;

-- One acquisition, numbered for good. acquisition is the record as JCS JSON, exactly as hashed and exported.
CREATE TABLE exhibit (
    id             TEXT PRIMARY KEY,
    number         INTEGER NOT NULL UNIQUE,
    ref            TEXT NOT NULL UNIQUE,
    acquisition_id TEXT NOT NULL UNIQUE,
    seq            INTEGER NOT NULL UNIQUE REFERENCES record (seq),
    acquired_at    TEXT NOT NULL,
    acquisition    BLOB,
    blob_id        INTEGER NOT NULL REFERENCES blob (id)
) STRICT;

CREATE TABLE withdrawal (
    exhibit_id TEXT PRIMARY KEY REFERENCES exhibit (id),
    seq        INTEGER NOT NULL UNIQUE REFERENCES record (seq),
    at         TEXT NOT NULL,
    why        TEXT,
    salt       BLOB
) STRICT;

-- Small copies for the screen, and what is being typed: no evidence, no record.
CREATE TABLE thumbnail (
    exhibit_id TEXT PRIMARY KEY REFERENCES exhibit (id),
    jpeg       BLOB NOT NULL
) STRICT;

CREATE TABLE draft (
    key  TEXT PRIMARY KEY,
    text TEXT NOT NULL
) STRICT;
