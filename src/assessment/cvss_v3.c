/*
 * cvss_v3 - CVSS 3.0 and 3.1, section 7 and appendix A of the v3.1 specification. The versions differ in
 * rounding and in the modified impact of a changed scope.
 */
#include <assert.h>

#include "assessment/cvss_tables.h"

/* clang-format off */
#define AV { { "N", 0.85 }, { "A", 0.62 }, { "L", 0.55 }, { "P", 0.2 } }
#define AC { { "L", 0.77 }, { "H", 0.44 } }
#define PR { { "N", 0.85 }, { "L", 0.62 }, { "H", 0.27 } } /* under an unchanged scope */
#define UI { { "N", 0.85 }, { "R", 0.62 } }
#define S  { { "U", 0 }, { "C", 1 } } /* 1: changed */
#define IMPACT { { "H", 0.56 }, { "L", 0.22 }, { "N", 0 } }
#define REQUIREMENT { { "H", 1.5 }, { "M", 1 }, { "L", 0.5 } }

static const double pr_changed[] = { 0.85, 0.68, 0.5 };

const struct cvss_metric cvss_v3_metrics[V3_COUNT] = {
	[V3_AV] = { "AV", CVSS_BASE, AV },
	[V3_AC] = { "AC", CVSS_BASE, AC },
	[V3_PR] = { "PR", CVSS_BASE, PR },
	[V3_UI] = { "UI", CVSS_BASE, UI },
	[V3_S]  = { "S",  CVSS_BASE, S },
	[V3_C]  = { "C",  CVSS_BASE, IMPACT },
	[V3_I]  = { "I",  CVSS_BASE, IMPACT },
	[V3_A]  = { "A",  CVSS_BASE, IMPACT },
	[V3_E]  = { "E",  CVSS_TEMPORAL, { { "H", 1 }, { "F", 0.97 }, { "P", 0.94 }, { "U", 0.91 } } },
	[V3_RL] = { "RL", CVSS_TEMPORAL, { { "U", 1 }, { "W", 0.97 }, { "T", 0.96 }, { "O", 0.95 } } },
	[V3_RC] = { "RC", CVSS_TEMPORAL, { { "C", 1 }, { "R", 0.96 }, { "U", 0.92 } } },
	[V3_CR] = { "CR", CVSS_ENVIRONMENTAL, REQUIREMENT },
	[V3_IR] = { "IR", CVSS_ENVIRONMENTAL, REQUIREMENT },
	[V3_AR] = { "AR", CVSS_ENVIRONMENTAL, REQUIREMENT },
	[V3_MAV + V3_AV] = { "MAV", CVSS_ENVIRONMENTAL, AV },
	[V3_MAV + V3_AC] = { "MAC", CVSS_ENVIRONMENTAL, AC },
	[V3_MAV + V3_PR] = { "MPR", CVSS_ENVIRONMENTAL, PR },
	[V3_MAV + V3_UI] = { "MUI", CVSS_ENVIRONMENTAL, UI },
	[V3_MAV + V3_S]  = { "MS",  CVSS_ENVIRONMENTAL, S },
	[V3_MAV + V3_C]  = { "MC",  CVSS_ENVIRONMENTAL, IMPACT },
	[V3_MAV + V3_I]  = { "MI",  CVSS_ENVIRONMENTAL, IMPACT },
	[V3_MAV + V3_A]  = { "MA",  CVSS_ENVIRONMENTAL, IMPACT },
};
/* clang-format on */

/* The base metrics of a vector, or those with the modified ones in their place. */
struct view {
	enum cvss_version version;
	const uint8_t *given;
	uint8_t value[V3_A + 1];
	bool scope_changes;
	double exploitability;
};

static double base_weight(const struct view *v, enum cvss_v3_metric m)
{
	assert(v->value[m] >= 1); /* a base metric is always given */
	return cvss_v3_metrics[m].values[v->value[m] - 1].weight;
}

