-- The record's store. Everything here is derived from the log and the captures and can be rebuilt
-- from them; docs/store-schema.md explains it with queries to copy.
CREATE TABLE snapshot (            -- one state of one list, as published
    list TEXT NOT NULL,            -- e.g. ru-foreign-agents
    sha256 TEXT NOT NULL,          -- of the published bytes, lower-case hex
    as_of TEXT NOT NULL,           -- ISO date the publication claims, else when it was obtained
    form TEXT NOT NULL,            -- generation of publication: pdf, json, xlsx, rest, ...
    states TEXT NOT NULL,          -- JSON array: the fields this form can state at all
    rows INTEGER NOT NULL,
    entries INTEGER NOT NULL,
    filled TEXT NOT NULL,          -- JSON object: column -> filled cells
    log_index INTEGER NOT NULL,    -- of its entry in the log
    capture TEXT NOT NULL,         -- path of the WACZ below the record's folder
    obtained TEXT NOT NULL,        -- JSON object: at, how, by, url, name, via
    contents BLOB NOT NULL,        -- zlib of little-endian uint32: the content of each row, in order
    places BLOB NOT NULL,          -- zlib of text: where each row stood, one a line
    set_aside TEXT NOT NULL,       -- why it is no part of the history (it jumps beyond its list's bounds); "" if it is
    PRIMARY KEY (list, sha256)
) WITHOUT ROWID;
CREATE INDEX snapshot_in_time ON snapshot (list, as_of, sha256);

CREATE TABLE content (             -- a row's words, kept once however many states repeat them
    id INTEGER PRIMARY KEY,
    digest BLOB NOT NULL UNIQUE,   -- SHA-256 of entry
    entry TEXT NOT NULL            -- JSON object, empty fields left out
);

CREATE TABLE listing (             -- one designation through all states
    id INTEGER PRIMARY KEY,
    list TEXT NOT NULL,
    key TEXT NOT NULL,             -- the list's own number, else name and date
    number TEXT NOT NULL,          -- newest stated; "" if none ever was
    name TEXT NOT NULL,            -- newest official name
    first_seen TEXT NOT NULL, first_snapshot TEXT NOT NULL,
    last_seen TEXT NOT NULL, last_snapshot TEXT NOT NULL,
    UNIQUE (list, key)
);
CREATE INDEX listing_by_number ON listing (list, number);

CREATE TABLE version (             -- what was known of a listing from one state to the next that changed it
    listing INTEGER NOT NULL REFERENCES listing,
    list TEXT NOT NULL,
    known_from TEXT NOT NULL,      -- as_of of the snapshot that says so first
    known_to TEXT NOT NULL,        -- as_of of the next that says otherwise; 9999-12-31 if none does
    snapshot TEXT NOT NULL,        -- SHA-256 of the first
    gone INTEGER NOT NULL,         -- 1: the row is no longer in the list
    number TEXT NOT NULL, kind TEXT NOT NULL, official_name TEXT NOT NULL, names TEXT NOT NULL,
    category TEXT NOT NULL, listed_on TEXT, published_on TEXT, removed_on TEXT, legal_basis TEXT NOT NULL,
    birth_year INTEGER, inn TEXT NOT NULL, ogrn TEXT NOT NULL, domains TEXT NOT NULL, handles TEXT NOT NULL,
    members TEXT NOT NULL, decisions TEXT NOT NULL, country TEXT NOT NULL, terrorism INTEGER,
    note TEXT NOT NULL, digest TEXT NOT NULL, place TEXT NOT NULL
);
CREATE INDEX version_of_listing ON version (listing, known_from);
CREATE INDEX version_in_time ON version (list, known_from, known_to);

CREATE TABLE change (
    listing INTEGER NOT NULL REFERENCES listing,
    list TEXT NOT NULL,
    known_on TEXT NOT NULL,        -- as_of of the state that shows it
    action TEXT NOT NULL,          -- added, removed, edited
    field TEXT NOT NULL,           -- "" for a whole listing
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    announced INTEGER NOT NULL,    -- 0: silent
    earlier TEXT NOT NULL,         -- SHA-256 of the two snapshots
    later TEXT NOT NULL
);
CREATE INDEX change_in_time ON change (list, known_on);
CREATE INDEX change_of_listing ON change (listing);

CREATE TABLE failure (             -- an attempt that brought no list
    log_index INTEGER PRIMARY KEY,
    list TEXT NOT NULL,
    capture TEXT NOT NULL,
    obtained TEXT NOT NULL
);
