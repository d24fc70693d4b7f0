#include "actions/reports/package_told.h"

#include <stdarg.h>
#include <stdio.h>

#include "actions/trail/trail_file.h"
#include "store/casefiles.h"

void package_fault(struct package_told *t, const char *fmt, ...)
{
	char says[512];
	int head = snprintf(says, sizeof(says), "casefile %lld: ", (long long)t->casefile);
	va_list args;

	va_start(args, fmt);
	vsnprintf(says + head, sizeof(says) - (size_t)head, fmt, args);
	va_end(args);
	t->out.fault(t->out.ctx, says);
}

json_t *package_read_json(struct package_told *t, struct str text)
{
	json_t *read =
	    json_loadb(text.ptr ? text.ptr : "", text.len, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, NULL);

	if (read)
		json_array_append_new(t->kept, read);
	return read;
}

struct str package_text_at(const json_t *object, const char *key)
{
	const json_t *text = json_object_get(object, key);

	return text && json_is_string(text)
		   ? (struct str){ json_string_value(text), json_string_length(text) }
		   : STR("");
}

size_t package_record_at(const struct package_told *t, int64_t id)
{
	size_t i = 0;

	while (i < t->record_count && t->records[i].id != id)
		i++;
	return i;
}

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

static int64_t number_at(const json_t *object, const char *key)
{
	return json_integer_value(json_object_get(object, key));
}

static void tell_record(struct package_told *t, const struct trail_entry *entry, json_t *new)
{
	struct str facts = raw_part(entry->new, "facts", &t->arena);
	size_t at = str_find(entry->new, facts);

	t->records = arena_room(&t->arena, t->records, t->record_count, &t->record_room, sizeof(*t->records));
	t->told = arena_room(&t->arena, t->told, t->record_count, &t->told_room, sizeof(*t->told));
	t->records[t->record_count] = (struct case_record){ .id = number_at(new, "record"),
		.kind = package_text_at(new, "kind"),
		.replaces = number_at(new, "replaces"),
		.facts = arena_copy(&t->arena, facts),
		.more =
		    arena_copy(&t->arena, raw_part(str_from(entry->new, at + facts.len), "more", &t->arena)),
		.at = entry->at,
		.who = arena_copy(&t->arena, entry->who) };
	t->told[t->record_count++] = (struct told_record){ .facts = json_object_get(new, "facts"),
		.more = json_object_get(new, "more") };
}

static void tell_signature(struct package_told *t, const struct trail_entry *entry, json_t *new)
{
	struct told_signature told = { .s = { .id = entry->number,
					   .subject = t->subject,
					   .record = number_at(new, "record"),
					   .name = arena_copy(&t->arena, entry->who),
					   .full_name = package_text_at(new, "full_name"),
					   .at = entry->at,
					   .entry = entry->number } };
	struct err unread = { 0 };

	if (!meaning_parse(package_text_at(new, "meaning"), &told.s.meaning, &unread) ||
	    !sha256_parse(package_text_at(new, "content"), &told.s.content) ||
	    !sha256_parse(package_text_at(new, "seal"), &told.s.seal))
		package_fault(t, "entry %lld tells of no whole signature", (long long)entry->number);
	t->signatures = arena_room(
	    &t->arena, t->signatures, t->signature_count, &t->signature_room, sizeof(*t->signatures));
	t->signatures[t->signature_count++] = told;
}

static void tell_casefile(struct package_told *t, const struct trail_entry *entry)
{
	json_t *new = package_read_json(t, entry->new);

	if (str_eq(entry->what, STR("casefile.open"))) {
		t->opening = new;
		t->opened_at = entry->at;
	} else if (str_eq(entry->what, STR("casefile.rename"))) {
		json_object_update(t->opening, new);
	} else if (str_starts(entry->what, STR("casefile.")) && json_object_get(new, "record")) {
		tell_record(t, entry, new);
	} else if (str_starts(entry->what, STR("sign."))) {
		tell_signature(t, entry, new);
	}
}

/* What holds for all casefiles; false: the entry is about something else. */
static bool tell_setting(struct package_told *t, const struct trail_entry *entry)
{
	const struct {
		struct str object;
		struct str *to;
	} settings[] = { { STR("setting time_zone"), &t->time_zone }, { STR("setting firm"), &t->firm },
		{ STR("setting isao"), &t->isao } };

	for (size_t i = 0; i < COUNT(settings); i++) {
		if (!str_eq(entry->object, settings[i].object))
			continue;
		*settings[i].to = arena_copy(&t->arena, entry->new);
		return true;
	}
	if (str_eq(entry->what, STR("program.policy")))
		json_array_append(t->policies, package_read_json(t, entry->new));
	return str_eq(entry->what, STR("program.policy"));
}

static bool take_line(void *ctx, const struct trail_line *line, struct err *e)
{
	const struct trail_entry *entry = &line->entry;
	struct package_told *t = ctx;

	(void)e;
	if (line->whole)
		t->made_at = entry->at;
	if (!line->whole || entry->new.len == 0 || tell_setting(t, entry))
		return true;
	if (str_eq(entry->object, t->subject))
		tell_casefile(t, entry);
	else if (str_is_among(entry->what, "device.add|device.set"))
		json_object_set(
		    t->devices, arena_text(&t->arena, entry->object), package_read_json(t, entry->new));
	return true;
}

void package_told_open(struct package_told *t, int64_t casefile, struct str trail, struct verify_sink out)
{
	SCOPED_INPUT *in = input_open_memory(STR("trail.jsonl"), trail);
	struct err broken = { 0 };

	*t = (struct package_told){ .out = out,
		.casefile = casefile,
		.kept = json_array(),
		.devices = json_object(),
		.policies = json_array() };
	t->subject = casefile_subject(casefile, &t->arena);
	if (!trail_file_read(in, (struct trail_file_sink){ t, take_line }, &broken))
		return; /* what is wrong with the trail itself has been told */
}

void package_told_close(struct package_told *t)
{
	json_decref(t->kept);
	json_decref(t->devices);
	json_decref(t->policies);
	arena_free(&t->arena);
}
