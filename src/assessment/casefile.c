#include "assessment/casefile.h"

#define NUMBERS_MOST 300 /* of more the rest is not told */

const struct case_kind case_kinds[] = {
	{ "vulnerability", "vulnerability", false, NULL, NULL },
	{ "assessment", "assessments", true, NULL, NULL },
	{ "clock_decision", "clock_decision", false, NULL, NULL },
	{ "event", "events", true, NULL, NULL },
	{ "communication", "communications", true, NULL, NULL },
	{ "control", "controls", true, NULL, NULL },
	{ "plan", "plan", false, NULL, "\"made\":false" },
	{ "fix", "fixes", true, NULL, NULL },
	{ "correction", "correction", false, NULL, NULL },
	{ "extension", "extensions", true, "correction", NULL },
	{ "supplement", "supplements", true, NULL, NULL },
	{ "premarket_evaluation", "premarket_evaluations", true, NULL, NULL },
	{ "mdr_rationale", NULL, true, NULL, NULL },
	{ "mdr_item", NULL, true, NULL, NULL },
	{ "periodic_report", "periodic_report", false, NULL, NULL },
	{ "finding", NULL, true, NULL, NULL },
	{ "advisory", NULL, true, NULL, NULL },
	{ "report_item", NULL, true, NULL, NULL },
	{ "periodic_item", NULL, true, NULL, NULL },
	{ "report", NULL, true, NULL, NULL },
	{ "rubric", NULL, false, NULL, NULL },
	{ "signal", NULL, true, NULL, NULL },
	{ "ssvc", NULL, false, NULL, NULL },
	{ "validation", NULL, true, NULL, NULL },
	{ "distribution", NULL, true, NULL, NULL },
	{ "installation", NULL, true, NULL, NULL },
	{ "effectiveness_check", NULL, true, NULL, NULL },
	{ "response", NULL, true, NULL, NULL },
	{ "attachment", NULL, true, NULL, NULL },
	{ "closure", NULL, true, NULL, NULL },
	{ "renaming", NULL, true, NULL, NULL },
	{ "reopening", NULL, true, NULL, NULL },
	{ NULL, NULL, false, NULL, NULL },
};

const struct case_kind *case_kind_find(struct str name)
{
	for (const struct case_kind *k = case_kinds; k->name; k++)
		if (str_eq(str_of(k->name), name))
			return k;
	return NULL;
}

const struct case_record *casefile_standing(const struct case_record *records, size_t count, size_t i)
{
	const struct case_record *standing = &records[i];

	for (size_t k = i + 1; k < count; k++)
		if (records[k].replaces == standing->id)
			standing = &records[k];
	return standing;
}

const struct case_record *casefile_record(const struct case_record *records, size_t count, int64_t id)
{
	for (size_t i = 0; i < count; i++)
		if (records[i].id == id)
			return &records[i];
	return NULL;
}

const struct case_record *casefile_listed(
    const struct case_record *records, size_t count, const char *kind, int64_t place)
{
	int64_t at = 0;

	for (size_t i = 0; i < count; i++)
		if (!records[i].replaces && str_eq(records[i].kind, str_of(kind)) && at++ == place)
			return casefile_standing(records, count, i);
	return NULL;
}

/* Does the record belong to those that stand one in the place of the other, from records[i] on? */
static bool chain_has(const struct case_record *records, size_t count, size_t i, int64_t id)
{
	int64_t last = records[i].id;

	for (size_t k = i + 1; k < count && last != id; k++)
		if (records[k].replaces == last)
			last = records[k].id;
	return last == id;
}

int64_t casefile_place(const struct case_record *records, size_t count, const char *kind, int64_t id)
{
	int64_t at = 0;

	for (size_t i = 0; i < count; i++) {
		if (records[i].replaces || !str_eq(records[i].kind, str_of(kind)))
			continue;
		if (chain_has(records, count, i, id))
			return at;
		at++;
	}
	return -1;
}

int64_t casefile_first(const struct case_record *records, size_t count, int64_t id)
{
	for (size_t i = count; i-- > 0;)
		if (records[i].id == id && records[i].replaces)
			id = records[i].replaces;
	return id;
}

/* "3, 8 and 12", of the records of the kind that stand. */
static void write_numbers(const struct case_record *records, size_t count, const char *kind, struct buf *out)
{
	const struct case_record *r = casefile_listed(records, count, kind, 0);

	for (int64_t place = 0; r; place++) {
		const struct case_record *next = casefile_listed(records, count, kind, place + 1);

		buf_printf(out, "%s%lld", !place ? "" : next ? ", " : " and ", (long long)r->id);
		r = next;
	}
}

bool casefile_refuse_number(int64_t casefile_id, const struct case_record *records, size_t count,
    const char *kind, int64_t number, struct err *e)
{
	SCOPED_BUF numbers = buf_new(NUMBERS_MOST);
	bool several = casefile_listed(records, count, kind, 1) != NULL;

	const char *those = "it has none";

	write_numbers(records, count, kind, &numbers);
	if (numbers.len)
		those = several ? "those it has are records " : "the one it has is record ";
	if (!number)
		return err_fail(e, ERR_INPUT, "which %s of casefile %lld is meant is not said: %s" STR_FMT,
		    kind, (long long)casefile_id, those, STR_ARG(buf_str(&numbers)));
	return err_fail(e, ERR_INPUT, "casefile %lld has no %s with number %lld: %s" STR_FMT,
	    (long long)casefile_id, kind, (long long)number, those, STR_ARG(buf_str(&numbers)));
}

