#include "actions/reports/package_facts.h"

#include <stdio.h>
#include <string.h>

#include "actions/casework/case_view.h"
#include "inventory/device.h"
#include "limits.h"

/* What facts say beside what a record of the kind states, or in its place. */
struct following {
	const char *fact, *key;
	const char *value;  /* JSON; NULL: any */
	const char *day_of; /* a day that a record of this kind tells; NULL: no day */
};

static const struct following followings[] = {
	{ "vulnerability", "kev_listed", "true", NULL },
	{ "events", "entered_after_closure", "true", NULL },
	{ "events", "decided_after_report", "true", NULL },
	{ "events", "not_reportable_on", NULL, "mdr_rationale" },
	{ "communications", "describes_impact", "false", NULL },
	{ "communications", "states_efforts", "false", NULL },
	{ "communications", "states_fix_or_strategy", "false", NULL },
	{ "communications", "compensating_controls", "\"omitted\"", NULL },
	{ "communications", "isao_member", "true", NULL },
	{ "communications", "isao_member", "false", NULL },
	{ "plan", "first_on", NULL, "plan" },
	{ "plan", "timeline_rationale", "\"\"", NULL },
	{ "fixes", "validated", "false", NULL },
	{ "fixes", "validated_on", NULL, "validation" },
	{ "fixes", "residual_risk", "\"unknown\"", NULL },
	{ "fixes", "available_on", NULL, "distribution" },
	{ "fixes", "available_on", NULL, "fix" },
	{ "fixes", "distributed_on", NULL, "distribution" },
	{ "fixes", "distributed_on", NULL, "validation" }, /* of a version that failed */
	{ "correction", "units_released", NULL, NULL },
	{ "extensions", "entered_after_report", "true", NULL },
	{ "device", "last_distributed_on", NULL, NULL },
	{ "device", "support", "\"end_of_support\"", NULL },
};

static void differs(struct package_told *t, const char *path, const char *key)
{
	package_fault(t, "%s%s%s of facts.json is not what the entries state", path, *path ? "." : "", key);
}

/* --- one object --- */

/* Does a record of the kind tell of the day? shown NULL: is there any? */
static bool is_day_of(const struct package_told *t, const char *kind, const json_t *shown)
{
	static const char *const days[] = { "on", "first_on", "distributed_on" };

	for (size_t i = 0; i < t->record_count; i++) {
		if (!str_eq(t->records[i].kind, str_of(kind)))
			continue;
		for (size_t k = 0; k < COUNT(days); k++)
			if (!shown || json_equal(shown, json_object_get(t->told[i].facts, days[k])) ||
			    json_equal(shown, json_object_get(t->told[i].more, days[k])))
				return true;
	}
	return false;
}

static bool is_value(const struct following *f, const json_t *shown)
{
	json_t *value = json_loads(f->value, JSON_DECODE_ANY, NULL);
	bool same = shown && json_equal(value, shown);

	json_decref(value);
	return same;
}

static bool follows(const struct package_told *t, const char *fact, const char *key, const json_t *shown)
{
	for (size_t i = 0; i < COUNT(followings); i++) {
		const struct following *f = &followings[i];

		if (strcmp(f->fact, fact) != 0 || strcmp(f->key, key) != 0)
			continue;
		if (f->value ? is_value(f, shown) : !f->day_of || is_day_of(t, f->day_of, shown))
			return true;
	}
	return false;
}

static bool has(const json_t *list, const json_t *one)
{
	const json_t *item;
	size_t i;

	json_array_foreach(list, i, item) if (json_equal(item, one)) return true;
	return false;
}

static bool is_signer(const struct package_told *t, const json_t *name)
{
	for (size_t i = 0; i < t->signature_count; i++)
		if (str_eq(str_of(json_string_value(name)), t->signatures[i].s.full_name))
			return true;
	return false;
}

/* Who signed an assessment is among its approvers. */
static bool approvers_fit(const struct package_told *t, const json_t *shown, const json_t *stated)
{
	const json_t *name;
	size_t i;

	json_array_foreach(stated, i, name) if (!has(shown, name)) return false;
	json_array_foreach(shown, i, name) if (!has(stated, name) && !is_signer(t, name)) return false;
	return true;
}

