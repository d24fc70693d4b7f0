/*
 * search - what begins with the words that somebody types: devices, vulnerabilities, components; and
 * which casefiles and signals have them in what they are about.
 */
#pragma once
#include "base/arena.h"
#include "store/casefiles.h"
#include "store/starting.h"

/* Of each kind. */
#define SEARCH_MOST STARTING_MOST
#define SEARCH_WORDS_LEAST 2

struct search_hit {
	struct str name;
	struct str version; /* of a component; may be empty */
	int64_t id;	    /* of a component or device; 0 otherwise */
};

struct search_hits {
	struct search_hit *items;
	size_t count;
};

struct search {
	struct search_hits devices;	    /* whose name or common name has the words in it, in any case */
	struct search_hits vulnerabilities; /* whose name, or another of their names, begins so */
	struct search_hits components;	    /* whose name begins so, in any case */
	struct casefile_hit
	    *casefiles; /* whose title, name or device has the words in it, or of the number */
	size_t casefile_count;
	struct search_hits signals; /* whose summary, reference or vulnerability has, or of the number */
};

/* In the arena. ERR_INPUT for fewer letters than SEARCH_WORDS_LEAST. */
MUST_CHECK bool search(
    struct db *db, struct str words, struct arena *arena, struct search *out, struct err *e);
