#include "decision/policy.h"

#define C CELL_C
#define C_STAR CELL_C_BORDERLINE
#define U_STAR CELL_U_BORDERLINE
#define U CELL_U

static const char *const exploitability_words[] = { "low", "medium", "high" };
static const char *const severity_words[] = { "negligible", "minor", "serious", "critical", "catastrophic" };

struct policy policy_default(void)
{
	return (struct policy){
		.version = STR("default-1"),
		/* clang-format off */
		.matrix = {
			/* negligible minor serious critical catastrophic */
			{ C, C,      C_STAR, U_STAR, U }, /* low */
			{ C, C_STAR, U_STAR, U,      U }, /* medium */
			{ C, U_STAR, U,      U,      U }, /* high */
		},
		/* clang-format on */
		.isao_grace_working_days = 1,
		.long_term_control_counts = true,
		.record_806_20_for_routine = true,
		.two_approvers_on_borderline = true,
	};
}

enum cell policy_cell(const struct policy *p, enum exploitability exploitability, enum severity severity)
{
	return p->matrix[exploitability - EXPLOITABILITY_LOW][severity - SEVERITY_NEGLIGIBLE];
}

static bool is_uncontrolled(enum cell cell)
{
	return cell == CELL_U || cell == CELL_U_BORDERLINE;
}

static bool check_filled(const struct policy *p, struct err *e)
{
	for (size_t i = 0; i < COUNT(exploitability_words); i++)
		for (size_t j = 0; j < COUNT(severity_words); j++)
			if (p->matrix[i][j] == CELL_NONE)
				return err_fail(e, ERR_INPUT, "matrix.%s.%s is missing",
				    exploitability_words[i], severity_words[j]);
	return true;
}

static bool check_anchors(const struct policy *p, struct err *e)
{
	static const struct {
		int exploitability, severity;
		bool uncontrolled;
		const char *basis;
	} anchors[] = {
		{ 1, 3, true, "PMG VII.B, example 2" },
		{ 1, 4, true, "PMG VII.B, example 2" },
		{ 0, 0, false, "PMG VII.A" },
		{ 1, 0, false, "PMG VII.A" },
		{ 2, 0, false, "PMG VII.A" },
	};

	for (size_t i = 0; i < COUNT(anchors); i++)
		if (is_uncontrolled(p->matrix[anchors[i].exploitability][anchors[i].severity]) !=
		    anchors[i].uncontrolled)
			return err_fail(e, ERR_INPUT, "matrix.%s.%s must be %s (%s)",
			    exploitability_words[anchors[i].exploitability],
			    severity_words[anchors[i].severity],
			    anchors[i].uncontrolled ? "uncontrolled" : "controlled", anchors[i].basis);
	return true;
}

static bool check_step(const struct policy *p, size_t i, size_t j, size_t to_i, size_t to_j, struct err *e)
{
	if (!is_uncontrolled(p->matrix[i][j]) || is_uncontrolled(p->matrix[to_i][to_j]))
		return true;
	return err_fail(e, ERR_INPUT,
	    "matrix is not monotone: %s x %s is uncontrolled, %s x %s is controlled", exploitability_words[i],
	    severity_words[j], exploitability_words[to_i], severity_words[to_j]);
}

bool policy_check(const struct policy *p, struct err *e)
{
	if (!check_filled(p, e) || !check_anchors(p, e))
		return false;
	for (size_t i = 0; i < COUNT(exploitability_words); i++)
		for (size_t j = 0; j < COUNT(severity_words); j++) {
			if (i + 1 < COUNT(exploitability_words) && !check_step(p, i, j, i + 1, j, e))
				return false;
			if (j + 1 < COUNT(severity_words) && !check_step(p, i, j, i, j + 1, e))
				return false;
		}
	return true;
}