/* Does a record of the kind state it so, among its facts or beside them? */
static bool is_stated(const struct package_told *t, const char *kind, const char *key, const json_t *shown)
{
	for (size_t i = 0; i < t->record_count; i++)
		if (str_eq(t->records[i].kind, str_of(kind)) &&
		    (json_equal(shown, json_object_get(t->told[i].facts, key)) ||
			json_equal(shown, json_object_get(t->told[i].more, key))))
			return true;
	return false;
}

static bool is_same_or_none(const json_t *a, const json_t *b)
{
	return a == b || json_equal(a, b);
}

/* Is it as a record of a distribution tells it, or a day that a fix states? */
static bool is_distribution(const struct package_told *t, const json_t *one)
{
	static const char *const keys[] = { "on", "release", "units" };
	const json_t *passed = json_object_get(one, "validated_on"),
		     *failed = json_object_get(one, "failed_on");
	bool is = json_object_get(one, "release") == NULL &&
		  is_stated(t, "fix", "distributed_on", json_object_get(one, "on"));

	for (size_t i = 0; !is && i < t->record_count; i++) {
		is = str_eq(t->records[i].kind, STR("distribution"));
		for (size_t k = 0; is && k < COUNT(keys); k++)
			is = is_same_or_none(
			    json_object_get(one, keys[k]), json_object_get(t->told[i].more, keys[k]));
	}
	return is &&
	       (!passed || is_stated(t, "validation", "on", passed) ||
		   is_stated(t, "fix", "validated_on", passed)) &&
	       (!failed || is_stated(t, "validation", "on", failed) ||
		   is_stated(t, "distribution", "on", failed));
}

static bool distributions_fit(const struct package_told *t, const json_t *shown)
{
	const json_t *one;
	size_t i;

	json_array_foreach(shown, i, one) if (!is_distribution(t, one)) return false;
	return json_is_array(shown);
}

static void check_member(struct package_told *t, const char *fact, const char *path, const char *key,
    const json_t *shown, const json_t *stated)
{
	bool fits = shown && stated && json_equal(shown, stated);

	if (!fits && strcmp(fact, "assessments") == 0 && strcmp(key, "approvers") == 0)
		fits = approvers_fit(t, shown, stated);
	if (!fits && strcmp(fact, "fixes") == 0 && strcmp(key, "distributions") == 0)
		fits = distributions_fit(t, shown);
	if (!fits && !follows(t, fact, key, shown))
		differs(t, path, key);
}

/* Every key of either. */
static void check_object(
    struct package_told *t, const char *fact, const char *path, json_t *shown, json_t *stated)
{
	const char *key;
	json_t *value;

	json_object_foreach(shown, key, value)
	    check_member(t, fact, path, key, value, json_object_get(stated, key));
	json_object_foreach(stated, key, value) if (!json_object_get(shown, key))
	    check_member(t, fact, path, key, NULL, value);
}

/* --- the document --- */

static void check_list(struct package_told *t, const char *fact, json_t *shown, json_t *stated)
{
	if (json_array_size(shown) != json_array_size(stated)) {
		package_fault(t, "%s (%zu, and they state %zu) of facts.json is not what the entries state",
		    fact, json_array_size(shown), json_array_size(stated));
		return;
	}
	for (size_t i = 0; i < json_array_size(shown); i++)
		check_object(t, fact, arena_text(&t->arena, arena_printf(&t->arena, "%s[%zu]", fact, i)),
		    json_array_get(shown, i), json_array_get(stated, i));
}

/* Extensions are a list within the correction. */
static void check_correction(struct package_told *t, json_t *shown, json_t *stated)
{
	json_t *a = json_copy(shown), *b = json_copy(stated);

	check_list(
	    t, "extensions", json_object_get(shown, "extensions"), json_object_get(stated, "extensions"));
	json_object_del(a, "extensions");
	json_object_del(b, "extensions");
	check_object(t, "correction", "correction", a, b);
	json_decref(a);
	json_decref(b);
}

