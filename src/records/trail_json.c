#include "records/trail_json.h"

#include "formats/json_stream.h"

/* The texts of an entry, in the order in which they are sealed. */
#define ENTRY_TEXTS 6
static const char *const text_keys[ENTRY_TEXTS] = { "who", "what", "object", "old", "new", "why" };

static void put_whole(struct json_out *w, const struct trail_entry *entry)
{
	const struct str texts[ENTRY_TEXTS] = { entry->who, entry->what, entry->object, entry->old,
		entry->new, entry->why };
	char at[INSTANT_TEXT_SIZE];

	json_field_text(w, "at", str_of(instant_write(entry->at, at)));
	json_field_int(w, "at_us", entry->at.us);
	for (size_t i = 0; i < ENTRY_TEXTS; i++)
		json_field_text_or_null(w, text_keys[i], texts[i]);
}

void trail_write_json(const struct trail_entry *entry, bool whole, struct json_out *w)
{
	char hex[SHA256_HEX_SIZE];

	json_open_object(w);
	json_field_int(w, "number", entry->number);
	if (whole)
		put_whole(w, entry);
	else
		json_field_bool(w, "withheld", true);
	json_field_text(w, "previous", str_of(sha256_hex(&entry->previous, hex)));
	json_field_text(w, "digest", str_of(sha256_hex(&entry->digest, hex)));
	json_close_object(w);
}

void trail_write_line(const struct trail_entry *entry, bool whole, struct buf *out)
{
	struct json_out *w = json_out_buf(out, false);

	trail_write_json(entry, whole, w);
	json_out_close(w);
	buf_byte(out, '\n');
}

static struct str *text_of(struct trail_entry *entry, struct str key)
{
	struct str *const texts[ENTRY_TEXTS] = { &entry->who, &entry->what, &entry->object, &entry->old,
		&entry->new, &entry->why };

	for (size_t i = 0; i < ENTRY_TEXTS; i++)
		if (str_eq(str_of(text_keys[i]), key))
			return texts[i];
	return NULL;
}

static void read_member(
    struct json *j, struct str key, struct arena *arena, struct trail_entry *entry, bool *whole)
{
	struct str *text = text_of(entry, key), value;
	bool digest = str_eq(key, STR("digest")), previous = str_eq(key, STR("previous"));

	if (text && json_peek(j) == JSON_TEXT) {
		if (json_text(j, &value))
			*text = arena_copy(arena, value);
	} else if (digest || previous) {
		if (json_text(j, &value) && !sha256_parse(value, digest ? &entry->digest : &entry->previous))
			json_refuse(j, "is no SHA-256");
	} else if (str_eq(key, STR("number"))) {
		json_int(j, 1, INT64_MAX, &entry->number);
	} else if (str_eq(key, STR("at_us"))) {
		json_int(j, INT64_MIN, INT64_MAX, &entry->at.us);
	} else if (str_eq(key, STR("withheld"))) {
		*whole = false;
		json_skip(j);
	} else {
		json_skip(j);
	}
}

static bool is_exact(const struct trail_line *l, struct str line)
{
	SCOPED_BUF again = buf_new(line.len);

	trail_write_line(&l->entry, l->whole, &again);
	return !buf_full(&again) && str_eq(buf_str(&again), line);
}

bool trail_read_line(
    struct str name, struct str line, struct arena *arena, struct trail_line *out, struct err *e)
{
	SCOPED_INPUT *in = input_open_memory(name, line);
	SCOPED_JSON *j = json_open(in);
	struct trail_line l = { .whole = true };
	struct str key;

	while (json_next_key(j, &key))
		read_member(j, arena_copy(arena, key), arena, &l.entry, &l.whole);
	if (!json_finish(j, e))
		return false;
	if (l.entry.number == 0)
		return err_fail(
		    e, ERR_INPUT, STR_FMT ": expected an entry of the trail with its number", STR_ARG(name));
	l.exact = is_exact(&l, line);
	*out = l;
	return true;
}
