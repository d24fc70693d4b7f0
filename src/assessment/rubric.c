#include "assessment/rubric.h"

#include <assert.h>
#include <string.h>

#define YES_NO "yes|no|unknown"
#define GRADES "high|low|none|unknown"

/* How much of a thing is lost, for one metric; what is not known counts as all. */
#define GRADED(metric)                                                                                       \
	{                                                                                                    \
		[RUBRIC_HIGH] = { metric ":H", NULL }, [RUBRIC_UNKNOWN] = { metric ":H", NULL },             \
		[RUBRIC_LOW] = { metric ":L", NULL }, [RUBRIC_NONE] = { metric ":N", NULL },                 \
	}
#define ANSWERS(yes_value, yes_next, no_value, no_next, unknown_value, unknown_next)                         \
	{                                                                                                    \
		[RUBRIC_YES] = { yes_value, yes_next }, [RUBRIC_NO] = { no_value, no_next },                 \
		[RUBRIC_UNKNOWN] = { unknown_value, unknown_next },                                          \
	}
#define READ(what) "How much of " what " could be read by somebody who must not?"
#define CHANGED(what) "How much of " what " could be altered or deleted?"
#define LOST(what) "How much of " what " could be put out of reach of who needs it?"
#define HEALTH "the data on patients' health or identity"
#define DIAGNOSIS "the data or functions of diagnosis or monitoring"
#define THERAPY "the data or functions that deliver therapy"
#define WORKFLOW "the data or functions of the clinical workflow"
#define SYSTEM "the private data of the system or its users, such as passwords and keys,"
#define OTHER "anything else that is critical or sensitive"
#define IMPACT(id, text, safety, metric)                                                                     \
	{                                                                                                    \
		id, text, false, safety, GRADED(metric), GRADES                                              \
	}

const struct rubric_question rubric_questions[RUBRIC_QUESTIONS] = {
	{ "XAVN", "Does the attack go through a network or another protocol of communication?", false, false,
	    ANSWERS(NULL, "XAVT", NULL, "XAVP", "AV:N", NULL), YES_NO },
	{ "XAVT", "Is it a protocol that is routed (OSI layer 3 or 4, such as IP, TCP, UDP)?", true, false,
	    ANSWERS("AV:N", NULL, NULL, "XAVW", "AV:N", NULL), YES_NO },
	{ "XAVW", "Is the channel wireless?", true, false, ANSWERS(NULL, "XAVR", "AV:A", NULL, "AV:A", NULL),
	    YES_NO },
	{ "XAVR", "Does it reach no further than about 3 m (10 ft)?", true, false,
	    ANSWERS("AV:L", NULL, "AV:A", NULL, "AV:A", NULL), YES_NO },
	{ "XAVP", "Does the attacker have to touch the device?", true, false,
	    ANSWERS("AV:P", "XAVPA", "AV:L", NULL, "AV:L", NULL), YES_NO },
	{ "XAVPA", "Is that by the controls that its users work it with?", true, false,
	    ANSWERS(NULL, NULL, NULL, NULL, NULL, NULL), YES_NO },
	{ "XACL",
	    "Can it be tried at any time, without special circumstances or settings and without another "
	    "attack before it?",
	    false, false, ANSWERS("AC:L", NULL, "AC:H", NULL, "AC:L", NULL), YES_NO },
	{ "XPRL", "Does the device or component tell users or roles of different privilege apart?", false,
	    false, ANSWERS(NULL, "XPRZ", "PR:N", NULL, "PR:N", NULL), YES_NO },
	{ "XPRZ", "Does the attacker need to be authorized to the affected component beforehand?", true,
	    false, ANSWERS(NULL, "XPRS", "PR:N", NULL, "PR:N", NULL), YES_NO },
	{ "XPRS", "Do they need the privileges of an administrator, of maintenance or of the system?", true,
	    false, ANSWERS("PR:H", NULL, "PR:L", NULL, "PR:N", NULL), YES_NO },
	{ "XUI", "Does somebody else have to do something for it to succeed?", false, false,
	    ANSWERS("UI:R", NULL, "UI:N", NULL, "UI:N", NULL), YES_NO },
	{ "XS", "Can a component be affected that is under another authority than the vulnerable one?", false,
	    false, ANSWERS("S:C", NULL, "S:U", NULL, "S:C", NULL), YES_NO },
	{ "XCP", "Could " HEALTH " be read by somebody who must not?", false, false,
	    ANSWERS(NULL, "XCPM", "C:N", NULL, "C:H", NULL), YES_NO },
	{ "XCPM", "Could that be many patients', 500 or more, or force the notice of a breach?", true, false,
	    ANSWERS("C:H", NULL, "C:L", NULL, "C:H", NULL), YES_NO },
	IMPACT("XIP", CHANGED(HEALTH), false, "I"),
	IMPACT("XAP", LOST(HEALTH), false, "A"),
	IMPACT("XCD", READ(DIAGNOSIS), true, "C"),
	IMPACT("XID", CHANGED(DIAGNOSIS), true, "I"),
	IMPACT("XAD", LOST(DIAGNOSIS), true, "A"),
	IMPACT("XCT", READ(THERAPY), true, "C"),
	IMPACT("XIT", CHANGED(THERAPY), true, "I"),
	IMPACT("XAT", LOST(THERAPY), true, "A"),
	IMPACT("XCW", READ(WORKFLOW), false, "C"),
	IMPACT("XIW", CHANGED(WORKFLOW), false, "I"),
	IMPACT("XAW", LOST(WORKFLOW), false, "A"),
	IMPACT("XCS", READ(SYSTEM), false, "C"),
	IMPACT("XIS", CHANGED(SYSTEM), false, "I"),
	IMPACT("XAS", LOST(SYSTEM), false, "A"),
	IMPACT("XCO", READ(OTHER), false, "C"),
	IMPACT("XIO", CHANGED(OTHER), false, "I"),
	IMPACT("XAO", LOST(OTHER), false, "A"),
};

