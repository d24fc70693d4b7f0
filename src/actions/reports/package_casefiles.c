#include "actions/reports/package_casefiles.h"

#include <jansson.h>
#include <stdarg.h>
#include <stdio.h>

#include "actions/casework/case_signatures.h"
#include "actions/trail/trail_file.h"
#include "base/number.h"
#include "store/casefiles.h"

/* A record as its entry tells it. */
struct told_record {
	int64_t id;
	struct case_record r;
	json_t *facts, *more; /* the same, read */
	bool is_replaced, shown;
};

struct told_signature {
	struct signature s;
	bool shown;
};

/* One casefile at a time; what was read of JSON belongs to kept. */
struct checking {
	struct verify_sink out;
	struct arena arena;
	json_t *kept;
	int64_t casefile;
	struct str subject;
	json_t *opening;
	struct instant opened_at;
	struct told_record *records;
	size_t record_count, record_room;
	struct told_signature *signatures;
	size_t signature_count, signature_room;
};

static void fault(struct checking *c, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
static void fault(struct checking *c, const char *fmt, ...)
{
	char says[512];
	int head = snprintf(says, sizeof(says), "casefile %lld: ", (long long)c->casefile);
	va_list args;

	va_start(args, fmt);
	vsnprintf(says + head, sizeof(says) - (size_t)head, fmt, args);
	va_end(args);
	c->out.fault(c->out.ctx, says);
}

/* NULL where it is none. */
static json_t *read_json(struct checking *c, struct str text)
{
	json_t *read = json_loadb(text.ptr, text.len, JSON_REJECT_DUPLICATES, NULL);

	if (read)
		json_array_append_new(c->kept, read);
	return read;
}

static struct str text_at(const json_t *object, const char *key)
{
	const json_t *text = json_object_get(object, key);

	return text && json_is_string(text)
		   ? (struct str){ json_string_value(text), json_string_length(text) }
		   : STR("");
}

static int64_t number_at(const json_t *object, const char *key)
{
	return json_integer_value(json_object_get(object, key));
}

static struct str instant_text(struct instant at, struct arena *arena)
{
	char text[INSTANT_TEXT_SIZE];

	return arena_copy(arena, str_of(instant_write(at, text)));
}

/* --- what the entries tell --- */

/* "facts" and "more" as they stand, byte for byte: a signature covers them so. */
static struct str raw_part(struct str new, const char *key, struct arena *arena)
{
	struct str head = arena_printf(arena, "\"%s\":", key);
	size_t at = str_find(new, head);
	struct str rest = str_from(new, at < new.len ? at + head.len : at);
	json_error_t where = { 0 };
	json_t *read = json_loadb(rest.ptr ? rest.ptr : "", rest.len, JSON_DISABLE_EOF_CHECK, &where);

	json_decref(read);
	return read && where.position > 0 ? str_first(rest, (size_t)where.position) : STR("");
}

static void tell_record(struct checking *c, const struct trail_entry *entry, json_t *new)
{
	struct str facts = raw_part(entry->new, "facts", &c->arena);
	size_t at = str_find(entry->new, facts);
	struct told_record told = { .id = number_at(new, "record"),
		.r = { .kind = text_at(new, "kind"),
		    .replaces = number_at(new, "replaces"),
		    .facts = arena_copy(&c->arena, facts),
		    .at = entry->at,
		    .who = arena_copy(&c->arena, entry->who) },
		.facts = json_object_get(new, "facts"),
		.more = json_object_get(new, "more") };

	told.r.id = told.id;
	told.r.more =
	    arena_copy(&c->arena, raw_part(str_from(entry->new, at + facts.len), "more", &c->arena));
	c->records = arena_room(&c->arena, c->records, c->record_count, &c->record_room, sizeof(*c->records));
	c->records[c->record_count++] = told;
}

static void tell_signature(struct checking *c, const struct trail_entry *entry, json_t *new)
{
	struct told_signature told = { .s = { .id = entry->number,
					   .subject = c->subject,
					   .record = number_at(new, "record"),
					   .name = arena_copy(&c->arena, entry->who),
					   .full_name = text_at(new, "full_name"),
					   .at = entry->at,
					   .entry = entry->number } };
	struct err unread = { 0 };

	if (!meaning_parse(text_at(new, "meaning"), &told.s.meaning, &unread) ||
	    !sha256_parse(text_at(new, "content"), &told.s.content) ||
	    !sha256_parse(text_at(new, "seal"), &told.s.seal))
		fault(c, "entry %lld tells of no whole signature", (long long)entry->number);
	c->signatures = arena_room(
	    &c->arena, c->signatures, c->signature_count, &c->signature_room, sizeof(*c->signatures));
	c->signatures[c->signature_count++] = told;
}

static bool take_line(void *ctx, const struct trail_line *line, struct err *e)
{
	struct checking *c = ctx;
	const struct trail_entry *entry = &line->entry;
	json_t *new;

	(void)e;
	if (!line->whole || !str_eq(entry->object, c->subject) || entry->new.len == 0)
		return true;
	new = read_json(c, entry->new);
	if (str_is_among(entry->what, "casefile.open|casefile.rename")) {
		c->opening = new;
		c->opened_at = c->opened_at.us ? c->opened_at : entry->at;
	} else if (str_starts(entry->what, STR("casefile.")) && json_object_get(new, "record")) {
		tell_record(c, entry, new);
	} else if (str_starts(entry->what, STR("sign."))) {
		tell_signature(c, entry, new);
	}
	return true;
}

static struct told_record *told_record(struct checking *c, int64_t id)
{
	for (size_t i = 0; i < c->record_count; i++)
		if (c->records[i].id == id)
			return &c->records[i];
	return NULL;
}

static void gather(struct checking *c, struct str trail)
{
	SCOPED_INPUT *in = input_open_memory(STR("trail.jsonl"), trail);
	struct err broken = { 0 };

	/* what is wrong with the trail itself has been told */
	if (!trail_file_read(in, (struct trail_file_sink){ c, take_line }, &broken))
		return;
	for (size_t i = 0; i < c->record_count; i++) {
		struct told_record *replaced = told_record(c, c->records[i].r.replaces);

		if (replaced)
			replaced->is_replaced = true;
	}
}

/* --- signatures --- */

static void check_signatures(struct checking *c)
{
	for (size_t i = 0; i < c->signature_count; i++) {
		const struct signature *s = &c->signatures[i].s;
		const struct told_record *signed_one = told_record(c, s->record);
		struct err wrong = { 0 };
		struct sha256 content;

		if (signed_one)
			content = case_record_digest(c->casefile, &signed_one->r, &c->arena);
		if (!signature_check(s, signed_one ? &content : NULL, &wrong))
			fault(c, "%s", wrong.text);
		if (!c->signatures[i].shown)
			fault(c, "the signature of entry %lld is not shown", (long long)s->entry);
	}
}

static bool signature_is_shown(
    const struct signature *s, int64_t record, const json_t *shown, struct arena *arena)
{
	char content[SHA256_HEX_SIZE], seal[SHA256_HEX_SIZE];

	return s->record == record && str_eq(text_at(shown, "name"), s->name) &&
	       str_eq(text_at(shown, "full_name"), s->full_name) &&
	       str_eq(text_at(shown, "at"), instant_text(s->at, arena)) &&
	       str_eq(text_at(shown, "meaning"), str_of(meaning_word(s->meaning))) &&
	       json_is_true(json_object_get(shown, "holds")) &&
	       str_eq(text_at(shown, "content"), str_of(sha256_hex(&s->content, content))) &&
	       str_eq(text_at(shown, "seal"), str_of(sha256_hex(&s->seal, seal)));
}

static void check_shown_signature(struct checking *c, int64_t record, const json_t *shown)
{
	int64_t entry = number_at(shown, "entry");

	for (size_t i = 0; i < c->signature_count; i++) {
		if (c->signatures[i].s.entry != entry)
			continue;
		c->signatures[i].shown = true;
		if (signature_is_shown(&c->signatures[i].s, record, shown, &c->arena))
			return;
	}
	fault(c, "the signature on record %lld by " STR_FMT " is not what entry %lld tells",
	    (long long)record, STR_ARG(text_at(shown, "full_name")), (long long)entry);
}

/* --- records --- */

static void differs(struct checking *c, const struct told_record *told, const char *key)
{
	fault(c, "%s of record %lld in report.json is not what its entry tells", key, (long long)told->id);
}

/* Every key of either; of a finding those that are shown, the others stand elsewhere in the report. */
static void check_part(struct checking *c, const struct told_record *told, json_t *shown, json_t *stated)
{
	const char *key;
	json_t *value;

	json_object_foreach(shown, key, value) if (!json_equal(value, json_object_get(stated, key)))
	    differs(c, told, key);
	if (str_eq(told->r.kind, STR("finding")))
		return;
	json_object_foreach(stated, key, value) if (!json_object_get(shown, key)) differs(c, told, key);
}

static void check_record(struct checking *c, json_t *shown)
{
	struct told_record *told = told_record(c, number_at(shown, "number"));
	json_t *signature;
	size_t i;

	if (!told) {
		fault(
		    c, "no entry tells of record %lld of report.json", (long long)number_at(shown, "number"));
		return;
	}
	told->shown = true;
	if (!str_eq(text_at(shown, "kind"), told->r.kind))
		differs(c, told, "kind");
	if (!str_eq(text_at(shown, "who"), told->r.who))
		differs(c, told, "who");
	if (!str_eq(text_at(shown, "at"), instant_text(told->r.at, &c->arena)))
		differs(c, told, "at");
	if (number_at(shown, "replaces") != told->r.replaces)
		differs(c, told, "replaces");
	check_part(c, told, json_object_get(shown, "facts"), told->facts);
	check_part(c, told, json_object_get(shown, "more"), told->more);
	json_array_foreach(json_object_get(shown, "signatures"), i, signature)
	    check_shown_signature(c, told->id, signature);
}

static void check_opening(struct checking *c, const json_t *shown)
{
	static const char *const keys[] = { "title", "vulnerability" };

	if (number_at(shown, "number") != c->casefile)
		fault(c, "report.json is about casefile %lld", (long long)number_at(shown, "number"));
	for (size_t i = 0; i < COUNT(keys); i++)
		if (!c->opening || !str_eq(text_at(shown, keys[i]), text_at(c->opening, keys[i])))
			fault(c, "%s is not what its opening tells", keys[i]);
	if (!str_eq(text_at(shown, "opened_at"), instant_text(c->opened_at, &c->arena)))
		fault(c, "opened_at is not what its opening tells");
}

static void check_report(struct checking *c, struct str bytes)
{
	json_t *report = read_json(c, bytes), *record;
	size_t i;

	if (!report) {
		fault(c, "report.json or facts.json cannot be read");
		return;
	}
	check_opening(c, json_object_get(report, "casefile"));
	json_array_foreach(json_object_get(report, "records"), i, record) check_record(c, record);
	for (size_t k = 0; k < c->record_count; k++)
		if (!c->records[k].shown)
			fault(c, "record %lld is missing in report.json", (long long)c->records[k].id);
	check_signatures(c);
}

/* --- facts --- */

static bool is_signer(const struct checking *c, const json_t *name)
{
	for (size_t i = 0; i < c->signature_count; i++)
		if (str_eq(str_of(json_string_value(name)), c->signatures[i].s.full_name))
			return true;
	return false;
}

static bool has(const json_t *list, const json_t *one)
{
	const json_t *item;
	size_t i;

	json_array_foreach(list, i, item) if (json_equal(item, one)) return true;
	return false;
}

/* Who signed an assessment is among its approvers. */
static bool approvers_fit(const struct checking *c, const json_t *shown, const json_t *stated)
{
	const json_t *name;
	size_t i;

	json_array_foreach(stated, i, name) if (!has(shown, name)) return false;
	json_array_foreach(shown, i, name) if (!has(stated, name) && !is_signer(c, name)) return false;
	return true;
}

static bool is_stated(struct checking *c, json_t *item, json_t *stated)
{
	json_t *a = json_copy(item), *b = json_copy(stated);
	bool same =
	    approvers_fit(c, json_object_get(item, "approvers"), json_object_get(stated, "approvers"));

	json_object_del(a, "approvers");
	json_object_del(b, "approvers");
	same = same && json_equal(a, b);
	json_decref(a);
	json_decref(b);
	return same;
}

static bool is_stated_anywhere(struct checking *c, json_t *item)
{
	if (!json_is_object(item) || json_object_size(item) == 0)
		return true;
	for (size_t i = 0; i < c->record_count; i++)
		if (!c->records[i].is_replaced && is_stated(c, item, c->records[i].facts))
			return true;
	return false;
}

/* The vulnerability is stated bit by bit. */
static bool is_vulnerability(struct checking *c, json_t *shown)
{
	json_t *stated = json_object();
	bool same;

	for (size_t i = 0; i < c->record_count; i++)
		if (str_eq(c->records[i].r.kind, STR("vulnerability")))
			json_object_update(stated, c->records[i].facts);
	same = json_equal(shown, stated);
	json_decref(stated);
	return same;
}

/* {"made": false}: there is no record of the kind. */
static bool is_not_made(const struct checking *c, const char *key, const json_t *value)
{
	if (json_object_size(value) != 1 || !json_is_false(json_object_get(value, "made")))
		return false;
	for (size_t i = 0; i < c->record_count; i++)
		if (str_eq(c->records[i].r.kind, str_of(key)))
			return false;
	return true;
}

static void check_fact(struct checking *c, const char *key, json_t *value)
{
	bool fits = true;
	json_t *item;
	size_t i;

	if (str_is_among(str_of(key), "device|firm|isao|policy") || is_not_made(c, key, value))
		return;
	if (str_eq(str_of(key), STR("vulnerability")))
		fits = is_vulnerability(c, value);
	else if (json_is_object(value))
		fits = is_stated_anywhere(c, value);
	json_array_foreach(value, i, item) fits = fits && is_stated_anywhere(c, item);
	if (!fits)
		fault(c, "%s of facts.json are not what a record states", key);
}

static void check_facts(struct checking *c, struct str bytes)
{
	json_t *facts = read_json(c, bytes), *value;
	const char *key;

	if (!facts)
		fault(c, "report.json or facts.json cannot be read");
	json_object_foreach(facts, key, value) check_fact(c, key, value);
}

/* --- the parts --- */

/* "casefile-2/report.json" */
static bool split(struct str name, int64_t *casefile, struct str *file)
{
	struct str rest = name, folder;
	struct err none = { 0 };

	if (!str_starts(rest, STR("casefile-")) || !str_cut(&rest, '/', &folder))
		return false;
	*file = rest;
	return number_parse(
	    str_from(folder, STR("casefile-").len), "casefile", 1, INT64_MAX, casefile, &none);
}

bool package_part_counts(struct str name)
{
	struct str file;
	int64_t casefile;

	return split(name, &casefile, &file) &&
	       (str_eq(file, STR("report.json")) || str_eq(file, STR("facts.json")));
}

static void check_part_of(struct checking *c, const struct package_part *part, struct str trail)
{
	struct str file;

	if (!split(part->name, &c->casefile, &file))
		return;
	c->kept = json_array();
	c->subject = casefile_subject(c->casefile, &c->arena);
	gather(c, trail);
	if (str_eq(file, STR("report.json")))
		check_report(c, part->bytes);
	else
		check_facts(c, part->bytes);
	json_decref(c->kept);
}

void package_casefiles_check(
    struct str trail, const struct package_part *parts, size_t count, struct verify_sink out)
{
	for (size_t i = 0; i < count; i++) {
		struct checking c = { .out = out };

		check_part_of(&c, &parts[i], trail);
		arena_free(&c.arena);
	}
}
