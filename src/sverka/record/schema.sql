-- The record's store. Everything here is derived from the log and the captures and can be rebuilt
-- from them; docs/store-schema.md explains it with queries to copy.
CREATE TABLE snapshot (            -- one state of one list, as published
    id INTEGER PRIMARY KEY,
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
    set_aside TEXT NOT NULL,       -- why it is no part of the history (it jumps beyond its list's bounds); "" if it is
    settled INTEGER NOT NULL,      -- 0: not yet worked into listings, versions and changes
    newest_listing INTEGER,        -- listings with a greater id were first seen later
    UNIQUE (list, sha256)
);
CREATE INDEX snapshot_in_time ON snapshot (list, as_of, sha256);

CREATE TABLE snapshot_rows (       -- the rows of a state, megabytes for a large list
    snapshot INTEGER PRIMARY KEY REFERENCES snapshot,
    contents BLOB NOT NULL,        -- zlib of little-endian uint32: the content of each row, in order
    places BLOB NOT NULL           -- zlib of text: where each row stood, one a line
);

CREATE TABLE content (             -- a row's words, kept once however many states repeat them
    id INTEGER PRIMARY KEY,
    digest BLOB NOT NULL UNIQUE,   -- SHA-256 of entry
    entry TEXT NOT NULL            -- JSON object, empty fields left out
);

CREATE TABLE designation (         -- what `listing` shows, as far as it is no matter of comparing
    id INTEGER PRIMARY KEY,        -- in order of first sight within a list
    list TEXT NOT NULL,
    base TEXT NOT NULL,            -- the key but for a count among equals
    number TEXT NOT NULL,
    name TEXT NOT NULL,
    first_seen TEXT NOT NULL, first_snapshot TEXT NOT NULL,
    last_seen TEXT, last_snapshot TEXT  -- NULL while the list's newest state holds it
);
CREATE INDEX designation_by_base ON designation (list, base);
CREATE INDEX designation_by_number ON designation (list, number);

CREATE TABLE newest (              -- up to where a list is settled
    list TEXT PRIMARY KEY,
    snapshot INTEGER NOT NULL REFERENCES snapshot,
    sha256 TEXT NOT NULL,
    as_of TEXT NOT NULL,
    ever TEXT NOT NULL             -- JSON array: the fields that any state so far could state
);

CREATE VIEW listing AS SELECT      -- one designation through all states
    d.id, d.list,
    d.base || (                    -- the list's own number, else name and date
        SELECT iif(count(*), '#' || (count(*) + 1), '')
        FROM designation e WHERE e.list = d.list AND e.base = d.base AND e.id < d.id
    ) AS key,
    d.number,                      -- newest stated; "" if none is
    d.name,                        -- newest official name
    d.first_seen, d.first_snapshot,
    coalesce(d.last_seen, n.as_of) AS last_seen, coalesce(d.last_snapshot, n.sha256) AS last_snapshot
FROM designation d LEFT JOIN newest n ON n.list = d.list;

CREATE TABLE held_number (         -- every number a listing was ever stated under
    list TEXT NOT NULL,
    number TEXT NOT NULL,
    listing INTEGER NOT NULL,
    PRIMARY KEY (list, number, listing)
) WITHOUT ROWID;

CREATE TABLE thread (              -- what the next state's rows are compared with
    list TEXT NOT NULL,
    listing INTEGER NOT NULL,
    content INTEGER NOT NULL,      -- the row as it last stood
    seen INTEGER NOT NULL,         -- 1: the newest state holds it
    gone INTEGER NOT NULL,         -- 1: a state no longer held it
    numbers INTEGER NOT NULL,      -- how many it was stated under
    read INTEGER NOT NULL,         -- the snapshot that was last compared field by field
    stated TEXT NOT NULL,          -- JSON: fields whose newest word is another's: snapshot and form; "" if none
    PRIMARY KEY (list, listing)
) WITHOUT ROWID;

CREATE TABLE version (             -- what was known of a listing from one state to the next that changed it
    listing INTEGER NOT NULL,
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
CREATE INDEX version_of_listing ON version (listing);
-- Holds all that `as_of` asks, in the order it answers, so that a page is read without the rest.
CREATE INDEX version_in_time ON version (list, listing, known_from, known_to, gone, listed_on, removed_on);
-- For a day when few stood on the list: the page's rows would lie far apart in the order above.
CREATE INDEX version_by_day ON version (list, listed_on);

CREATE TABLE change (
    listing INTEGER NOT NULL,
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
CREATE INDEX change_in_time ON change (known_on, list, listing);
CREATE INDEX change_of_listing ON change (listing);
CREATE INDEX silent_change ON change (known_on, list, listing) WHERE announced = 0;

CREATE TABLE failure (             -- an attempt that brought no list
    log_index INTEGER PRIMARY KEY,
    list TEXT NOT NULL,
    capture TEXT NOT NULL,
    obtained TEXT NOT NULL
);