/* What is stated of the device is more than the rules ask of it. */
static void check_device(struct package_told *t, json_t *shown)
{
	char subject[48];
	json_t *told, *stated = json_object(), *code = json_object_get(shown, "product_code");

	snprintf(subject, sizeof(subject), "device %" JSON_INTEGER_FORMAT,
	    json_integer_value(json_object_get(t->opening, "device_number")));
	told = json_object_get(t->devices, subject);
	for (const struct device_field *f = device_fields; f->name; f++)
		if (f->is_fact)
			json_object_set(stated, f->name, json_object_get(told, f->name));
	json_object_set(stated, "product_code", json_array_get(json_object_get(told, "product_code"), 0));
	if (code && has(json_object_get(told, "product_code"), code))
		json_object_set(stated, "product_code", code);
	if (json_object_get(t->opening, "device_number")) /* earlier versions did not tell it */
		check_object(t, "device", "device", shown, stated);
	json_decref(stated);
}

/* A version that an assessment was made under, or without one the last; the defaults are none. */
static bool is_policy(const struct package_told *t, const json_t *shown)
{
	bool assessed = false;

	for (size_t i = 0; i < t->record_count; i++) {
		json_t *number = json_object_get(t->told[i].more, CASE_POLICY_KEY), *policy;

		if (!str_eq(t->records[i].kind, STR("assessment")))
			continue;
		assessed = true;
		policy = json_array_get(t->policies, (size_t)json_integer_value(number) - 1);
		if (shown ? has(t->policies, shown) && (!number || json_equal(shown, policy)) : !policy)
			return true;
	}
	if (assessed)
		return false;
	return shown ? json_equal(shown, json_array_get(t->policies, json_array_size(t->policies) - 1))
		     : json_array_size(t->policies) == 0;
}

/* The day of the last closing, unless the file was opened again. */
static json_t *closed_on(const struct package_told *t)
{
	json_t *day = NULL;

	for (size_t i = 0; i < t->record_count; i++) {
		if (str_eq(t->records[i].kind, STR("closure")))
			day = json_object_get(t->told[i].more, "closed_on");
		else if (str_eq(t->records[i].kind, STR("reopening")))
			day = NULL;
	}
	return day;
}

static void check_key(struct package_told *t, const char *key, json_t *shown, json_t *stated)
{
	if (str_is_among(str_of(key), "device|policy|closed_on|releases_concerned"))
		return;
	if (json_is_array(shown) || json_is_array(stated))
		check_list(t, key, shown, stated);
	else if (str_eq(str_of(key), STR("correction")))
		check_correction(t, shown, stated);
	else if (json_is_object(shown) || json_is_object(stated))
		check_object(t, key, key, shown, stated);
	else if (!shown || !stated || !json_equal(shown, stated))
		differs(t, "", key);
}

/* Put together of the told records as the program puts it together. */
static json_t *stated_facts(struct package_told *t, const json_t *shown)
{
	SCOPED_BUF text = buf_new(LIMIT_RECORD_BYTES);
	struct casefile c = { .id = t->casefile, .closed_on = DATE_NONE };
	struct case_setting setting = { .firm = t->firm, .isao = t->isao };
	json_t *zone = t->time_zone.ptr ? package_read_json(t, t->time_zone) : NULL, *stated;

	setting.time_zone = str_of(json_is_string(zone) ? json_string_value(zone) : "UTC");
	casefile_write_facts(&c, t->records, t->record_count, &setting, &text);
	stated = package_read_json(t, buf_str(&text));
	json_object_set(stated, "today", json_object_get(shown, "today"));
	return stated;
}

/* Filed under another name since it was stated. */
static void rename_vulnerability(struct package_told *t, json_t *stated)
{
	json_t *vulnerability = json_object_get(stated, "vulnerability");

	for (size_t i = 0; i < t->record_count; i++)
		if (str_eq(t->records[i].kind, STR("renaming")))
			json_object_set(vulnerability, "id", json_object_get(t->opening, "vulnerability"));
}

void package_facts_check(struct package_told *t, json_t *facts)
{
	json_t *stated = stated_facts(t, facts), *value, *closed = closed_on(t);
	json_t *shown_closed = json_object_get(facts, "closed_on");
	const char *key;

	rename_vulnerability(t, stated);
	check_device(t, json_object_get(facts, "device"));
	if (!is_policy(t, json_object_get(facts, "policy")))
		differs(t, "", "policy");
	if (closed ? !shown_closed || !json_equal(closed, shown_closed) : shown_closed != NULL)
		differs(t, "", "closed_on");
	json_object_foreach(facts, key, value) check_key(t, key, value, json_object_get(stated, key));
	json_object_foreach(stated, key, value) if (!json_object_get(facts, key))
	    check_key(t, key, NULL, value);
}
