/*
 * ssvc - CERT/CC's Stakeholder-Specific Vulnerability Categorization: the tables of the supplier, which a
 * manufacturer is for its devices, and of the deployer, which it is for what it runs itself.
 *
 * Tables: supplier patch development priority 1.0.0, deployer patch application priority 1.0.0,
 * utility 1.0.0, human impact 1.0.0, public safety impact 1.0.0. An outcome is shown to people beside EPSS
 * and KEV; it is no fact, and nothing decides by it.
 */
#pragma once
#include "base/str.h"

enum ssvc_point {
	SSVC_EXPLOITATION,
	SSVC_AUTOMATABLE,
	SSVC_VALUE_DENSITY,
	SSVC_TECHNICAL_IMPACT,
	SSVC_SAFETY_IMPACT,
	SSVC_EXPOSURE,
	SSVC_MISSION_IMPACT,
	SSVC_POINT_COUNT
};

/* The words of each point, from the least on, separated by "|". */
#define SSVC_EXPLOITATION_WORDS "none|public_poc|active"
#define SSVC_AUTOMATABLE_WORDS "no|yes"
#define SSVC_VALUE_DENSITY_WORDS "diffuse|concentrated"
#define SSVC_TECHNICAL_IMPACT_WORDS "partial|total"
#define SSVC_SAFETY_IMPACT_WORDS "negligible|marginal|critical|catastrophic"
#define SSVC_EXPOSURE_WORDS "small|controlled|open"
#define SSVC_MISSION_IMPACT_WORDS "degraded|mef_support_crippled|mef_failure|mission_failure"

/* Its key in records: "value_density". */
const char *ssvc_point_key(enum ssvc_point point);
const char *ssvc_point_words(enum ssvc_point point);

/* Of each point the place of its word, -1 where it is not answered. */
struct ssvc_answers {
	int at[SSVC_POINT_COUNT];
};
struct ssvc_answers ssvc_unanswered(void);
/* False where it is none of the point's words. */
bool ssvc_answer(struct ssvc_answers *answers, enum ssvc_point point, struct str word);

enum ssvc_outcome {
	SSVC_OPEN,
	SSVC_DEFER,
	SSVC_SCHEDULED,
	SSVC_OUT_OF_CYCLE,
	SSVC_IMMEDIATE,
	SSVC_OUTCOME_COUNT
};
/* "not answered", "defer", "scheduled", "out-of-cycle", "immediate". */
const char *ssvc_outcome_word(enum ssvc_outcome outcome);

struct ssvc_result {
	int utility;	   /* 0 laborious, 1 efficient, 2 super effective; -1: not answered */
	int public_safety; /* 0 minimal, 1 significant */
	int human_impact;  /* 0 low, 1 medium, 2 high, 3 very high */
	enum ssvc_outcome supplier, deployer;
};
struct ssvc_result ssvc_derive(const struct ssvc_answers *answers);