static double given_weight(const struct view *v, enum cvss_v3_metric m)
{
	return cvss_weight(&cvss_v3_metrics[m], v->given[m], 1);
}

static double privileges(const struct view *v)
{
	assert(v->value[V3_PR] <= COUNT(pr_changed));
	return v->scope_changes ? pr_changed[v->value[V3_PR] - 1] : base_weight(v, V3_PR);
}

static struct view view_of(const struct cvss *c, bool modified)
{
	struct view v = { .version = c->version, .given = c->value };

	memcpy(v.value, c->value, sizeof(v.value));
	for (size_t i = 0; modified && i <= V3_A; i++)
		if (c->value[V3_MAV + i])
			v.value[i] = c->value[V3_MAV + i];
	v.scope_changes = base_weight(&v, V3_S) > 0;
	v.exploitability =
	    8.22 * base_weight(&v, V3_AV) * base_weight(&v, V3_AC) * privileges(&v) * base_weight(&v, V3_UI);
	return v;
}

/* The least tenths that are not below the score; appendix A. 3.0 has no such integer steps, there only the
 * noise of binary fractions is cut. */
static int round_up(enum cvss_version version, double score)
{
	if (version == CVSS_3_1)
		return (int)(((int64_t)(score * 1e5 + 0.5) + 9999) / 10000);
	return (int)(((int64_t)(score * 1e9 + 0.5) + 99999999) / 100000000);
}

static double power(double x, int n)
{
	double result = 1;

	for (; n > 0; n /= 2, x *= x)
		if (n % 2)
			result *= x;
	return result;
}

static double base_impact(const struct view *v)
{
	double iss = 1 - (1 - base_weight(v, V3_C)) * (1 - base_weight(v, V3_I)) * (1 - base_weight(v, V3_A));

	return v->scope_changes ? 7.52 * (iss - 0.029) - 3.25 * power(iss - 0.02, 15) : 6.42 * iss;
}

static double modified_impact(const struct view *v)
{
	double iss = 1 - (1 - given_weight(v, V3_CR) * base_weight(v, V3_C)) *
			     (1 - given_weight(v, V3_IR) * base_weight(v, V3_I)) *
			     (1 - given_weight(v, V3_AR) * base_weight(v, V3_A));

	iss = iss < 0.915 ? iss : 0.915;
	if (!v->scope_changes)
		return 6.42 * iss;
	return 7.52 * (iss - 0.029) -
	       3.25 * (v->version == CVSS_3_1 ? power(iss * 0.9731 - 0.02, 13) : power(iss - 0.02, 15));
}

static int join(const struct view *v, double impact)
{
	double sum = (v->scope_changes ? 1.08 : 1) * (impact + v->exploitability);

	return impact <= 0 ? 0 : round_up(v->version, sum < 10 ? sum : 10);
}

static int temporal(const struct view *v, int tenths)
{
	return round_up(v->version,
	    tenths / 10.0 * given_weight(v, V3_E) * given_weight(v, V3_RL) * given_weight(v, V3_RC));
}

static int environmental(const struct cvss *c)
{
	struct view modified = view_of(c, true);

	return temporal(&modified, join(&modified, modified_impact(&modified)));
}

/* Sub-scores are rounded half up. */
static int nearest(double score)
{
	return score > 0 ? (int)(score * 10 + 0.5 + 1e-7) : 0;
}

void cvss_v3_score(const struct cvss *c, struct cvss_scores *out)
{
	struct view base = view_of(c, false);
	double impact = base_impact(&base);

	out->base = join(&base, impact);
	out->temporal = cvss_defines(c, V3_E, V3_CR) ? temporal(&base, out->base) : -1;
	/* 3.1 gives some vectors an environmental score above the base although nothing is modified: another
	 * reason to have none then. */
	out->environmental = cvss_defines(c, V3_CR, V3_COUNT) ? environmental(c) : -1;
	out->impact = nearest(impact);
	out->exploitability = nearest(base.exploitability);
}
