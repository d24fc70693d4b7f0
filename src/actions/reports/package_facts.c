#include "actions/reports/package_facts.h"

#include <stdio.h>
#include <string.h>

#include "actions/casework/case_view.h"
#include "actions/reports/package_stated.h"
#include "actions/zone.h"
#include "inventory/device.h"

/* What facts say beside what the casefile's records state or what follows from them, or in its place: by the
 * lists of what is exploited, by signals, memberships and the register, which the package does not hold. */
struct following {
	const char *fact, *key;
	const char *value;  /* JSON; NULL: any */
	const char *day_of; /* a day that a record of this kind tells; NULL: no day */
};

static const struct following followings[] = {
	{ "vulnerability", "kev_listed", "true", NULL },
	{ "events", "not_reportable_on", NULL, "mdr_rationale" },
	{ "communications", "isao_member", "true", NULL },
	{ "communications", "isao_member", "false", NULL },
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

/* Units that were released, by the register, where recovery of stock is claimed. */
static bool are_released(const struct package_told *t, const json_t *shown, const json_t *stated)
{
	bool claimed = false;

	for (size_t i = 0; i < t->record_count; i++)
		claimed = claimed || json_is_true(json_object_get(t->told[i].facts, "stock_recovery"));
	return claimed && json_is_integer(shown) && json_integer_value(shown) >= json_integer_value(stated);
}

static void check_member(struct package_told *t, const char *fact, const char *path, const char *key,
    const json_t *shown, const json_t *stated)
{
	bool fits = shown && stated && json_equal(shown, stated);

	if (!fits && strcmp(fact, "correction") == 0 && strcmp(key, "units_released") == 0)
		fits = are_released(t, shown, stated);
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
	if (str_is_among(str_of(key), "device|policy|closed_on"))
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

/* The day of the package in the firm's zone. */
static void check_today(struct package_told *t, const json_t *facts)
{
	struct str day = package_text_at(facts, "today"), name = package_text_at(facts, "time_zone");
	struct time_zone zone;
	struct err e = { 0 };
	char made[DATE_TEXT_SIZE];

	if (!zone_read(name, &t->arena, &zone, &e))
		package_fault(t, "time_zone of facts.json: %s", e.text);
	else if (!str_eq(day, str_of(date_write(time_zone_date(&zone, t->made_at), made))))
		package_fault(t, "today of facts.json is not the day on which the package was made");
}

void package_facts_check(struct package_told *t, json_t *facts)
{
	json_t *stated = package_stated(t, facts), *value, *closed = closed_on(t);
	json_t *shown_closed = json_object_get(facts, "closed_on");
	const char *key;

	if (!stated)
		return;
	check_today(t, facts);
	check_device(t, json_object_get(facts, "device"));
	if (!is_policy(t, json_object_get(facts, "policy")))
		differs(t, "", "policy");
	if (closed ? !shown_closed || !json_equal(closed, shown_closed) : shown_closed != NULL)
		differs(t, "", "closed_on");
	json_object_foreach(facts, key, value) check_key(t, key, value, json_object_get(stated, key));
	json_object_foreach(stated, key, value) if (!json_object_get(facts, key))
	    check_key(t, key, NULL, value);
}
