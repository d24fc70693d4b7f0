#include "reports/casefile_words.h"

#define WORDS(function, enum_type, count, ...)                                                               \
	const char *function(enum_type value)                                                                \
	{                                                                                                    \
		static const char *const words[] = { __VA_ARGS__ };                                          \
                                                                                                             \
		_Static_assert(COUNT(words) == (count), "words for every value of " #enum_type);             \
		return words[value];                                                                         \
	}

WORDS(words_scope, enum scope, SCOPE_COUNT, "Within the scope of the guidance",
    "Outside the scope of the guidance", "Stock recovery: no unit has left the firm's control",
    "Not affected by the vulnerability")
WORDS(words_risk, enum risk, RISK_COUNT, "Controlled", "Uncontrolled", "Not determined")
WORDS(words_discretion, enum discretion, DISCRETION_COUNT, "not needed",
    "provisional: conditions are pending", "applies: all four conditions are met",
    "not available: a condition has failed")
WORDS(words_806, enum report_806, REPORT_COUNT, "No report required",
    "FDA does not intend to enforce reporting", "Report required",
    "Report required once a correction or removal is initiated", "Open while conditions are pending")
WORDS(words_condition, enum condition_id, CONDITION_COUNT, "No known death or serious adverse event",
    "Told, controlled and planned by day 30", "Fixed, validated and distributed by day 60",
    "Active in an ISAO that gets every communication")
WORDS(words_retention, enum retention_rule, RETENTION_COUNT,
    "not known: the expected life of the device or its last distribution is missing",
    "two years beyond the expected life of the device", "ten years",
    "the file of an event: two years from it, or the expected life of the device")
WORDS(words_obligation, enum obligation_kind, OBLIGATION_KIND_COUNT, "Tell customers and user community",
    "Find interim controls and plan the remediation", "Distribute a validated fix",
    "Share the communication with the ISAO", "Report to FDA under part 806", "Amend the 806 report",
    "30-day medical device report", "5-day medical device report", "Supplement to a medical device report",
    "Share the event with the other applicant", "Tell FDA in the periodic report",
    "Make the record of 806.20", "Evaluate the need for a premarket submission",
    "Assess the accepted risk again", "Update as soon as possible, out of cycle",
    "Update on the regular cycle", "Acknowledge the receipt",
    "Submit an item that the 806 report did not have", "Assess again: what it rests on has changed",
    "Summary report of malfunctions", "Decide whether it is a reportable event", "Sign",
    "Keep the record of 806.20", "Keep the file of the event", "Keep the casefile")

const char *words_besides(const struct obligation *o)
{
	static const char *const unknown[] = { NULL, "not known: the expected life of the device is missing",
		"not known: the last distribution of the device is missing",
		"not known: the expected life of the device and its last distribution are missing" };

	_Static_assert(COUNT(unknown) == KEEP_UNKNOWN_COUNT, "words for each");
	if (!obligation_is_kept(o->kind))
		return o->says;
	if (o->unknown == KEEP_KNOWN)
		return words_retention(o->rule);
	if (o->kind == OBLIGATION_KEEP_EVENT_FILE)
		return "not known: the expected life of the device is missing; two years from the event at "
		       "least";
	return unknown[o->unknown];
}

WORDS(words_mdr, enum mdr_kind, MDR_KIND_COUNT, "30-day report", "5-day report",
    "summary report of its quarter")
WORDS(words_cell, enum cell, 5, "not judged", "controlled", "controlled, borderline",
    "uncontrolled, borderline", "uncontrolled")
WORDS(words_exploitability, enum exploitability, 4, "not judged", "low", "medium", "high")
WORDS(words_severity, enum severity, 7, "not judged", "none", "negligible", "minor", "serious", "critical",
    "catastrophic")

WORDS(words_event, enum event_kind, 4, "event", "death", "serious injury", "malfunction")

const char *words_recipient(const char *to)
{
	static const char *const known[][2] = { { "fda", "FDA" }, { "isao", "ISAO" },
		{ "file", "the file" } };

	for (size_t i = 0; i < COUNT(known); i++)
		if (strcmp(to, known[i][0]) == 0)
			return known[i][1];
	return to;
}

static const char *const pathways[][2] = { { "510k", "510(k)" }, { "pma", "PMA" }, { "pdp", "PDP" },
	{ "denovo", "De Novo" }, { "hde", "HDE" }, { "bla", "BLA" }, { "nda", "NDA" } };

struct str words_pathway(struct str pathway)
{
	for (size_t i = 0; i < COUNT(pathways); i++)
		if (str_eq(pathway, str_of(pathways[i][0])))
			return str_of(pathways[i][1]);
	return pathway;
}

/* Keys that read badly when only their underscores go. */
static const struct {
	const char *key, *words;
} known_keys[] = {
	{ "id", "Name" },
	{ "on", "On" },
	{ "to", "To" },
	{ "vex", "VEX status" },
	{ "vex_justification", "VEX justification" },
	{ "vex_reviewed_by", "VEX reviewed by" },
	{ "kev_listed", "Listed in KEV" },
	{ "cvss_vector", "CVSS vector of record" },
	{ "context", "What was known then" },
	{ "cvss_vector_after", "CVSS vector with the controls" },
	{ "cvss_basis", "CVSS vector from" },
	{ "cvss_version", "CVSS version" },
	{ "isao_on", "ISAO informed on" },
	{ "isao_late_reason", "Why the ISAO was late" },
	{ "not_extended", "Why the action is not extended" },
	{ "not_due_because", "Why no supplement is due" },
	{ "recipients", "Recipients beside the consignees" },
	{ "mdr_submitted_on", "MDR submitted on" },
	{ "states_fix_or_strategy", "States fix or strategy" },
	{ "reported_under_803", "Reported under part 803 on" },
	{ "rely_on_803", "Rely on the part 803 report" },
	{ "clock_decision", "Clock decision" },
};

static void add_spaced(struct str s, struct buf *out)
{
	for (size_t i = 0; i < s.len; i++)
		buf_byte(out, s.ptr[i] == '_' ? ' ' : s.ptr[i]);
}

void words_of_key(struct str key, struct buf *out)
{
	for (size_t i = 0; i < COUNT(known_keys); i++)
		if (str_eq(key, str_of(known_keys[i].key))) {
			buf_add(out, str_of(known_keys[i].words));
			return;
		}
	if (key.len)
		buf_byte(out, char_upper(key.ptr[0]));
	add_spaced(str_from(key, 1), out);
}

void words_of_value(struct str key, struct str value, struct buf *out)
{
	static const char *const keys[] = { "kind", "to", "compensating_controls", "vex", "choice" };

	for (size_t i = 0; i < COUNT(keys); i++)
		if (str_eq(key, str_of(keys[i]))) {
			add_spaced(value, out);
			return;
		}
	buf_add(out, value);
}

const char *words_action(enum risk risk, bool is_removal)
{
	if (risk == RISK_CONTROLLED)
		return "routine update";
	return is_removal ? "removal" : "correction";
}

const char *words_residual(enum residual_risk value)
{
	switch (value) {
	case RESIDUAL_ACCEPTABLE:
		return "acceptable";
	case RESIDUAL_UNACCEPTABLE:
		return "not acceptable";
	case RESIDUAL_UNKNOWN:
	case RESIDUAL_UNJUDGED:
		break;
	}
	return NULL;
}
