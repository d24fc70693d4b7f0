/*
 * cvss_tables - what the specifications list: metrics, values, weights. For cvss*.c only.
 */
#pragma once
#include "assessment/cvss.h"

enum cvss_group { CVSS_BASE, CVSS_TEMPORAL /* 4.0: threat */, CVSS_ENVIRONMENTAL, CVSS_SUPPLEMENTAL };

/* A value not defined (X, ND) is in no list: every group but the base may leave it out. Names are padded with
 * zeros, so that they are compared at once. */
struct cvss_metric {
	char name[8];
	enum cvss_group group;
	struct {
		char name[8];
		double weight; /* 4.0: how many steps below the worst */
	} values[6];	       /* ends at a value without a name */
};

/* Where the metrics stand in struct cvss. */
enum cvss_v2_metric {
	V2_AV,
	V2_AC,
	V2_AU,
	V2_C,
	V2_I,
	V2_A,
	V2_E,
	V2_RL,
	V2_RC,
	V2_CDP,
	V2_TD,
	V2_CR,
	V2_IR,
	V2_AR,
	V2_COUNT
};

enum cvss_v3_metric {
	V3_AV,
	V3_AC,
	V3_PR,
	V3_UI,
	V3_S,
	V3_C,
	V3_I,
	V3_A,
	V3_E,
	V3_RL,
	V3_RC,
	V3_CR,
	V3_IR,
	V3_AR,
	V3_MAV, /* from here the modified base metrics, in the order of the base */
	V3_COUNT = V3_MAV + (V3_A - V3_AV + 1)
};

enum cvss_v4_metric {
	V4_AV,
	V4_AC,
	V4_AT,
	V4_PR,
	V4_UI,
	V4_VC,
	V4_VI,
	V4_VA,
	V4_SC,
	V4_SI,
	V4_SA,
	V4_E,
	V4_CR,
	V4_IR,
	V4_AR,
	V4_MAV, /* from here the modified base metrics, in the order of the base */
	V4_S = V4_MAV + (V4_SA - V4_AV + 1), /* from here the supplemental ones */
	V4_COUNT = V4_S + 6
};

extern const struct cvss_metric cvss_v2_metrics[V2_COUNT];
extern const struct cvss_metric cvss_v3_metrics[V3_COUNT];
extern const struct cvss_metric cvss_v4_metrics[V4_COUNT];

/* From a vector of its version. The first two leave out->score to cvss_score(). */
void cvss_v2_score(const struct cvss *c, struct cvss_scores *out);
void cvss_v3_score(const struct cvss *c, struct cvss_scores *out);
void cvss_v4_score(const struct cvss *c, struct cvss_scores *out);

/* Whether the vector defines a metric of the group. */
bool cvss_has(const struct cvss *c, enum cvss_group group);

/* Whether the vector defines one of the metrics from first to before last. */
static inline bool cvss_defines(const struct cvss *c, size_t first, size_t last)
{
	for (; first < last; first++)
		if (c->value[first])
			return true;
	return false;
}

/* The weight of a value; otherwise where it is not defined. */
static inline double cvss_weight(const struct cvss_metric *m, uint8_t value, double otherwise)
{
	return value ? m->values[value - 1].weight : otherwise;
}

/* The digits of a 4.0 macro vector, EQ1 to EQ6; 0 is the worst. */
struct cvss_macro {
	int eq1, eq2, eq3, eq4, eq5, eq6;
};

/* The score of a macro vector in tenths; -1 for EQ3 2 with EQ6 0, which cannot occur. */
int cvss_v4_lookup(struct cvss_macro m);
