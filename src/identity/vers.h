/*
 * vers - version ranges in one notation for all schemes: "vers:npm/>=1.0.0|<2.0.0".
 *
 * Specification: VERS of package-url. A range is "*" (every version) or constraints between bars: "1.0" or
 * "=1.0", "!=1.0", "<1.0", "<=1.0", ">1.0", ">=1.0", each version once. Its meaning is a set of intervals:
 * from a lower bound to the next upper one, without the versions that != names, and with those named alone.
 */
#pragma once
#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "identity/version_key.h"

/* From low to high; a bound that is not there is open. */
struct vers_interval {
	struct str low, high;	      /* as written */
	struct str low_key, high_key; /* by the scheme of the range */
	bool has_low, has_high, low_inclusive, high_inclusive;
};

/* By its keys. */
bool vers_interval_is_empty(const struct vers_interval *i);

struct vers {
	struct str type; /* "npm", in lower case; "generic" where npm's scheme cannot read a version of it */
	enum version_scheme scheme;
	struct vers_interval *at; /* in order, none touches the next */
	size_t count;		  /* 0: no version */
};

/* The scheme of that name, or of that purl type. */
enum version_scheme vers_scheme(struct str type);

/* Reads a range into the arena. Where its type's scheme cannot read a version, the whole range is generic, in
 * type and scheme. */
MUST_CHECK bool vers_parse(struct str text, struct arena *a, struct vers *out, struct err *e);

/* A range of intervals in any order, with texts but without keys; they are put into order, and joined where
 * they meet. An interval from high to low holds nothing. */
struct vers vers_of(struct str type, const struct vers_interval *at, size_t count, struct arena *a);

/* Is the version in the range? Both are compared as generic where the scheme cannot read it. */
bool vers_holds(const struct vers *v, struct str version, struct arena *scratch);

/* Appends the canonical form: simplified, in order, and what is no letter, digit or one of .-_~+: escaped. */
void vers_write(const struct vers *v, struct buf *out);
