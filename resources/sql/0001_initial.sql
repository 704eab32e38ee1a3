-- SPDX-License-Identifier: GPL-3.0-or-later
-- Statements are separated by an empty line. Applied in one transaction; PRAGMA user_version then is this file's number.
CREATE TABLE documents (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    issuer TEXT NOT NULL,
    organization TEXT NOT NULL,
    file TEXT NOT NULL,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL DEFAULT '',
    pages INTEGER NOT NULL DEFAULT 0,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'to_review', 'approved', 'failed', 'cancelled')),
    engine TEXT NOT NULL,
    schema TEXT NOT NULL DEFAULT '',
    doubts INTEGER NOT NULL DEFAULT 0,
    attempts INTEGER NOT NULL DEFAULT 0,
    error_code TEXT NOT NULL DEFAULT '',
    error_detail TEXT NOT NULL DEFAULT '',
    added_at TEXT NOT NULL,
    removed_at TEXT,
    extraction BLOB,
    UNIQUE (id, issuer, organization)
);

CREATE INDEX documents_by_partition ON documents (issuer, organization, id) WHERE removed_at IS NULL;

-- An edit names its partition too, and the reference holds only when it is the document's own.
CREATE TABLE edits (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    document INTEGER NOT NULL,
    issuer TEXT NOT NULL,
    organization TEXT NOT NULL,
    kind TEXT NOT NULL,
    json BLOB NOT NULL,
    actor TEXT NOT NULL DEFAULT '',
    at TEXT NOT NULL,
    FOREIGN KEY (document, issuer, organization) REFERENCES documents (id, issuer, organization)
);

CREATE INDEX edits_by_document ON edits (document, sequence);

CREATE TRIGGER edits_are_never_changed BEFORE UPDATE ON edits
BEGIN
    SELECT RAISE(ABORT, 'edits are appended, never changed');
END;

CREATE TRIGGER edits_are_never_deleted BEFORE DELETE ON edits
BEGIN
    SELECT RAISE(ABORT, 'edits are appended, never deleted');
END;
