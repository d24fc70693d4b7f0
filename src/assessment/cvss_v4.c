/*
 * cvss_v4 - CVSS 4.0, section 8 of the specification: a score is looked up for the vector's class (its macro
 * vector), then lowered by how far the vector stands below the worst of that class.
 *
 * All of it is in whole numbers, so that a score exactly between two tenths is one: it goes up, as in FIRST's
 * calculator. The metrics fall into five axes that do not share any: EQ1, EQ2, EQ3 with EQ6, EQ4, EQ5.
 */
#include "assessment/cvss_tables.h"

/* clang-format off */
#define AV { { "N", 0 }, { "A", 1 }, { "L", 2 }, { "P", 3 } }
#define AC { { "L", 0 }, { "H", 1 } }
#define AT { { "N", 0 }, { "P", 1 } }
#define PR { { "N", 0 }, { "L", 1 }, { "H", 2 } }
#define UI { { "N", 0 }, { "P", 1 }, { "A", 2 } }
#define VULNERABLE { { "H", 0 }, { "L", 1 }, { "N", 2 } }
#define SUBSEQUENT { { "H", 1 }, { "L", 2 }, { "N", 3 } }
#define SUBSEQUENT_OR_SAFETY { { "H", 1 }, { "L", 2 }, { "N", 3 }, { "S", 0 } }
#define REQUIREMENT { { "H", 0 }, { "M", 1 }, { "L", 2 } }

const struct cvss_metric cvss_v4_metrics[V4_COUNT] = {
	[V4_AV] = { "AV", CVSS_BASE, AV },
	[V4_AC] = { "AC", CVSS_BASE, AC },
	[V4_AT] = { "AT", CVSS_BASE, AT },
	[V4_PR] = { "PR", CVSS_BASE, PR },
	[V4_UI] = { "UI", CVSS_BASE, UI },
	[V4_VC] = { "VC", CVSS_BASE, VULNERABLE },
	[V4_VI] = { "VI", CVSS_BASE, VULNERABLE },
	[V4_VA] = { "VA", CVSS_BASE, VULNERABLE },
	[V4_SC] = { "SC", CVSS_BASE, SUBSEQUENT },
	[V4_SI] = { "SI", CVSS_BASE, SUBSEQUENT },
	[V4_SA] = { "SA", CVSS_BASE, SUBSEQUENT },
	[V4_E]  = { "E",  CVSS_TEMPORAL, { { "A", 0 }, { "P", 1 }, { "U", 2 } } },
	[V4_CR] = { "CR", CVSS_ENVIRONMENTAL, REQUIREMENT },
	[V4_IR] = { "IR", CVSS_ENVIRONMENTAL, REQUIREMENT },
	[V4_AR] = { "AR", CVSS_ENVIRONMENTAL, REQUIREMENT },
	[V4_MAV + V4_AV] = { "MAV", CVSS_ENVIRONMENTAL, AV },
	[V4_MAV + V4_AC] = { "MAC", CVSS_ENVIRONMENTAL, AC },
	[V4_MAV + V4_AT] = { "MAT", CVSS_ENVIRONMENTAL, AT },
	[V4_MAV + V4_PR] = { "MPR", CVSS_ENVIRONMENTAL, PR },
	[V4_MAV + V4_UI] = { "MUI", CVSS_ENVIRONMENTAL, UI },
	[V4_MAV + V4_VC] = { "MVC", CVSS_ENVIRONMENTAL, VULNERABLE },
	[V4_MAV + V4_VI] = { "MVI", CVSS_ENVIRONMENTAL, VULNERABLE },
	[V4_MAV + V4_VA] = { "MVA", CVSS_ENVIRONMENTAL, VULNERABLE },
	[V4_MAV + V4_SC] = { "MSC", CVSS_ENVIRONMENTAL, SUBSEQUENT },
	[V4_MAV + V4_SI] = { "MSI", CVSS_ENVIRONMENTAL, SUBSEQUENT_OR_SAFETY },
	[V4_MAV + V4_SA] = { "MSA", CVSS_ENVIRONMENTAL, SUBSEQUENT_OR_SAFETY },
	/* These never change the score. */
	[V4_S]     = { "S",  CVSS_SUPPLEMENTAL, { { "N", 0 }, { "P", 0 } } },
	[V4_S + 1] = { "AU", CVSS_SUPPLEMENTAL, { { "N", 0 }, { "Y", 0 } } },
	[V4_S + 2] = { "R",  CVSS_SUPPLEMENTAL, { { "A", 0 }, { "U", 0 }, { "I", 0 } } },
	[V4_S + 3] = { "V",  CVSS_SUPPLEMENTAL, { { "D", 0 }, { "C", 0 } } },
	[V4_S + 4] = { "RE", CVSS_SUPPLEMENTAL, { { "L", 0 }, { "M", 0 }, { "H", 0 } } },
	[V4_S + 5] = { "U",  CVSS_SUPPLEMENTAL, { { "Clear", 0 }, { "Green", 0 }, { "Amber", 0 }, { "Red", 0 } } },
};

