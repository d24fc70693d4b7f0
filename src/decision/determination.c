#include "decision/determination.h"

#define WORDS(function, enum_type, count, ...)                                                               \
	const char *function(enum_type value)                                                                \
	{                                                                                                    \
		static const char *const words[] = { __VA_ARGS__ };                                          \
                                                                                                             \
		_Static_assert(COUNT(words) == (count), "a word for every value of " #enum_type);            \
		return words[value];                                                                         \
	}

WORDS(scope_word, enum scope, SCOPE_COUNT, "in_scope", "out_of_scope", "stock_recovery", "not_affected")
WORDS(risk_word, enum risk, RISK_COUNT, "controlled", "uncontrolled", "undetermined")
WORDS(discretion_word, enum discretion, DISCRETION_COUNT, "not_needed", "provisional", "applies",
    "not_available")
WORDS(condition_word, enum condition_id, CONDITION_COUNT, "no_serious_events", "day30", "day60", "isao")
WORDS(condition_state_word, enum condition_state, CONDITION_STATE_COUNT, "pending", "met", "failed")
WORDS(report_806_word, enum report_806, REPORT_COUNT, "not_required", "not_intended_to_enforce", "required",
    "required_on_initiation", "pending")
WORDS(mdr_kind_word, enum mdr_kind, MDR_KIND_COUNT, "30_day", "5_day", "summary")
WORDS(recall_class_word, enum recall_class, RECALL_COUNT, NULL, "I", "II", "III")
WORDS(retention_rule_word, enum retention_rule, RETENTION_COUNT, NULL, "expected_life_plus_2", "ten_years",
    "event_file")

bool determination_is_not_affected(const struct determination *d)
{
	return d->scope == SCOPE_NOT_AFFECTED && d->final;
}

void determination_warn(struct determination *d, const char *id, struct str says, struct arena *arena)
{
	struct warning *longer = arena_alloc(arena, d->warning_count + 1, sizeof(*longer));

	if (d->warning_count)
		memcpy(longer, d->warnings, d->warning_count * sizeof(*longer));
	longer[d->warning_count++] = (struct warning){ id, says };
	d->warnings = longer;
}
