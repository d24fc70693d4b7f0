/*
 * program_overview - all that is stated of the manufacturer and its programme, as it stands.
 */
#pragma once
#include "actions/program/program.h"
#include "records/user.h"
#include "reports/casefile_record.h"

struct program_overview {
	struct program_version profile; /* number 0: none was stated */
	struct report_fields profile_fields;
	struct report_fields firm; /* what the rules are told of the firm */
	struct str time_zone;	   /* empty: none is set, which is UTC */
	struct user *designated;   /* active users of that role */
	size_t designated_count;
	struct isao_standing isao;
	int64_t isao_version;  /* of what was stated of it last; 0: nothing was */
	int64_t policy_number; /* 0: the defaults hold */
	struct str policy_version;
	int64_t acknowledge_days;
	struct program_version *templates; /* the last version of each */
	size_t template_count;
};

/* Everything is in the arena. */
MUST_CHECK bool program_overview(
    struct db *db, struct arena *arena, struct program_overview *out, struct err *e);
