/*
 * csaf_cvss - the tests of CVSS objects, and FIRST's JSON schemas of 2.0, 3.0 and 3.1 as tables.
 */
#include "publishing/csaf/csaf_cvss.h"

#include "assessment/cvss.h"
#include "base/number.h"
#include "publishing/csaf/csaf_checking.h"

#define VECTOR_BYTES_MOST 512

/* A key that repeats a metric of the vector. */
struct metric_key {
	const char *key, *metric;
	bool is_base;	    /* never NOT_DEFINED */
	const char *values; /* of the vector, and the words for them */
};

/* clang-format off */
#define REQUIREMENT "L LOW|M MEDIUM|H HIGH"
#define VECTOR_3 "N NETWORK|A ADJACENT_NETWORK|L LOCAL|P PHYSICAL"
#define PRIVILEGES "H HIGH|L LOW|N NONE"
#define IMPACT_2 "N NONE|P PARTIAL|C COMPLETE"

static const struct metric_key keys_2[] = {
	{ "accessVector", "AV", true, "N NETWORK|A ADJACENT_NETWORK|L LOCAL" },
	{ "accessComplexity", "AC", true, "H HIGH|M MEDIUM|L LOW" },
	{ "authentication", "Au", true, "M MULTIPLE|S SINGLE|N NONE" },
	{ "confidentialityImpact", "C", true, IMPACT_2 },
	{ "integrityImpact", "I", true, IMPACT_2 },
	{ "availabilityImpact", "A", true, IMPACT_2 },
	{ "exploitability", "E", false, "U UNPROVEN|POC PROOF_OF_CONCEPT|F FUNCTIONAL|H HIGH" },
	{ "remediationLevel", "RL", false, "OF OFFICIAL_FIX|TF TEMPORARY_FIX|W WORKAROUND|U UNAVAILABLE" },
	{ "reportConfidence", "RC", false, "UC UNCONFIRMED|UR UNCORROBORATED|C CONFIRMED" },
	{ "collateralDamagePotential", "CDP", false, "N NONE|L LOW|LM LOW_MEDIUM|MH MEDIUM_HIGH|H HIGH" },
	{ "targetDistribution", "TD", false, "N NONE|L LOW|M MEDIUM|H HIGH" },
	{ "confidentialityRequirement", "CR", false, REQUIREMENT },
	{ "integrityRequirement", "IR", false, REQUIREMENT },
	{ "availabilityRequirement", "AR", false, REQUIREMENT },
	{ NULL, NULL, false, NULL },
};

static const struct metric_key keys_3[] = {
	{ "attackVector", "AV", true, VECTOR_3 },
	{ "attackComplexity", "AC", true, "H HIGH|L LOW" },
	{ "privilegesRequired", "PR", true, PRIVILEGES },
	{ "userInteraction", "UI", true, "N NONE|R REQUIRED" },
	{ "scope", "S", true, "U UNCHANGED|C CHANGED" },
	{ "confidentialityImpact", "C", true, PRIVILEGES },
	{ "integrityImpact", "I", true, PRIVILEGES },
	{ "availabilityImpact", "A", true, PRIVILEGES },
	{ "exploitCodeMaturity", "E", false, "U UNPROVEN|P PROOF_OF_CONCEPT|F FUNCTIONAL|H HIGH" },
	{ "remediationLevel", "RL", false, "O OFFICIAL_FIX|T TEMPORARY_FIX|W WORKAROUND|U UNAVAILABLE" },
	{ "reportConfidence", "RC", false, "U UNKNOWN|R REASONABLE|C CONFIRMED" },
	{ "confidentialityRequirement", "CR", false, REQUIREMENT },
	{ "integrityRequirement", "IR", false, REQUIREMENT },
	{ "availabilityRequirement", "AR", false, REQUIREMENT },
	{ "modifiedAttackVector", "MAV", false, VECTOR_3 },
	{ "modifiedAttackComplexity", "MAC", false, "H HIGH|L LOW" },
	{ "modifiedPrivilegesRequired", "MPR", false, PRIVILEGES },
	{ "modifiedUserInteraction", "MUI", false, "N NONE|R REQUIRED" },
	{ "modifiedScope", "MS", false, "U UNCHANGED|C CHANGED" },
	{ "modifiedConfidentialityImpact", "MC", false, PRIVILEGES },
	{ "modifiedIntegrityImpact", "MI", false, PRIVILEGES },
	{ "modifiedAvailabilityImpact", "MA", false, PRIVILEGES },
	{ NULL, NULL, false, NULL },
};
/* clang-format on */
#define SEVERITIES "NONE|LOW|MEDIUM|HIGH|CRITICAL"
#define SCORES "baseScore|temporalScore|environmentalScore"