const struct case_record *casefile_last_closure(const struct case_record *records, size_t count)
{
	for (size_t i = count; i-- > 0;)
		if (str_eq(records[i].kind, STR("closure")))
			return &records[i];
	return NULL;
}

struct str casefile_subject(int64_t id, struct arena *arena)
{
	return arena_printf(arena, "casefile %lld", (long long)id);
}

void casefile_record_fields(int64_t casefile_id, const struct case_record *r, struct arena *arena,
    struct str fields[CASE_RECORD_FIELDS])
{
	fields[0] = casefile_subject(casefile_id, arena);
	fields[1] = arena_printf(arena, "%lld", (long long)r->id);
	fields[2] = r->kind;
	fields[3] = arena_printf(arena, "%lld", (long long)r->replaces);
	fields[4] = r->facts;
	fields[5] = r->more;
	fields[6] = arena_printf(arena, "%lld", (long long)r->at.us);
	fields[7] = r->who;
}

static void write_key(struct buf *out, const char *key)
{
	buf_printf(out, "%s\"%s\":", out->len > 1 ? "," : "", key);
}

static void write_text(struct buf *out, const char *key, struct str text)
{
	write_key(out, key);
	buf_byte(out, '"');
	buf_add(out, text);
	buf_byte(out, '"');
}

static void write_part(struct buf *out, const char *key, struct str json)
{
	if (!json.ptr)
		return;
	write_key(out, key);
	buf_add(out, json);
}

/* Is the record the first of its chain, and of this kind? Its place in the list is where the first stood. */
static bool begins(const struct case_record *r, const struct case_kind *kind)
{
	return r->replaces == 0 && str_eq(r->kind, str_of(kind->name));
}

/* "key":[...], without a comma before it. */
static void write_items(
    const struct case_record *records, size_t count, const struct case_kind *kind, struct buf *out)
{
	bool first = true;

	buf_printf(out, "\"%s\":[", kind->key);
	for (size_t i = 0; i < count; i++) {
		if (!begins(&records[i], kind))
			continue;
		if (!first)
			buf_byte(out, ',');
		first = false;
		buf_add(out, casefile_standing(records, count, i)->facts);
	}
	buf_byte(out, ']');
}

static void write_list(
    const struct case_record *records, size_t count, const struct case_kind *kind, struct buf *out)
{
	if (out->len > 1)
		buf_byte(out, ',');
	write_items(records, count, kind, out);
}

static bool has_kind(const struct case_record *records, size_t count, const struct case_kind *kind)
{
	for (size_t i = 0; i < count; i++)
		if (str_eq(records[i].kind, str_of(kind->name)))
			return true;
	return false;
}

/* Behind the members of the object, without its brace, the lists that stand within it. */
static void write_within(
    const struct case_record *records, size_t count, const struct case_kind *kind, struct buf *out)
{
	for (const struct case_kind *k = case_kinds; k->name; k++) {
		if (!k->within || strcmp(k->within, kind->name) != 0 || !has_kind(records, count, k))
			continue;
		if (out->ptr[out->len - 1] != '{')
			buf_byte(out, ',');
		write_items(records, count, k, out);
	}
}

static void write_last(
    const struct case_record *records, size_t count, const struct case_kind *kind, struct buf *out)
{
	struct str last = STR_NONE;
	size_t before = out->len;

	for (size_t i = 0; i < count; i++)
		if (str_eq(records[i].kind, str_of(kind->name)))
			last = str_trim(records[i].facts);
	write_key(out, kind->key);
	if (last.ptr)
		buf_add(out, str_first(last, last.len - 1)); /* an object, without its brace */
	else
		buf_byte(out, '{');
	write_within(records, count, kind, out);
	if (!last.ptr && kind->none)
		buf_add(out, str_of(kind->none));
	buf_byte(out, '}');
	if (!last.ptr && out->ptr[out->len - 2] == '{')
		out->len = before; /* nothing is stated */
}

void casefile_write_facts(const struct casefile *c, const struct case_record *records, size_t count,
    const struct case_setting *setting, struct buf *out)
{
	char date[DATE_TEXT_SIZE];

	buf_clear(out);
	buf_byte(out, '{');
	write_text(out, "today", str_of(date_write(setting->today, date)));
	if (setting->time_zone.len)
		write_text(out, "time_zone", setting->time_zone);
	write_part(out, "device", setting->device);
	write_part(out, "firm", setting->firm);
	write_part(out, "isao", setting->isao);
	write_part(out, "policy", setting->policy);
	write_part(out, "releases_concerned", setting->releases);
	for (const struct case_kind *k = case_kinds; k->name; k++) {
		if (!k->key || k->within)
			continue;
		if (k->list)
			write_list(records, count, k, out);
		else
			write_last(records, count, k, out);
	}
	if (date_is_known(c->closed_on))
		write_text(out, "closed_on", str_of(date_write(c->closed_on, date)));
	buf_byte(out, '}');
}
