-- By which rules the accounts were compared, and which of them spoke; of an older case nobody knows.
CREATE TABLE edition (digest TEXT NOT NULL);
CREATE TABLE asked (dimension TEXT NOT NULL, role TEXT NOT NULL, zlib BLOB NOT NULL, PRIMARY KEY (dimension, role));
PRAGMA user_version = 3;
