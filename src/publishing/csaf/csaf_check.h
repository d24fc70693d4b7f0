/*
 * csaf_check - does a document keep the rules of CSAF 2.0? Its schema, and the tests of section 6 of the
 * standard: mandatory (6.1), optional (6.2), and those informative ones (6.3) that need neither network nor
 * dictionary.
 *
 * Each test is a row: its number is the standard's, the title our words. A test takes a document that breaks
 * the schema too and says what it can. No test changes anything, and equal documents give equal faults.
 */
#pragma once
#include "base/arena.h"
#include "formats/json_tree.h"

enum csaf_level { CSAF_MANDATORY, CSAF_OPTIONAL, CSAF_INFORMATIVE, CSAF_LEVEL_COUNT };

struct csaf_checking;

struct csaf_test {
	const char *id;	   /* "6.1.8"; "schema" for what the JSON schema says by itself */
	const char *title; /* "no product id is used that is not defined" */
	enum csaf_level level;
	void (*check)(struct csaf_checking *c);
};

/* In the order of their numbers, ended by a row without an id. */
extern const struct csaf_test csaf_tests[];

struct csaf_fault {
	const struct csaf_test *test;
	struct str path; /* a JSON pointer; empty: the document as a whole */
	struct str text;
};

struct csaf_verdict {
	const struct csaf_fault *faults;   /* by test, then in the order of the document */
	size_t fault_count;		   /* of one test at most LIMIT_CSAF_FAULTS */
	size_t of_level[CSAF_LEVEL_COUNT]; /* all of them */
};

/* All in the arena. file_name is that of the document, without its folder; empty: it has none yet. */
void csaf_check(
    const struct json_node *document, struct str file_name, struct arena *arena, struct csaf_verdict *out);
/* "mandatory", "optional", "informative" */
const char *csaf_level_name(enum csaf_level level);
/* The file name that a document of this tracking id has (5.1): lower case, with what is no letter, digit, +
 * or - as one underscore, and .json. */
struct str csaf_file_name(struct str tracking_id, struct arena *arena);