/* Of one class of an axis: its depth, and the worst vectors as steps, in the order they are tried. */
struct class {
	int depth, worst_count;
	int worst[5][6];
};

static const struct class eq1_classes[] = { /* AV PR UI */
	{ 1, 1, { { 0, 0, 0 } } },
	{ 4, 3, { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } } },
	{ 5, 2, { { 3, 0, 0 }, { 1, 1, 1 } } },
};
static const struct class eq2_classes[] = { /* AC AT */
	{ 1, 1, { { 0, 0 } } },
	{ 2, 2, { { 1, 0 }, { 0, 1 } } },
};
static const struct class eq36_classes[3][2] = { /* VC VI VA CR IR AR */
	{ { 7, 1, { { 0, 0, 0, 0, 0, 0 } } },
	  { 6, 2, { { 0, 0, 1, 1, 1, 0 }, { 0, 0, 0, 1, 1, 1 } } } },
	{ { 8, 2, { { 1, 0, 0, 0, 0, 0 }, { 0, 1, 0, 0, 0, 0 } } },
	  { 8, 5, { { 1, 0, 1, 0, 1, 0 }, { 1, 0, 0, 0, 1, 1 }, { 0, 1, 0, 1, 0, 1 }, { 0, 1, 1, 1, 0, 0 },
	            { 1, 1, 0, 0, 0, 1 } } } },
	{ { 1, 0, { { 0 } } }, /* cannot occur */
	  { 10, 1, { { 1, 1, 1, 0, 0, 0 } } } },
};
static const struct class eq4_classes[] = { /* SC SI SA */
	{ 6, 1, { { 1, 0, 0 } } },
	{ 5, 1, { { 1, 1, 1 } } },
	{ 4, 1, { { 2, 2, 2 } } },
};
/* clang-format on */

#define DEPTHS 840 /* every depth divides it */

/* Steps below the worst value of the metrics that make the score, by the metric's place in the base or as E,
 * CR, IR, AR. */
struct steps {
	int of[V4_AR + 1];
};

static int step(enum cvss_v4_metric m, uint8_t value)
{
	return (int)cvss_weight(&cvss_v4_metrics[m], value, 0);
}

/* What is not defined counts as the worst: E as A, the requirements as H. */
static struct steps steps_of(const struct cvss *c)
{
	struct steps s = { { 0 } };

	for (enum cvss_v4_metric i = V4_AV; i <= V4_SA; i++) {
		uint8_t modified = c->value[V4_MAV + i];

		s.of[i] = modified ? step(V4_MAV + i, modified) : step(i, c->value[i]);
	}
	for (enum cvss_v4_metric i = V4_E; i <= V4_AR; i++)
		s.of[i] = step(i, c->value[i]);
	return s;
}

static bool harmless(const struct steps *s)
{
	return s->of[V4_VC] == 2 && s->of[V4_VI] == 2 && s->of[V4_VA] == 2 && s->of[V4_SC] == 3 &&
	       s->of[V4_SI] == 3 && s->of[V4_SA] == 3;
}

/* Specification, tables 24 to 29. A step of 0 is the worst value of each metric but SC, SI and SA, where H
 * is 1. */
static struct cvss_macro macro_of(const struct steps *s)
{
	const int *of = s->of;
	int worst = (of[V4_AV] == 0) + (of[V4_PR] == 0) + (of[V4_UI] == 0);
	bool high = of[V4_VC] == 0 || of[V4_VI] == 0 || of[V4_VA] == 0;
	bool spreads = of[V4_SC] == 1 || of[V4_SI] == 1 || of[V4_SA] == 1;
	bool needed = (of[V4_CR] == 0 && of[V4_VC] == 0) || (of[V4_IR] == 0 && of[V4_VI] == 0) ||
		      (of[V4_AR] == 0 && of[V4_VA] == 0);

