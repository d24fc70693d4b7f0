/*
 * version_span - ranges of versions as people write them.
 *
 * CVE 5 and CSAF put whole sentences where a version belongs: ">= 1.2, < 1.4.3", "1.2.3 and earlier", "A10 <
 * A11", "vers:all/<V4.1 SP2". What has one clear meaning becomes spans. Of any other text that compares
 * ("distributed < april 1, 2018") it is known only that some versions are meant; what is left is taken as the
 * name of one version, so that it is neither lost nor widened.
 */
#pragma once
#include "base/arena.h"
#include "sources/advisory.h"

/* From low to high. An empty bound is none. */
struct version_span {
	struct str low, high;
	bool low_inclusive, high_inclusive;
};

struct version_spans {
	struct version_span *at;
	size_t count; /* 0: the text says nothing about versions ("n/a"), or is open */
	bool is_open; /* some versions, and which cannot be told */
};

/* The spans a text names; they borrow from text or live in the arena. */
struct version_spans version_span_parse(struct str text, struct arena *record);
/* "vers:npm/>=1.0|<2.0" (package-url vers-spec): as identity/vers reads it, with the scheme its type asks
 * for. What is no valid VERS, "vers:all/...", and texts without "vers:" are read as above; without a type the
 * scheme is generic. */
struct version_spans version_span_vers(struct str text, struct arena *record, enum version_scheme *scheme);
/* "4.19.*", "12.2.x.x": from 4.19 to before 4.20. A text that is no such pattern: that version alone. */
struct version_span version_span_branch(struct str text, struct arena *record);
/* True if text names no version: empty, "n/a", "unspecified", "-", "see references", ... */
bool version_span_is_unsaid(struct str text);

/* Sets bounds (cut to what keys can be made of) and scheme of row; where the scheme cannot read a bound, the
 * scheme becomes generic. */
void version_span_put(const struct version_span *span, enum version_scheme scheme, struct affected *row);
/* No version lies in the row's range: its bounds are equal and not both inclusive, or in the wrong order. */
bool version_span_is_empty(const struct affected *row);
/* True if the scheme can read the text, or it is empty. */
bool version_span_is_readable(enum version_scheme scheme, struct str text);
/* The sign of a against b by the scheme, by generic where it cannot read them. */
int version_span_compare(enum version_scheme scheme, struct str a, struct str b);
