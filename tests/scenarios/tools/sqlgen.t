What becomes of the SQL of the store.

  $ sqlgen() { "$TESTDIR/../../../tools/sqlgen" store sql.h sql.c sql.d; }
  $ mkdir -p store

Without any SQL there are no statements and no steps.

  $ sqlgen
  $ grep -E 'SQL_|COUNT' sql.h
  	SQL_COUNT
  extern const struct sql_text sql_texts[SQL_COUNT + 1];
  enum { SCHEMA_STEP_COUNT = 0 };
  extern const struct schema_step schema_steps[SCHEMA_STEP_COUNT + 1];

A name, its text, and its parameters; comments and the semicolon stay behind.

  $ mkdir store/sql store/schema
  $ cat >store/sql/things.sql <<'END'
  > -- things: it's prose up to the first name
  > -- name: thing_add
  > -- Adds one; or not.
  > INSERT INTO thing (a, b) /* $7 */
  > 	VALUES ($1, '$9; ''--') -- it's
  > 	ON CONFLICT DO NOTHING RETURNING $2, $1;
  > 
  > -- name: now / sqlite
  > SELECT 1
  > -- name: now / postgres
  > SELECT 2;
  > END
  $ echo 'CREATE TABLE "a" (b TEXT); SELECT 2;' | tee store/schema/0001_first.sqlite.sql >store/schema/0001_first.postgres.sql
  $ sqlgen
  $ grep -E 'SQL_|= ' sql.h
  	SQL_THING_ADD,
  	SQL_NOW,
  	SQL_COUNT
  extern const struct sql_text sql_texts[SQL_COUNT + 1];
  enum { SCHEMA_STEP_COUNT = 1 };
  $ cat sql.c
  /* Written by tools/sqlgen from src/store/sql and src/store/schema. */
  #include "generated/sql.h"
  
  #include <stddef.h>
  
  /* A schema step may be longer than the 4095 bytes that every C compiler promises to take. */
  #pragma GCC diagnostic ignored "-Woverlength-strings"
  
  const struct sql_text sql_texts[SQL_COUNT + 1] = {
  	[SQL_THING_ADD] = { "thing_add",
  	    "INSERT INTO thing (a, b)\n"
  	    "\tVALUES ($1, '$9; ''--')\n"
  	    "\tON CONFLICT DO NOTHING RETURNING $2, $1",
  	    "INSERT INTO thing (a, b)\n"
  	    "\tVALUES ($1, '$9; ''--')\n"
  	    "\tON CONFLICT DO NOTHING RETURNING $2, $1",
  	    2 },
  	[SQL_NOW] = { "now",
  	    "SELECT 1",
  	    "SELECT 2",
  	    0 },
  	[SQL_COUNT] = { NULL, NULL, NULL, 0 },
  };
  
  const struct schema_step schema_steps[SCHEMA_STEP_COUNT + 1] = {
  	{ 1, "first",
  	    "CREATE TABLE \"a\" (b TEXT); SELECT 2;",
  	    "CREATE TABLE \"a\" (b TEXT); SELECT 2;",
  	},
  	{ 0, NULL, NULL, NULL },
  };
  $ cat sql.d
  sql.h: store \
    store/sql \
    store/sql/things.sql \
    store/schema \
    store/schema/0001_first.postgres.sql \
    store/schema/0001_first.sqlite.sql \
  

What is wrong is said with its place.

  $ rm store/sql/things.sql
  $ wrong() { printf '%b' "$1" >store/sql/wrong.sql; sqlgen; rm store/sql/wrong.sql; }
  $ wrong 'SELECT 1\n'
  store/sql/wrong.sql:1: a statement without a `-- name:` above it
  $ wrong '\n-- name: a\n\n-- no text\n'
  store/sql/wrong.sql:2: a is empty
  $ wrong '-- name: a\nSELECT $1,\n $3'
  store/sql/wrong.sql:3: $3 appears before $2
  $ wrong '-- name: a\nSELECT 1;\nSELECT 2;'
  store/sql/wrong.sql:3: a second statement under one name
  $ wrong '-- name: a\nSELECT 1;\n-- name: a\nSELECT 1'
  store/sql/wrong.sql:3: a stands already at store/sql/wrong.sql:1
  $ wrong '-- name: a / sqlite\nSELECT 1'
  store/sql/wrong.sql:1: a has no text for postgres
  $ wrong '-- name: a / oracle\nSELECT 1'
  store/sql/wrong.sql:1: "oracle" is neither sqlite nor postgres
  $ wrong '-- name: A thing\nSELECT 1'
  store/sql/wrong.sql:1: "A thing" is not a name, or a name / engine
  $ wrong '-- name: a / sqlite\nSELECT $1\n-- name: a / postgres\nSELECT 1'
  store/sql/wrong.sql:3: a has 0 parameters here, 1 at store/sql/wrong.sql:1
  $ mv store/schema/0001_first.postgres.sql store/schema/0002_first.postgres.sql
  $ sqlgen
  store/schema/0001_first.sqlite.sql:1: step 0001_first has no text for postgres
  [1]
  $ rm store/schema/0001*; sqlgen
  store/schema/0002_first.postgres.sql:1: step 0001 is missing before it
  [1]
  $ mv store/schema/0002_first.postgres.sql store/schema/0001-first.sql; sqlgen
  store/schema/0001-first.sql:1: a schema step is called NNNN_name.sqlite.sql or NNNN_name.postgres.sql
  [1]
  $ : >store/schema/0001_first.sqlite.sql; rm store/schema/0001-first.sql; sqlgen
  store/schema/0001_first.sqlite.sql:1: the step is empty
  [1]
