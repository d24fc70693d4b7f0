#include "sources/evidence/program_files.h"

#include "formats/input.h"
#include "formats/json_stream.h"
#include "limits.h"

struct reader {
	struct json *j;
	struct arena *arena;
	struct program_files files;
	size_t room;
};

static void add_file(struct reader *r, struct str file)
{
	for (size_t i = 0; i < r->files.count; i++)
		if (str_eq(r->files.at[i], file))
			return;
	if (r->files.count == LIMIT_PROGRAM_FILES) {
		json_refuse(r->j, "more than %d program files", LIMIT_PROGRAM_FILES);
		return;
	}
	r->files.at = arena_room(r->arena, r->files.at, r->files.count, &r->room, sizeof(*r->files.at));
	r->files.at[r->files.count++] = arena_copy(r->arena, file);
}

/* A version, or the default, that is not said to be unaffected. */
static bool is_harm(struct str status)
{
	return !str_eq(status, STR("unaffected"));
}

static bool read_versions(struct reader *r)
{
	struct str key, text;
	bool harm = false;

	while (json_next_item(r->j)) {
		while (json_next_key(r->j, &key)) {
			if (str_eq(key, STR("status")) && json_text(r->j, &text))
				harm = harm || is_harm(text);
			else
				json_skip(r->j);
		}
	}
	return harm;
}

static void read_entry(struct reader *r)
{
	struct str key, text;
	bool harm = false, named = false;

	while (json_next_key(r->j, &key)) {
		if (str_eq(key, STR("programFiles"))) {
			while (json_next_item(r->j)) {
				if (!json_text(r->j, &text) || text.len == 0)
					continue;
				named = true;
				add_file(r, text);
			}
		} else if (str_eq(key, STR("versions"))) {
			harm = read_versions(r) || harm;
		} else if (str_eq(key, STR("defaultStatus")) && json_text(r->j, &text)) {
			harm = harm || str_eq(text, STR("affected"));
		} else {
			json_skip(r->j);
		}
	}
	r->files.is_partial = r->files.is_partial || (harm && !named);
}

static void read_container(struct reader *r)
{
	struct str key;

	while (json_next_key(r->j, &key)) {
		if (!str_eq(key, STR("affected"))) {
			json_skip(r->j);
			continue;
		}
		while (json_next_item(r->j))
			read_entry(r);
	}
}

static void read_record(struct reader *r)
{
	struct str key, inner;

	while (json_next_key(r->j, &key)) {
		if (!str_eq(key, STR("containers"))) {
			json_skip(r->j);
			continue;
		}
		while (json_next_key(r->j, &inner)) {
			if (str_eq(inner, STR("cna")))
				read_container(r);
			else
				json_skip(r->j);
		}
	}
}

bool program_files_read(struct str record, struct arena *arena, struct program_files *out, struct err *e)
{
	SCOPED_INPUT *in = input_open_memory(STR("CVE record"), record);
	SCOPED_JSON *j = json_open(in);
	struct reader r = { .j = j, .arena = arena };

	read_record(&r);
	if (!json_finish(j, e))
		return false;
	*out = r.files;
	return true;
}