	return (struct cvss_macro){
		.eq1 = worst == 3		     ? 0
		       : worst > 0 && of[V4_AV] != 3 ? 1
						     : 2,
		.eq2 = of[V4_AC] == 0 && of[V4_AT] == 0 ? 0 : 1,
		.eq3 = of[V4_VC] == 0 && of[V4_VI] == 0 ? 0
		       : high				? 1
							: 2,
		.eq4 = of[V4_SI] == 0 || of[V4_SA] == 0 ? 0
		       : spreads			? 1
							: 2,
		.eq5 = of[V4_E],
		.eq6 = needed ? 0 : 1,
	};
}

/* How many steps the metrics stand below the first worst vector that none of them is above. */
static int distance(const struct class *class, const int *metrics, int count)
{
	for (int i = 0; i < class->worst_count; i++) {
		int sum = 0, j = 0;

		while (j < count && metrics[j] >= class->worst[i][j]) {
			sum += metrics[j] - class->worst[i][j];
			j++;
		}
		if (j == count)
			return sum;
	}
	return 0;
}

/* The score of the next lower macro vector in EQ3 and EQ6; the higher where there are two; -1 if none. */
static int next_of_eq36(struct cvss_macro m)
{
	struct cvss_macro down3 = m, down6 = m;
	int score3, score6;

	down3.eq3++;
	down6.eq6++;
	if (m.eq6 == 1)
		return m.eq3 < 2 ? cvss_v4_lookup(down3) : -1;
	if (m.eq3 == 1)
		return cvss_v4_lookup(down6);
	score3 = cvss_v4_lookup(down3);
	score6 = cvss_v4_lookup(down6);
	return score3 > score6 ? score3 : score6;
}

struct axis {
	int next; /* tenths; -1: nothing lower */
	const struct class *class;
	int metrics[6];
	int count;
};

static void axes_of(const struct steps *s, struct cvss_macro m, struct axis out[4])
{
	const int *of = s->of;
	struct cvss_macro down1 = m, down2 = m, down4 = m;

	down1.eq1++;
	down2.eq2++;
	down4.eq4++;
	out[0] = (struct axis){ m.eq1 < 2 ? cvss_v4_lookup(down1) : -1, &eq1_classes[m.eq1],
		{ of[V4_AV], of[V4_PR], of[V4_UI] }, 3 };
	out[1] = (struct axis){ m.eq2 < 1 ? cvss_v4_lookup(down2) : -1, &eq2_classes[m.eq2],
		{ of[V4_AC], of[V4_AT] }, 2 };
	out[2] = (struct axis){ next_of_eq36(m), &eq36_classes[m.eq3][m.eq6],
		{ of[V4_VC], of[V4_VI], of[V4_VA], of[V4_CR], of[V4_IR], of[V4_AR] }, 6 };
	out[3] = (struct axis){ m.eq4 < 2 ? cvss_v4_lookup(down4) : -1, &eq4_classes[m.eq4],
		{ of[V4_SC], of[V4_SI], of[V4_SA] }, 3 };
}

static int score(const struct cvss *c)
{
	struct steps s = steps_of(c);
	struct cvss_macro m = macro_of(&s);
	struct axis axes[4];
	int top = cvss_v4_lookup(m), lowered = 0, axis_count = m.eq5 < 2, whole, result;

	if (harmless(&s))
		return 0;
	axes_of(&s, m, axes);
	for (int i = 0; i < 4; i++) {
		if (axes[i].next < 0)
			continue;
		lowered += (top - axes[i].next) * distance(axes[i].class, axes[i].metrics, axes[i].count) *
			   (DEPTHS / axes[i].class->depth);
		axis_count++;
	}
	if (axis_count == 0)
		return top;
	whole = DEPTHS * axis_count;
	result = (2 * (top * whole - lowered) + whole) / (2 * whole);
	return result > 0 ? result : 0;
}

void cvss_v4_score(const struct cvss *c, struct cvss_scores *out)
{
	struct cvss base = *c;
	int whole = score(c);

	memset(base.value + V4_E, 0, sizeof(base.value) - V4_E);
	*out = (struct cvss_scores){ score(&base), -1, -1, whole, -1, -1 };
}
