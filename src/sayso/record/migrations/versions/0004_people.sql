-- Made from schema.py as it was then; a blank line parts the statements.

ALTER TABLE actors ADD COLUMN person TEXT;

CREATE INDEX actors_by_person ON actors (person);

CREATE TABLE people (
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    names TEXT NOT NULL,
    roles TEXT NOT NULL,
    CONSTRAINT pk_people PRIMARY KEY (name),
    CONSTRAINT ck_people_kind CHECK (kind IN ('person', 'organisation', 'outlet', 'group', 'document', 'unnamed'))
)
 WITHOUT ROWID;

CREATE TABLE people_keys (
    "key" TEXT NOT NULL,
    name TEXT NOT NULL,
    CONSTRAINT pk_people_keys PRIMARY KEY ("key", name),
    CONSTRAINT fk_people_keys_name FOREIGN KEY(name) REFERENCES people (name) ON DELETE CASCADE
)
 WITHOUT ROWID;

CREATE INDEX people_keys_by_name ON people_keys (name);

CREATE TABLE proposals (
    one TEXT NOT NULL,
    other TEXT NOT NULL,
    score FLOAT NOT NULL,
    reasons TEXT NOT NULL,
    CONSTRAINT pk_proposals PRIMARY KEY (one, other),
    CONSTRAINT fk_proposals_one FOREIGN KEY(one) REFERENCES people (name) ON DELETE CASCADE,
    CONSTRAINT fk_proposals_other FOREIGN KEY(other) REFERENCES people (name) ON DELETE CASCADE
)
 WITHOUT ROWID;

CREATE INDEX proposals_by_other ON proposals (other);

CREATE TABLE samenesses (
    id TEXT NOT NULL,
    one_digest TEXT NOT NULL,
    one_start INTEGER NOT NULL,
    one_stop INTEGER NOT NULL,
    one_words TEXT NOT NULL,
    other_digest TEXT NOT NULL,
    other_start INTEGER NOT NULL,
    other_stop INTEGER NOT NULL,
    other_words TEXT NOT NULL,
    decision TEXT NOT NULL,
    note TEXT,
    person TEXT NOT NULL,
    at TEXT NOT NULL,
    withdrawn TEXT,
    CONSTRAINT pk_samenesses PRIMARY KEY (id),
    CONSTRAINT ck_samenesses_decision CHECK (decision IN ('same', 'different', 'unsure')),
    CONSTRAINT fk_samenesses_one_digest FOREIGN KEY(one_digest) REFERENCES texts (digest),
    CONSTRAINT fk_samenesses_other_digest FOREIGN KEY(other_digest) REFERENCES texts (digest)
);

CREATE INDEX samenesses_by_one_digest ON samenesses (one_digest);

CREATE INDEX samenesses_by_other_digest ON samenesses (other_digest);

CREATE TABLE known (
    name TEXT NOT NULL,
    aliases TEXT NOT NULL,
    offices TEXT NOT NULL,
    CONSTRAINT pk_known PRIMARY KEY (name)
);

CREATE TABLE known_names (
    form TEXT NOT NULL,
    name TEXT NOT NULL,
    CONSTRAINT pk_known_names PRIMARY KEY (form, name),
    CONSTRAINT fk_known_names_name FOREIGN KEY(name) REFERENCES known (name) ON DELETE CASCADE
)
 WITHOUT ROWID;
