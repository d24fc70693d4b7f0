/*
 * alias_json - rules that two packages are one product, and where a name leads, for machines
 * (docs/man/alias.md).
 */
#pragma once
#include "actions/matching/alias_check.h"
#include "formats/json_write.h"
#include "store/package_aliases.h"

/* Names are written in the arena. */
void alias_rule_json(struct json_out *w, const struct package_alias *rule, struct arena *arena);
void alias_rules_json(
    struct json_out *w, const struct package_alias *rules, size_t count, struct arena *arena);
/* So many of the shipped ones, from the one of this place on. */
void alias_shipped_json(struct json_out *w, size_t from, size_t count, struct arena *arena);
void alias_check_json(
    struct json_out *w, const struct alias_place *places, size_t count, struct arena *arena);

#define ALIAS_SHIPPED_NAMES_MOST 64 /* of one shipped rule that are listed */
