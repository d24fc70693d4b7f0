#include "check.h"
#include "sources/statement.h"

static void statement_words_are_read_back(void **state)
{
	for (enum statement_status i = STATEMENT_NOT_AFFECTED; i <= STATEMENT_UNDER_INVESTIGATION; i++) {
		enum statement_status status = 0;

		assert_true(statement_status_parse(statement_status_word(i), &status));
		assert_int_equal(status, i);
	}
	for (enum statement_justification i = JUSTIFICATION_COMPONENT_NOT_PRESENT;
	     i <= JUSTIFICATION_INLINE_MITIGATIONS; i++) {
		enum statement_justification why = JUSTIFICATION_NONE;

		assert_true(statement_justification_parse(statement_justification_word(i), &why));
		assert_int_equal(why, i);
	}
	assert_int_equal(statement_justification_word(JUSTIFICATION_NONE).len, 0);
	(void)state;
}

static void statement_words_of_other_formats_have_their_nearest(void **state)
{
	static const struct {
		const char *word, *nearest;
	} statuses[] = {
		{ "exploitable", "affected" },
		{ "resolved", "fixed" },
		{ "resolved_with_pedigree", "fixed" },
		{ "in_triage", "under_investigation" },
		{ "false_positive", "not_affected" },
		{ "known_not_affected", "not_affected" },
		{ "known_affected", "affected" },
		{ "first_affected", "affected" },
		{ "last_affected", "affected" },
		{ "first_fixed", "fixed" },
	}, justifications[] = {
		{ "requires_dependency", "component_not_present" },
		{ "code_not_present", "vulnerable_code_not_present" },
		{ "protected_by_compiler", "vulnerable_code_not_present" },
		{ "code_not_reachable", "vulnerable_code_not_in_execute_path" },
		{ "requires_configuration", "vulnerable_code_not_in_execute_path" },
		{ "requires_environment", "vulnerable_code_cannot_be_controlled_by_adversary" },
		{ "protected_at_perimeter", "vulnerable_code_cannot_be_controlled_by_adversary" },
		{ "protected_by_mitigating_control", "inline_mitigations_already_exist" },
		{ "protected_at_runtime", "inline_mitigations_already_exist" },
	};

	for (size_t i = 0; i < COUNT(statuses); i++) {
		enum statement_status status = 0;

		CASE(statuses[i].word);
		assert_true(statement_status_parse(str_of(statuses[i].word), &status));
		assert_true(str_eq(statement_status_word(status), str_of(statuses[i].nearest)));
	}
	for (size_t i = 0; i < COUNT(justifications); i++) {
		enum statement_justification why = JUSTIFICATION_NONE;

		CASE(justifications[i].word);
		assert_true(statement_justification_parse(str_of(justifications[i].word), &why));
		assert_true(str_eq(statement_justification_word(why), str_of(justifications[i].nearest)));
	}
	(void)state;
}

static void statement_words_that_are_none_are_not_read(void **state)
{
	enum statement_status status = STATEMENT_FIXED;
	enum statement_justification why = JUSTIFICATION_INLINE_MITIGATIONS;

	assert_false(statement_status_parse(STR("Fixed"), &status));
	assert_false(statement_status_parse(STR("recommended"), &status)); /* CSAF: advice, no status */
	assert_int_equal(status, STATEMENT_FIXED);
	assert_false(statement_justification_parse(STR(""), &why));
	assert_int_equal(why, JUSTIFICATION_INLINE_MITIGATIONS);
	(void)state;
}

static void statement_not_affected_wants_a_reason(void **state)
{
	struct vex_statement s = { .status = STATEMENT_NOT_AFFECTED };

	assert_false(statement_has_reason(&s));
	s.impact = STR("no network");
	assert_true(statement_has_reason(&s));
	s = (struct vex_statement){ .status = STATEMENT_NOT_AFFECTED,
		.justification = JUSTIFICATION_CODE_NOT_PRESENT };
	assert_true(statement_has_reason(&s));
	s = (struct vex_statement){ .status = STATEMENT_AFFECTED };
	assert_true(statement_has_reason(&s));
	(void)state;
}

TESTS(cmocka_unit_test(statement_words_are_read_back),
    cmocka_unit_test(statement_words_of_other_formats_have_their_nearest),
    cmocka_unit_test(statement_words_that_are_none_are_not_read),
    cmocka_unit_test(statement_not_affected_wants_a_reason))
