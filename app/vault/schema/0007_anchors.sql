-- SPDX-License-Identifier: MIT
-- Outside times for signed heads of the log (RFC 3161): what was asked and what came back, byte for byte. seq is
-- that of the question's record, end_seq that of the answer's or of the failure's; until then there is none. root is
-- the root that the answer was checked against, facts what the record of the answer holds, both only where it came.
CREATE TABLE anchor (
    id       TEXT PRIMARY KEY,
    seq      INTEGER NOT NULL UNIQUE REFERENCES record (seq),
    note     BLOB NOT NULL,
    request  BLOB NOT NULL,
    end_seq  INTEGER UNIQUE REFERENCES record (seq),
    response BLOB,
    root     BLOB,
    facts    BLOB
) STRICT;
