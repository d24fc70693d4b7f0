A store of an earlier version: who only reads says so, a backup leaves it as it is, who changes it brings it up to date.

  $ export AFTERCARE_STORE=a.db AFTERCARE_USER=ra
  $ sqlite3 a.db < "$TESTDIR/../../cases/stores/schema_0011.sql"
  $ grep -o 'sign-in is [a-z0-9]*' "$TESTDIR/../../cases/stores/schema_0011.sql" | sed 's/.* //' >given.txt
  $ aftercare audit verify
  aftercare: a.db: the store has schema 11 and needs *: open it once with a command that changes it (glob)
  [4]
  $ aftercare backup b
  aftercare: a.db: the store has schema 11 and needs *: open it once with a command that changes it (glob)
  [4]
  $ sqlite3 a.db 'PRAGMA user_version'
  11

A full disk in the middle: the old store stays.

  $ (trap '' XFSZ; ulimit -f 60; aftercare sign-in anna --secret-file given.txt)
  aftercare: a.db: * disk is full* (glob)
  [4]
  $ sqlite3 a.db 'PRAGMA user_version; PRAGMA integrity_check; SELECT count(*) FROM trail'
  11
  ok
  10

Then it is brought up, and its trail holds.

  $ echo "four words are enough" >own.txt
  $ AFTERCARE_USER= aftercare sign-in anna --secret-file given.txt --new-secret-file own.txt --accept
  signed in as anna
  $ AFTERCARE_USER= aftercare program set --time-zone America/New_York --why "moved"
  $ aftercare audit verify
  12 entries, the audit trail is whole
  6 things are told of in the form of an earlier version: verified to be there, not what is said of it
  $ aftercare case list
  casefile * (glob)
  ...
  $ aftercare case decide 1 --today 2026-01-20 | head -n 3
  as of          2026-01-20 in America/New_York, rules fda-2016 version 1, policy default-1
  scope          in_scope
  risk           uncontrolled, with controls undetermined

A store of a newer version is not touched.

  $ sqlite3 a.db 'PRAGMA user_version = 999'
  $ aftercare device list
  aftercare: a.db: the store has schema 999, this program knows up to *: use a newer aftercare (glob)
  [4]
