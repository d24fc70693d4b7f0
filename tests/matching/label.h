/*
 * label - rows that a person judged by reading the records: this component, that vulnerability, this verdict.
 *
 * A text of blocks, in tests/cases/matching/labels-*.txt. A block begins with the records that it is about,
 *and a row below is one release:
 *
 *	records nvd:CVE-2018-16525 cve:CVE-2018-16525
 *	about CVE-2018-16525
 *	B    a:amazon:freertos:10.0.1 : up to 10.0.1 inclusive
 *	B?   o:maker:pump_firmware:1.0 + h:maker:other:- : the pump itself is not in the release
 *
 * "about" names the vulnerability; without it that is the id of the first record. A component is a package
 *URL, or a CPE name whose trailing "*" may be left out, or both joined by "&"; "version=1.2" and "name=words"
 *add what an SBOM says beside them. What follows "+" is in the release too. Behind " : " stands why.
 */
#pragma once
#include "base/arena.h"
#include "inventory/component.h"

enum verdict {
	SAYS_NOTHING,	   /* no: no finding */
	SAYS_A,		   /* exact package and version */
	SAYS_B,		   /* exact CPE with version */
	SAYS_C,		   /* through an alias */
	SAYS_D,		   /* version or update not confirmed */
	SAYS_HINT,	   /* E: the name alone; a finding it is not */
	SAYS_NOT_AFFECTED, /* these are shown, but do not count */
	SAYS_FIXED,
	SAYS_WITHDRAWN,
	SAYS_INVESTIGATED,
	VERDICT_COUNT
};

/* What is said of one component: the verdict, and whether it hangs on a platform that is not in the release.
 */
struct answer {
	enum verdict verdict;
	bool platform; /* "B?" */
};

struct label {
	struct str place; /* "labels-nvd.txt:12" */
	struct str vulnerability;
	struct str release; /* the words of the row between verdict and reason */
	struct answer answer;
	struct component *components; /* the first is the one that is judged */
	size_t component_count;
};

struct label_block {
	struct str *records; /* "nvd:CVE-2018-16525" */
	size_t record_count;
	struct label *labels;
	size_t label_count, label_room;
};

struct label_table {
	struct label_block *blocks;
	size_t block_count, block_room;
};

/* Reads the text of one file, adding to the table; everything lives in the arena but the arrays, which
 * label_table_free() frees. False with a line for people in *e. */
MUST_CHECK bool labels_read(
    const char *name, struct str text, struct arena *arena, struct label_table *out, struct err *e);
void label_table_free(struct label_table *t);

/* "B?", "no", "fixed". */
const char *answer_word(struct answer a);
static inline bool answer_counts(struct answer a)
{
	return a.verdict >= SAYS_A && a.verdict <= SAYS_D;
}
