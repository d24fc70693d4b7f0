/*
 * rollout_steps - the records of a fix's way to the field, their members read: validations, distributions,
 * installations, checks and answers.
 */
#pragma once
#include "actions/casework/case_view.h"
#include "reports/casefile_record.h"

struct rollout_record {
	int64_t record;
	int64_t fix, units, known_units, target_days; /* -1 where not stated */
	struct date on;
	struct str release, result, reason, consignee;
	struct report_texts to; /* accounts of a distribution */
	struct report_fields fields;
};

MUST_CHECK bool rollout_record_read(
    const struct case_record *r, struct arena *arena, struct rollout_record *out, struct err *e);
/* The records of a kind that stand and are dated by as_of, in the order of their lists. In the arena. Of the
 * view the records alone are asked. */
MUST_CHECK bool rollout_records(const struct case_view *view, struct str kind, struct date as_of,
    struct arena *arena, struct rollout_record **out, size_t *count, struct err *e);

/* The fix's record as it stands; NULL: there is none of that number. */
const struct case_record *rollout_fix(const struct case_view *view, int64_t id);

/* What the validations of a fix come to, as of a day. */
struct fix_validated {
	size_t count;
	int64_t last; /* the record that counts: the last of the last day; 0 where there is none */
	struct date last_on;
	struct date passed_on; /* since when it has passed; DATE_NONE: the last did not, or there is none */
	int64_t passed;	       /* the record by which it has */
	struct date failed_on; /* the last day that one failed; DATE_NONE: none did */
};
MUST_CHECK bool rollout_validated(const struct case_view *view, const struct case_record *fix,
    struct date as_of, struct fix_validated *out, struct err *e);

/* The first day, from that of the distribution to a day, on which a validation of its fix failed that was
 * entered behind it where the days are one; DATE_NONE: none did. */
MUST_CHECK bool rollout_failed_behind(const struct case_view *view, const struct case_record *fix,
    const struct rollout_record *distribution, struct date as_of, struct date *out, struct err *e);

/* Did it go out in the version that passed? What went out before a validation that failed does not count once
 * a later one passed: that is another version. While the last one failed, what went out stands. */
bool rollout_counts(const struct fix_validated *v, const struct rollout_record *distribution);

/* The distributions that count, of all fixes, in the order they were recorded. In the arena. */
MUST_CHECK bool rollout_distributions(const struct case_view *view, struct date as_of, struct arena *arena,
    struct rollout_record **out, size_t *count, struct err *e);