static const char *const metrics[RUBRIC_METRICS] = { "AV", "AC", "PR", "UI", "S", "C", "I", "A" };

static const char *const words[] = {
	[RUBRIC_UNANSWERED] = "",
	[RUBRIC_YES] = "yes",
	[RUBRIC_NO] = "no",
	[RUBRIC_UNKNOWN] = "unknown",
	[RUBRIC_HIGH] = "high",
	[RUBRIC_LOW] = "low",
	[RUBRIC_NONE] = "none",
};
_Static_assert(COUNT(words) == RUBRIC_ANSWER_COUNT, "a word for every answer");

bool rubric_find(struct str id, size_t *question)
{
	for (size_t i = 0; i < RUBRIC_QUESTIONS; i++)
		if (str_eq_nocase(str_of(rubric_questions[i].id), id)) {
			*question = i;
			return true;
		}
	return false;
}

const char *rubric_answer_word(enum rubric_answer answer)
{
	return words[answer];
}

bool rubric_answer_read(size_t question, struct str word, enum rubric_answer *out, struct err *e)
{
	const struct rubric_question *q = &rubric_questions[question];
	struct str choices = str_of(q->choices), choice;

	for (size_t i = 0; i < COUNT(words); i++) {
		bool is_choice = i == RUBRIC_UNANSWERED;

		for (struct str rest = choices; !is_choice && str_next(&rest, '|', &choice);)
			is_choice = str_eq(choice, str_of(words[i]));
		if (is_choice && str_eq_nocase(str_of(words[i]), word)) {
			*out = (enum rubric_answer)i;
			return true;
		}
	}
	return err_fail(e, ERR_INPUT, "%s is answered with one of %s, not \"" STR_FMT "\"", q->id, q->choices,
	    STR_ARG(word));
}

/* Of several answers about one impact the worst counts; any other metric is decided by one answer alone. */
static void take_value(struct rubric_result *r, const char *value)
{
	static const char worst_first[] = "HLN";
	struct str rest = str_of(value), name;
	char letter;

	str_next(&rest, ':', &name);
	letter = rest.ptr[0];
	for (size_t m = 0; m < RUBRIC_METRICS; m++) {
		char *at = &r->values[m];

		if (str_eq(str_of(metrics[m]), name) &&
		    (*at == 0 || strchr(worst_first, letter) < strchr(worst_first, *at)))
			*at = letter;
	}
}

