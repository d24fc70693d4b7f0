/*
 * lifecycle - until when a product is supported, cycle by cycle, as a table of life cycles has it.
 */
#pragma once
#include "base/time.h"
#include "sources/advisory.h"

/* The versions that begin with its name. DATE_NONE: not stated. */
struct life_cycle {
	struct str name; /* "1.1.1", "11", "20.04" */
	struct date end_of_support, end_of_life;
	struct date end_of_extended; /* of support that is paid for, or given by others */
	bool has_ended;		     /* its life, though no date is known */
};

/* How a product is recognised: a package; or, of a distribution, its word in package URLs ("debian"). Kinds
 * are stored in databases: those of enum package_kind, and 0. */
#define LIFE_DISTRIBUTION 0

struct life_name {
	int kind;
	struct str name;
};

struct lifecycle {
	struct str product, label; /* "openssl", "OpenSSL" */
	struct life_name *names;
	size_t name_count;
	struct life_cycle *cycles;
	size_t cycle_count;
};

/* Everything in the arena. */
struct lifecycle lifecycle_copy(const struct lifecycle *l, struct arena *arena);
/* The cycle that a version is of: the longest whose name it begins with, and that ends there (1.1.1k is
 * of 1.1.1, and 1.10 not of 1.1). NULL where there is none. */
const struct life_cycle *lifecycle_of(const struct lifecycle *l, struct str version);