static const struct metric_key *keys_of(bool is_v2)
{
	return is_v2 ? keys_2 : keys_3;
}

bool csaf_cvss_has_key(struct str key, bool is_v2)
{
	for (const struct metric_key *k = keys_of(is_v2); k->key; k++)
		if (str_eq(str_of(k->key), key))
			return true;
	return csaf_is_word(key, "version|vectorString|" SCORES) ||
	       (!is_v2 && csaf_is_word(key, "baseSeverity|temporalSeverity|environmentalSeverity"));
}

/* The vector's value for a word of the key; empty where there is none such. */
static struct str value_of(const struct metric_key *key, struct str word)
{
	struct str rest = str_of(key->values), pair, value;

	while (str_next(&rest, '|', &pair))
		if (str_cut(&pair, ' ', &value) && str_eq(pair, word))
			return value;
	return STR("");
}

/* A CVSS object of the document. */
struct scored {
	const struct json_node *at, *vector;
	bool is_v2, read; /* read: its vector could be */
	struct cvss cvss;
};

struct scored_list {
	struct scored *at;
	size_t count;
};

static void add_scored(struct json_nodes nodes, bool is_v2, struct scored_list *to)
{
	for (size_t i = 0; i < nodes.count; i++) {
		struct scored *s = &to->at[to->count++];
		struct err unread;

		*s = (struct scored){ .at = nodes.at[i], .is_v2 = is_v2 };
		s->vector = json_node_get(s->at, STR("vectorString"));
		s->read = cvss_parse(json_node_text(s->vector), &s->cvss, &unread) &&
			  (s->cvss.version == CVSS_2_0) == is_v2 && s->cvss.version != CVSS_4_0;
	}
}

static struct scored_list scored_in(struct csaf_checking *c, const struct json_node *at, const char *prefix)
{
	char path[64];
	struct json_nodes v2, v3;
	struct scored_list list = { 0 };

	snprintf(path, sizeof(path), "%scvss_v2", prefix);
	v2 = csaf_find_in(c, at, path);
	snprintf(path, sizeof(path), "%scvss_v3", prefix);
	v3 = csaf_find_in(c, at, path);
	list.at = arena_alloc(c->scratch, v2.count + v3.count, sizeof(*list.at));
	add_scored(v2, true, &list);
	add_scored(v3, false, &list);
	return list;
}

static struct scored_list all_scored(struct csaf_checking *c)
{
	return scored_in(c, c->root, "vulnerabilities/?/scores/?/");
}

void csaf_test_scored_twice(struct csaf_checking *c)
{
	struct json_nodes having = csaf_vulnerabilities_with(c, "scores");

	for (size_t i = 0; i < having.count; i++) {
		struct json_nodes scores = csaf_find_in(c, having.at[i], "scores/?");
		SCOPED_INTERN *seen = intern_new();

		for (size_t k = 0; k < scores.count; k++) {
			struct scored_list list = scored_in(c, scores.at[k], "");
			struct json_nodes products = csaf_find_in(c, scores.at[k], "products/?");

			for (size_t n = 0; n < list.count * products.count; n++) {
				const struct json_node *product = products.at[n / list.count];
				struct str version =
				    json_node_field(list.at[n % list.count].at, STR("version"));
				uint32_t before = intern_count(seen);

				if (intern_add(seen,
					arena_printf(c->scratch, STR_FMT "|" STR_FMT, STR_WHOLE(version),
					    STR_WHOLE(json_node_text(product)))) != before)
					csaf_fault(c, product,
					    "\"" STR_FMT "\" has another score of CVSS " STR_FMT,
					    STR_ARG(json_node_text(product)), STR_ARG(version));
			}
		}
	}
}

static void check_vector(struct csaf_checking *c, const struct scored *s)
{
	struct str version = json_node_field(s->at, STR("version"));
	struct cvss cvss;
	struct err e = { 0 };

	if (!csaf_is_word(version, s->is_v2 ? "2.0" : "3.0|3.1"))
		csaf_fault(c, s->at, "version \"" STR_FMT "\" is not %s", STR_ARG(version),
		    s->is_v2 ? "2.0" : "3.0 or 3.1");
	if (!s->vector)
		return;
	if (!cvss_parse(json_node_text(s->vector), &cvss, &e))
		csaf_fault(c, s->vector, "%s", e.text);
	else if (!str_eq(str_of(cvss_version_name(cvss.version)), version))
		csaf_fault(c, s->vector, "a vector of CVSS %s in an object of " STR_FMT,
		    cvss_version_name(cvss.version), STR_ARG(version));
	else if (str_starts(s->vector->text, STR("(")))
		csaf_fault(c, s->vector, "it stands in parentheses");
}

