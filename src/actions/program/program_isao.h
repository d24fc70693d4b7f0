/*
 * program_isao - membership of an ISAO is stated, with the evidence of its criteria (PMG IX). The same for
 * the terminal and for the API.
 */
#pragma once
#include "actions/program/program.h"

/* What is not given stays as it was. */
struct isao_statement {
	struct str name, since, until;
	int64_t criterion;	 /* 1 to ISAO_CRITERIA; 0: none */
	struct str evidence, on; /* of the criterion */
	struct str held_since;	 /* first day on which the criterion held; not after that of its evidence */
};

/* The first day of a criterion, without evidence of it anew. */
bool isao_is_first_day_alone(const struct isao_statement *s);
/* ERR_USAGE where nothing is stated, or a criterion without its evidence and day, or these without it; of one
 * that there is evidence of, the first day may be stated alone. *out: what stands then. */
MUST_CHECK bool program_state_isao(struct db *db, const struct isao_statement *s, struct change_by by,
    struct arena *arena, struct isao_standing *out, struct err *e);