static bool means_harm(const struct rubric_question *q, enum rubric_answer answer)
{
	return q->safety && (answer == RUBRIC_HIGH || answer == RUBRIC_UNKNOWN);
}

const char *rubric_unknown_word(const struct rubric_sheet *sheet)
{
	return sheet->unknown_is_low ? "low" : "none";
}

/* Two implementations read an unknown need of privileges in two ways: the house chooses. */
const char *rubric_value(const struct rubric_sheet *sheet, size_t question)
{
	const struct rubric_question *q = &rubric_questions[question];
	enum rubric_answer answer = sheet->answers[question];

	if (sheet->unknown_is_low && answer == RUBRIC_UNKNOWN && str_eq(str_of(q->id), STR("XPRS")))
		return "PR:L";
	return q->routes[answer].value;
}

/* Does any answer lead on? Of one that does not the answer is recorded and no more. */
static bool decides(const struct rubric_question *q)
{
	for (size_t i = 0; i < RUBRIC_ANSWER_COUNT; i++)
		if (q->routes[i].value || q->routes[i].next)
			return true;
	return false;
}

void rubric_derive(const struct rubric_sheet *sheet, struct rubric_result *out)
{
	struct rubric_result r = { 0 };
	size_t next;

	for (size_t i = 0; i < RUBRIC_QUESTIONS; i++) {
		const struct rubric_question *q = &rubric_questions[i];
		const struct rubric_route *route = &q->routes[sheet->answers[i]];
		const char *value = rubric_value(sheet, i);

		r.asked[i] |= !q->follows;
		if (!r.asked[i])
			continue;
		r.open += decides(q) && sheet->answers[i] == RUBRIC_UNANSWERED;
		if (value)
			take_value(&r, value);
		if (route->next && rubric_find(str_of(route->next), &next))
			r.asked[next] = true;
		if (means_harm(q, sheet->answers[i]))
			r.safety[r.safety_count++] = i;
	}
	*out = r;
}

/* The last question asked before it, whose answer leads past it. */
static size_t passed_by(const struct rubric_result *r, size_t question)
{
	while (!r->asked[question])
		question--;
	return question;
}

bool rubric_change(struct rubric_sheet *sheet, const struct rubric_changes *changes, struct err *e)
{
	struct rubric_sheet changed = *sheet;
	struct rubric_result r;

	for (size_t i = 0; i < RUBRIC_QUESTIONS; i++)
		if (changes->given[i])
			changed.answers[i] = changes->answers[i];
	rubric_derive(&changed, &r);
	for (size_t i = 0; i < RUBRIC_QUESTIONS; i++) {
		size_t by = passed_by(&r, i);

		if (r.asked[i])
			continue;
		if (changes->given[i] && changes->answers[i] != RUBRIC_UNANSWERED)
			return err_fail(e, ERR_INPUT, "%s is not asked: %s is %s", rubric_questions[i].id,
			    rubric_questions[by].id,
			    changed.answers[by] ? words[changed.answers[by]] : "not answered");
		changed.answers[i] = RUBRIC_UNANSWERED;
	}
	*sheet = changed;
	return true;
}

void rubric_vector(const struct rubric_result *r, enum cvss_version version, struct cvss *out)
{
	SCOPED_BUF text = buf_new(128);
	struct err e = { 0 };
	bool good;

	assert(r->open == 0);
	buf_printf(&text, "CVSS:%s", cvss_version_name(version));
	for (size_t m = 0; m < RUBRIC_METRICS; m++)
		buf_printf(&text, "/%s:%c", metrics[m], r->values[m]);
	good = cvss_parse(buf_str(&text), out, &e);
	assert(good);
}

static bool is_v3(const struct cvss *c)
{
	return c->version == CVSS_3_0 || c->version == CVSS_3_1;
}

bool rubric_agrees(const struct cvss *derived, const struct cvss *stated)
{
	if (!is_v3(derived) || !is_v3(stated))
		return false;
	for (size_t m = 0; m < RUBRIC_METRICS; m++)
		if (!str_eq(cvss_value(derived, str_of(metrics[m])), cvss_value(stated, str_of(metrics[m]))))
			return false;
	return true;
}
