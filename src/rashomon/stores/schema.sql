-- A case: one SQLite file. `original` holds the bytes of each account as they were given, compressed with zlib.
-- What was found is JSON, whose spans are offsets into account.text, counted in code points, end excluded;
-- an account is meant by its position. `provenance` says where the bytes lay in an archive, `meta` what a page states
-- of itself, `layout` where each block of a page or line of a print stands in the text and in the original. `mention`
-- repeats the characters of each mention, for `verify` and for SQL.
-- `edition` is the digest of the rules that found it, by which `add` knows whether it may rest on it.
-- `asked` has for each pair of numbers of one role the place of the decider that spoke of it, a byte each.
-- The number of the application reads "RASN".
PRAGMA application_id = 1380011342;
PRAGMA user_version = 3;

CREATE TABLE original (sha256 TEXT PRIMARY KEY, length INTEGER NOT NULL, zlib BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE account (
  position INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL REFERENCES original, text TEXT NOT NULL,
  parser TEXT NOT NULL, parser_version TEXT NOT NULL, language TEXT NOT NULL, source TEXT NOT NULL, url TEXT,
  outlet TEXT, author TEXT, title TEXT, published TEXT, provenance TEXT, meta TEXT NOT NULL DEFAULT '[]',
  layout TEXT NOT NULL DEFAULT '{}', UNIQUE (name, sha256)
);
CREATE TABLE reading (
  account INTEGER PRIMARY KEY REFERENCES account, pipeline TEXT NOT NULL, content TEXT NOT NULL
);
CREATE TABLE mention (
  account INTEGER NOT NULL REFERENCES account, id TEXT NOT NULL, kind TEXT NOT NULL, start INTEGER NOT NULL,
  "end" INTEGER NOT NULL, exact TEXT NOT NULL, prefix TEXT NOT NULL, suffix TEXT NOT NULL, rule TEXT NOT NULL
);
CREATE TABLE found (kind TEXT NOT NULL, position INTEGER NOT NULL, content TEXT NOT NULL, PRIMARY KEY (kind, position));
CREATE TABLE edition (digest TEXT NOT NULL);
CREATE TABLE asked (dimension TEXT NOT NULL, role TEXT NOT NULL, zlib BLOB NOT NULL, PRIMARY KEY (dimension, role));
CREATE TABLE judgement (
  position INTEGER PRIMARY KEY, "on" TEXT NOT NULL, outcome TEXT NOT NULL, "by" TEXT NOT NULL, at TEXT NOT NULL,
  note TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL
);
