/*
 * program - what the manufacturer states of its programme, each version kept: profile, membership of an ISAO,
 * policy, templates of notices, compensating controls, answers of the self-assessment.
 *
 * Each is one change with its entry in the audit trail. What the rules ask of it, program_set() keeps besides
 * (actions/casework/case_view.h).
 */
#pragma once
#include "actions/casework/isao_periods.h"
#include "records/trail.h"
#include "store/db.h"
#include "store/program_versions.h"

struct change;

struct program_kind {
	const char *name;     /* "policy" */
	const char *in_trail; /* "program.policy" */
	bool amends;	      /* a version keeps the keys it does not give anew; else it is whole */
};

/* Ended by a row without a name. */
extern const struct program_kind program_kinds[];

/* A further version of what is a JSON object, for profile, isao, control and check; what is said anew is
 * *out. */
MUST_CHECK bool program_state(struct db *db, const char *kind, struct str name, struct str content,
    struct change_by by, struct arena *arena, struct program_version *out, struct err *e);

/* What is stated, for program_keep(). */
struct program_statement {
	const char *kind;
	struct str name, content;
};

/* Within a change: a further version, and its entry. */
MUST_CHECK bool program_keep(struct db *db, struct change *change, const struct program_statement *s,
    struct change_by by, struct arena *arena, struct program_version *out, struct err *e);

/* The four criteria of active participation in an ISAO (PMG IX). */
extern const char *const isao_criteria[ISAO_CRITERIA];

struct isao_standing {
	struct str name;
	struct isao_criterion criteria[ISAO_CRITERIA];
	int evidence_count;
	bool ended;
	bool stated_active; /* what the rules are told */
};
MUST_CHECK bool isao_standing_of(
    struct db *db, struct arena *arena, struct isao_standing *out, struct err *e);

/* The text of a notice with places to fill in, {{device}}: only such as are known. */
MUST_CHECK bool program_import_template(struct db *db, struct str name, struct str text, struct change_by by,
    struct arena *arena, struct program_version *out, struct err *e);
/* A version of a template, the last where number is 0, and its text; ERR_ABSENT where there is none. */
MUST_CHECK bool program_template(struct db *db, struct str name, int64_t number, struct arena *arena,
    struct program_version *out, struct str *text, struct err *e);
/* The places, ended by NULL. */
extern const char *const template_places[];
