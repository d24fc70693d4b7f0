#include "assessment/ssvc.h"

static const struct {
	const char *key, *words;
} points[] = {
	[SSVC_EXPLOITATION] = { "exploitation", SSVC_EXPLOITATION_WORDS },
	[SSVC_AUTOMATABLE] = { "automatable", SSVC_AUTOMATABLE_WORDS },
	[SSVC_VALUE_DENSITY] = { "value_density", SSVC_VALUE_DENSITY_WORDS },
	[SSVC_TECHNICAL_IMPACT] = { "technical_impact", SSVC_TECHNICAL_IMPACT_WORDS },
	[SSVC_SAFETY_IMPACT] = { "safety_impact", SSVC_SAFETY_IMPACT_WORDS },
	[SSVC_EXPOSURE] = { "exposure", SSVC_EXPOSURE_WORDS },
	[SSVC_MISSION_IMPACT] = { "mission_impact", SSVC_MISSION_IMPACT_WORDS },
};
_Static_assert(COUNT(points) == SSVC_POINT_COUNT, "a row for every point");

/* By safety impact, then mission impact: low, medium, high, very high. */
static const char human_impact[4][4 + 1] = { "LLMV", "LLMV", "MHHV", "VVVV" };

/* By exploitation and utility: partial and minimal, partial and significant, total and minimal, total and
 * significant. */
static const char supplier[3][3][4 + 1] = {
	{ "DSSO", "SOSO", "SOOO" },
	{ "SOSI", "SIOI", "OIOI" },
	{ "OIOI", "OIOI", "IIII" },
};

/* By exposure, automatable and exploitation: human impact low to very high. */
static const char deployer[3][2][3][4 + 1] = {
	{ { "DDSS", "DSSS", "SSOO" }, { "DSSS", "SSSS", "SOOO" } },
	{ { "DSSS", "DSSS", "SSOO" }, { "SSSS", "SSSO", "OOOO" } },
	{ { "DSSS", "SSSO", "SOOI" }, { "SSSO", "SSOO", "OOII" } },
};

const char *ssvc_point_key(enum ssvc_point point)
{
	return points[point].key;
}

const char *ssvc_point_words(enum ssvc_point point)
{
	return points[point].words;
}

struct ssvc_answers ssvc_unanswered(void)
{
	struct ssvc_answers answers;

	for (int i = 0; i < SSVC_POINT_COUNT; i++)
		answers.at[i] = -1;
	return answers;
}

bool ssvc_answer(struct ssvc_answers *answers, enum ssvc_point point, struct str word)
{
	struct str rest = str_of(points[point].words), one;

	for (int i = 0; str_next(&rest, '|', &one); i++)
		if (str_eq(one, word)) {
			answers->at[point] = i;
			return true;
		}
	return false;
}

const char *ssvc_outcome_word(enum ssvc_outcome outcome)
{
	static const char *const words[] = {
		[SSVC_OPEN] = "not answered",
		[SSVC_DEFER] = "defer",
		[SSVC_SCHEDULED] = "scheduled",
		[SSVC_OUT_OF_CYCLE] = "out-of-cycle",
		[SSVC_IMMEDIATE] = "immediate",
	};

	_Static_assert(COUNT(words) == SSVC_OUTCOME_COUNT, "a word for every outcome");
	return words[outcome];
}

/* Where a letter stands among those of a scale, from the least on. */
static int place(const char *scale, char letter)
{
	return (int)(strchr(scale, letter) - scale);
}

static enum ssvc_outcome outcome_of(char letter)
{
	return (enum ssvc_outcome)(SSVC_DEFER + place("DSOI", letter));
}

struct ssvc_result ssvc_derive(const struct ssvc_answers *answers)
{
	const int *at = answers->at;
	struct ssvc_result r = { .utility = -1, .public_safety = -1, .human_impact = -1 };
	int exploitation = at[SSVC_EXPLOITATION], automatable = at[SSVC_AUTOMATABLE];
	int technical = at[SSVC_TECHNICAL_IMPACT], safety = at[SSVC_SAFETY_IMPACT];
	int exposure = at[SSVC_EXPOSURE], mission = at[SSVC_MISSION_IMPACT];

	if (automatable >= 0 && at[SSVC_VALUE_DENSITY] >= 0)
		r.utility = automatable + at[SSVC_VALUE_DENSITY];
	if (safety >= 0)
		r.public_safety = safety > 0;
	if (safety >= 0 && mission >= 0)
		r.human_impact = place("LMHV", human_impact[safety][mission]);
	if (exploitation >= 0 && r.utility >= 0 && technical >= 0 && r.public_safety >= 0)
		r.supplier = outcome_of(supplier[exploitation][r.utility][2 * technical + r.public_safety]);
	if (exposure >= 0 && automatable >= 0 && exploitation >= 0 && r.human_impact >= 0)
		r.deployer = outcome_of(deployer[exposure][automatable][exploitation][r.human_impact]);
	return r;
}
