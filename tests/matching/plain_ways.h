/*
 * plain_ways - for the oracle: the packages that a component stands for, by its own word or by a shipped
 * rule, read from the text of the table and looked for one by one.
 */
#pragma once
#include "inventory/component.h"

/* A rule, as its text has it. */
struct plain_rule {
	struct str names[64];
	size_t count;
};

struct plain_rules {
	struct plain_rule *rules; /* the caller frees them */
	size_t count, room;
};

struct way {
	enum package_kind kind;
	struct str package, version, qualifier;
};

struct ways {
	struct way *ways; /* the caller frees them */
	size_t count, room;
	struct str ecosystem;
};

void plain_rules_read(const char *path, struct plain_rules *r, struct arena *arena);
void plain_ways_list(
    const struct plain_rules *rules, const struct component *c, struct arena *arena, struct ways *ways);