static void check_score(struct csaf_checking *c, const struct json_node *at)
{
	int64_t millionths = 0;

	if (at->kind != JSON_NUMBER || !number_decimal(at->text, 6, &millionths) || millionths < 0 ||
	    millionths > 10000000)
		csaf_fault(c, at, "expected a number from 0 to 10, found \"" STR_FMT "\"", STR_ARG(at->text));
}

static void check_metric_words(struct csaf_checking *c, const struct scored *s)
{
	for (const struct metric_key *k = keys_of(s->is_v2); k->key; k++) {
		const struct json_node *at = json_node_get(s->at, str_of(k->key));
		bool is_undefined = !k->is_base && str_eq(json_node_text(at), STR("NOT_DEFINED"));

		if (at && !is_undefined && value_of(k, json_node_text(at)).len == 0)
			csaf_fault(c, at, "%s has no value \"" STR_FMT "\"", k->key, STR_ARG(at->text));
	}
}

void csaf_test_cvss(struct csaf_checking *c)
{
	static const char *const needed[] = { "version", "vectorString", "baseScore", "baseSeverity" };
	struct scored_list list = all_scored(c);

	for (size_t i = 0; i < list.count; i++) {
		const struct scored *s = &list.at[i];

		if (s->at->kind != JSON_OBJECT)
			continue; /* the schema's fault */
		for (size_t k = 0; k < COUNT(needed) - s->is_v2; k++)
			if (!json_node_get(s->at, str_of(needed[k])))
				csaf_fault(c, s->at, "%s is missing", needed[k]);
		check_vector(c, s);
		check_metric_words(c, s);
		for (const struct json_node *at = s->at->first; at; at = at->next) {
			if (csaf_is_word(at->key, SCORES))
				check_score(c, at);
			if (!s->is_v2 && str_ends(at->key, STR("Severity")) &&
			    csaf_cvss_has_key(at->key, false) &&
			    !csaf_is_word(json_node_text(at), SEVERITIES))
				csaf_fault(c, at, "expected one of " SEVERITIES ", found \"" STR_FMT "\"",
				    STR_ARG(at->text));
		}
	}
}

static bool says_score(const struct json_node *at, int tenths)
{
	int64_t millionths;

	return at->kind == JSON_NUMBER && number_decimal(at->text, 6, &millionths) &&
	       millionths == (int64_t)tenths * 100000;
}

/* A score and its severity, where they are given. */
static void check_computed(struct csaf_checking *c, const struct scored *s, const char *name, int tenths)
{
	char key[32];
	const struct json_node *score, *severity;
	const char *band = cvss_band_name(cvss_band(s->cvss.version, tenths));

	snprintf(key, sizeof(key), "%sScore", name);
	score = json_node_get(s->at, str_of(key));
	snprintf(key, sizeof(key), "%sSeverity", name);
	severity = s->is_v2 ? NULL : json_node_get(s->at, str_of(key));
	if (tenths < 0)
		return;
	if (score && !says_score(score, tenths))
		csaf_fault(c, score, "the vector gives %d.%d, not " STR_FMT, tenths / 10, tenths % 10,
		    STR_ARG(score->text));
	if (severity && !str_eq_nocase(json_node_text(severity), str_of(band)))
		csaf_fault(c, severity, "a score of %d.%d is %s, not " STR_FMT, tenths / 10, tenths % 10,
		    band, STR_ARG(severity->text));
}

/* The environmental score of a vector that defines none of its metrics. The equations of 3.1 give another
 * than the temporal score where the scope changes (7.3), and calculators print that; neither is wrong. */
static int neutral_environmental(const struct scored *s, int temporal)
{
	const struct json_node *said = json_node_get(s->at, STR("environmentalScore"));
	SCOPED_BUF vector = buf_new(VECTOR_BYTES_MOST);
	struct cvss_scores scores;
	struct cvss cvss;
	struct err unread;

	if (s->is_v2 || !said || says_score(said, temporal))
		return temporal;
	cvss_write(&s->cvss, &vector);
	buf_add(&vector, STR("/CR:M")); /* weighs 1, as one that is not defined */
	if (!cvss_parse(buf_str(&vector), &cvss, &unread))
		return temporal;
	cvss_score(&cvss, &scores);
	return scores.environmental;
}

