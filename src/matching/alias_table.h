/*
 * alias_table - the rules of aliases.txt, as tools/aliasgen writes them: names sorted for a binary search.
 */
#pragma once
#include "sources/advisory.h"

struct alias_entry {
	enum package_kind kind;
	uint16_t rule; /* index in alias_rules */
	const char
	    *package; /* "a:openssl:openssl", "nuget/quartz", "deb/<any>/openssl" with a star for any */
};

struct alias_rule_row {
	uint16_t first, count; /* of alias_rule_entries */
	const char *why;
};

/* By kind, then package; package URLs with their letters in lower case. */
extern const struct alias_entry alias_entries[];
extern const size_t alias_entry_count;
/* Indexes in alias_entries, those of one rule together and in the order of the table. */
extern const uint16_t alias_rule_entries[];
extern const struct alias_rule_row alias_rules[];
extern const size_t alias_rule_count;
