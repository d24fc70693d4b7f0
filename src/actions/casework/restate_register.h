/*
 * restate_register - changes of what is known of the field and of findings, around which casefiles are
 * watched: what they move of what is due is in the trail, and what is owed no more takes a reason.
 */
#pragma once
#include "actions/field/import_consignees.h"
#include "actions/field/register.h"
#include "actions/findings/finding_set.h"

/* Each is one change, and as its namesake that is a part of one: import_consignees_within(),
 * register_sbom_within(), finding_set_within(), finding_confirm_within(),
 * finding_withdraw_within(). ERR_CONFLICT besides as due_watch_note(). */
MUST_CHECK bool restate_consignees(
    struct db *db, const char *path, struct change_by by, struct consignee_import *out, struct err *e);
/* registered_sbom_clear() *out. */
MUST_CHECK bool restate_sbom(struct db *db, const struct sbom_registration *what, struct change_by by,
    struct arena *arena, struct registered_sbom *out, struct err *e);
MUST_CHECK bool restate_finding(struct db *db, const struct finding_decision *d, struct date today,
    struct change_by by, struct arena *arena, struct finding_set *out, struct err *e);
MUST_CHECK bool restate_confirm(struct db *db, const struct finding_query *query, struct str reason,
    struct change_by by, size_t *count, struct err *e);
MUST_CHECK bool restate_withdraw(struct db *db, int64_t id, struct change_by by, struct err *e);