/* Where the vector defines nothing of the kind, the score is that of the kind before. */
void csaf_test_computation(struct csaf_checking *c)
{
	struct scored_list list = all_scored(c);

	for (size_t i = 0; i < list.count; i++) {
		const struct scored *s = &list.at[i];
		struct cvss_scores scores;

		if (!s->read)
			continue;
		cvss_score(&s->cvss, &scores);
		check_computed(c, s, "base", scores.base);
		if (scores.temporal < 0)
			scores.temporal = scores.base;
		check_computed(c, s, "temporal", scores.temporal);
		check_computed(c, s, "environmental",
		    scores.environmental < 0 ? neutral_environmental(s, scores.temporal)
					     : scores.environmental);
	}
}

/* A metric that the vector leaves undefined may be defined by its key alone (6.2.19 counts on that). */
void csaf_test_metrics(struct csaf_checking *c)
{
	struct scored_list list = all_scored(c);

	for (size_t i = 0; i < list.count; i++) {
		const struct scored *s = &list.at[i];

		for (const struct metric_key *k = keys_of(s->is_v2); k->key && s->read; k++) {
			const struct json_node *at = json_node_get(s->at, str_of(k->key));
			struct str said = value_of(k, json_node_text(at));
			struct str value = cvss_value(&s->cvss, str_of(k->metric));

			if (at && value.len && !str_eq(said, value))
				csaf_fault(c, at, "the vector has %s:" STR_FMT ", not " STR_FMT, k->metric,
				    STR_ARG(value), STR_ARG(at->text));
		}
	}
}

/* The score in the surroundings of a product that has the fix: of the vector, with the metrics that only keys
 * define, which a writer may add for this (6.2.19). */
static int fixed_score(const struct scored *s)
{
	SCOPED_BUF vector = buf_new(VECTOR_BYTES_MOST);
	struct cvss_scores scores;
	struct cvss cvss;
	struct err unread;

	cvss_write(&s->cvss, &vector);
	for (const struct metric_key *k = keys_of(s->is_v2); k->key; k++) {
		struct str said = value_of(k, json_node_field(s->at, str_of(k->key)));

		if (said.len && cvss_value(&s->cvss, str_of(k->metric)).len == 0)
			buf_printf(&vector, "/%s:" STR_FMT, k->metric, STR_ARG(said));
	}
	if (!cvss_parse(buf_str(&vector), &cvss, &unread))
		return -1;
	cvss_score(&cvss, &scores);
	return scores.environmental >= 0 ? scores.environmental : scores.base;
}

void csaf_test_fixed_score(struct csaf_checking *c)
{
	struct json_nodes having = csaf_vulnerabilities_with(c, "scores");

	for (size_t i = 0; i < having.count; i++) {
		const struct json_node *v = having.at[i];
		struct json_nodes fixed = csaf_in_status(c, v, "first_fixed|fixed");
		struct json_nodes scores = csaf_find_in(c, v, "scores/?");
		SCOPED_INTERN *ids = intern_new();

		for (size_t k = 0; k < fixed.count; k++)
			intern_add(ids, json_node_text(fixed.at[k]));
		for (size_t k = 0; k < scores.count && fixed.count > 0; k++) {
			struct json_nodes products = csaf_find_in(c, scores.at[k], "products/?");
			struct scored_list list = scored_in(c, scores.at[k], "");

			for (size_t n = 0; n < products.count; n++)
				if (intern_find(ids, json_node_text(products.at[n])) != INTERN_NONE)
					for (size_t m = 0; m < list.count; m++)
						if (list.at[m].read && fixed_score(&list.at[m]) != 0)
							csaf_fault(c, products.at[n],
							    "it is fixed, and its environmental score is "
							    "not 0");
		}
	}
}

void csaf_test_only_cvss_2(struct csaf_checking *c)
{
	struct json_nodes scores = csaf_find(c, "vulnerabilities/?/scores/?");

	for (size_t i = 0; i < scores.count; i++)
		if (json_node_get(scores.at[i], STR("cvss_v2")) &&
		    !json_node_get(scores.at[i], STR("cvss_v3")))
			csaf_fault(c, scores.at[i], "its only score is of CVSS 2.0");
}

void csaf_test_cvss_3_0(struct csaf_checking *c)
{
	struct json_nodes objects = csaf_find(c, "vulnerabilities/?/scores/?/cvss_v3");

	for (size_t i = 0; i < objects.count; i++)
		if (str_eq(json_node_field(objects.at[i], STR("version")), STR("3.0")))
			csaf_fault(c, objects.at[i], "CVSS 3.0");
}
