/*
 * match_configs - for which component lists the configurations of an advisory hold and for which they fail.
 *
 * Judged for all lists at once: a leg is the set of lists that hold it, from package to components to lists,
 * and a configuration is set algebra over its legs (matching/leg.h). Only lists that hold a vulnerable leg
 * matter. What is kept are the lists that are certain; the rest is unknown, for an SBOM seldom lists the
 * hardware. Bytes of a configuration: varint its number, text lists where it holds, text lists where it
 * fails.
 */
#pragma once
#include "base/buf.h"
#include "matching/alias.h"
#include "matching/platform.h"
#include "store/db.h"

struct config_judge;

/* own: the rules of the manufacturer, borrowed. */
struct config_judge *config_judge_new(struct db *db, const struct alias_book *own);
void config_judge_free(struct config_judge *j);
/* All configurations of an advisory, packed as the store has them; out is written anew, empty where nothing
 * is certain. */
MUST_CHECK bool config_judge_all(
    struct config_judge *j, int64_t advisory_id, struct str configs, struct buf *out, struct err *e);

/* What stands of one configuration. */
struct config_lists {
	struct str holds, fails; /* as store/id_set.h writes them */
};

/* False where the bytes are damaged. */
MUST_CHECK bool config_lists_find(struct str lists, int config, struct config_lists *out);
/* The answers for count lists, ascending. */
MUST_CHECK bool config_lists_answers(
    struct config_lists of, const int64_t *lists, size_t count, unsigned char *answers);
/* What stands with one certain answer of one list more. */
MUST_CHECK bool config_lists_add(
    struct str lists, int config, int64_t list_id, enum platform_answer answer, struct buf *out);
