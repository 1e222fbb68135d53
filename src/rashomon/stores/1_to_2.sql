-- Where the bytes of an account lay, what its page states of itself, and where each block or line of its text stands.
ALTER TABLE account ADD COLUMN provenance TEXT;
ALTER TABLE account ADD COLUMN meta TEXT NOT NULL DEFAULT '[]';
ALTER TABLE account ADD COLUMN layout TEXT NOT NULL DEFAULT '{}';
PRAGMA user_version = 2;
