/*
 * cvss_v2 - CVSS 2.0, section 3.2 of FIRST's complete guide to version 2.0.
 */
#include "assessment/cvss_tables.h"

/* clang-format off */
#define IMPACT { { "N", 0 }, { "P", 0.275 }, { "C", 0.660 } }
#define REQUIREMENT { { "L", 0.5 }, { "M", 1 }, { "H", 1.51 } }

const struct cvss_metric cvss_v2_metrics[V2_COUNT] = {
	[V2_AV]  = { "AV",  CVSS_BASE, { { "L", 0.395 }, { "A", 0.646 }, { "N", 1 } } },
	[V2_AC]  = { "AC",  CVSS_BASE, { { "H", 0.35 }, { "M", 0.61 }, { "L", 0.71 } } },
	[V2_AU]  = { "Au",  CVSS_BASE, { { "M", 0.45 }, { "S", 0.56 }, { "N", 0.704 } } },
	[V2_C]   = { "C",   CVSS_BASE, IMPACT },
	[V2_I]   = { "I",   CVSS_BASE, IMPACT },
	[V2_A]   = { "A",   CVSS_BASE, IMPACT },
	[V2_E]   = { "E",   CVSS_TEMPORAL, { { "U", 0.85 }, { "POC", 0.9 }, { "F", 0.95 }, { "H", 1 } } },
	[V2_RL]  = { "RL",  CVSS_TEMPORAL, { { "OF", 0.87 }, { "TF", 0.9 }, { "W", 0.95 }, { "U", 1 } } },
	[V2_RC]  = { "RC",  CVSS_TEMPORAL, { { "UC", 0.9 }, { "UR", 0.95 }, { "C", 1 } } },
	[V2_CDP] = { "CDP", CVSS_ENVIRONMENTAL,
	             { { "N", 0 }, { "L", 0.1 }, { "LM", 0.3 }, { "MH", 0.4 }, { "H", 0.5 } } },
	[V2_TD]  = { "TD",  CVSS_ENVIRONMENTAL, { { "N", 0 }, { "L", 0.25 }, { "M", 0.75 }, { "H", 1 } } },
	[V2_CR]  = { "CR",  CVSS_ENVIRONMENTAL, REQUIREMENT },
	[V2_IR]  = { "IR",  CVSS_ENVIRONMENTAL, REQUIREMENT },
	[V2_AR]  = { "AR",  CVSS_ENVIRONMENTAL, REQUIREMENT },
};
/* clang-format on */

static double weight(const struct cvss *c, enum cvss_v2_metric m, double otherwise)
{
	return cvss_weight(&cvss_v2_metrics[m], c->value[m], otherwise);
}

/* Half up, in tenths. Products of decimals often lie exactly between two tenths; the small addition keeps
 * binary fractions from falling below. An adjusted score may be under zero before its end. */
static int tenths(double score)
{
	return (int)((score + 100) * 10 + 0.5 + 1e-7) - 1000;
}

static double impact(double confidentiality, double integrity, double availability)
{
	return 10.41 * (1 - (1 - confidentiality) * (1 - integrity) * (1 - availability));
}

static double exploitability(const struct cvss *c)
{
	return 20 * weight(c, V2_AV, 0) * weight(c, V2_AC, 0) * weight(c, V2_AU, 0);
}

static int base(double with_exploitability, double with_impact)
{
	if (with_impact <= 0)
		return 0;
	return tenths((0.6 * with_impact + 0.4 * with_exploitability - 1.5) * 1.176);
}

static int temporal(const struct cvss *c, int base_tenths)
{
	return tenths(base_tenths / 10.0 * weight(c, V2_E, 1) * weight(c, V2_RL, 1) * weight(c, V2_RC, 1));
}

static int environmental(const struct cvss *c)
{
	double adjusted = impact(weight(c, V2_C, 0) * weight(c, V2_CR, 1),
	    weight(c, V2_I, 0) * weight(c, V2_IR, 1), weight(c, V2_A, 0) * weight(c, V2_AR, 1));
	double score = temporal(c, base(exploitability(c), adjusted < 10 ? adjusted : 10)) / 10.0;
	int result = tenths((score + (10 - score) * weight(c, V2_CDP, 0)) * weight(c, V2_TD, 1));

	return result > 0 ? result : 0;
}

void cvss_v2_score(const struct cvss *c, struct cvss_scores *out)
{
	double unadjusted = impact(weight(c, V2_C, 0), weight(c, V2_I, 0), weight(c, V2_A, 0));
	double access = exploitability(c);

	out->base = base(access, unadjusted);
	out->temporal = cvss_defines(c, V2_E, V2_CDP) ? temporal(c, out->base) : -1;
	out->environmental = cvss_defines(c, V2_CDP, V2_COUNT) ? environmental(c) : -1;
	out->impact = tenths(unadjusted);
	out->exploitability = tenths(access);
}
