#include "assessment/casefile.h"

const struct case_kind case_kinds[] = {
	{ "vulnerability", "vulnerability", false },
	{ "assessment", "assessments", true },
	{ "clock_decision", "clock_decision", false },
	{ "event", "events", true },
	{ "communication", "communications", true },
	{ "control", "controls", true },
	{ "plan", "plan", false },
	{ "fix", "fixes", true },
	{ "correction", "correction", false },
	{ "finding", NULL, true },
	{ "advisory", NULL, true },
	{ "report_item", NULL, true },
	{ "report", NULL, true },
	{ "signal", NULL, true },
	{ "attachment", NULL, true },
	{ "closure", NULL, true },
	{ NULL, NULL, false },
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

void casefile_record_fields(int64_t casefile_id, const struct case_record *r, struct arena *arena,
    struct str fields[CASE_RECORD_FIELDS])
{
	fields[0] = arena_printf(arena, "casefile %lld", (long long)casefile_id);
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

static void write_list(
    const struct case_record *records, size_t count, const struct case_kind *kind, struct buf *out)
{
	bool first = true;

	write_key(out, kind->key);
	buf_byte(out, '[');
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

static void write_last(
    const struct case_record *records, size_t count, const struct case_kind *kind, struct buf *out)
{
	struct str last = STR_NONE;

	for (size_t i = 0; i < count; i++)
		if (str_eq(records[i].kind, str_of(kind->name)))
			last = records[i].facts;
	write_part(out, kind->key, last);
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
	for (const struct case_kind *k = case_kinds; k->name; k++) {
		if (!k->key)
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
