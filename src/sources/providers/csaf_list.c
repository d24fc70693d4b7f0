/*
 * csaf_list - the lists of a CSAF provider: changes.csv, and ROLIE feeds.
 */
#include "base/arena.h"
#include "formats/json_stream.h"
#include "sources/feeds/draft.h"
#include "sources/providers/listed_line.h"

/* --- changes.csv --- */

/* Below the folder of the list: no address of another place, and no way up. */
static bool is_below(struct str path)
{
	struct str part;

	if (path.len == 0 || path.ptr[0] == '/' || str_has(path, STR("://")))
		return false;
	while (str_next(&path, '/', &part))
		if (part.len == 0 || str_eq(part, STR("..")) || str_eq(part, STR(".")))
			return false;
	return true;
}

static bool take_line(struct str line, struct listed *one, struct err *e)
{
	struct str path;

	if (!str_cut_last(&line, ',', &path) || !listed_instant(line, &one->at) ||
	    !is_below(listed_text(path)))
		return err_fail(e, ERR_INPUT, "expected a path below this folder, a comma and an instant");
	one->what = listed_text(path);
	return true;
}

bool csaf_changes_read(struct input *in, struct listed_sink out, struct err *e)
{
	return listed_lines_read(in, STR("path,date"), take_line, out, e);
}

/* --- ROLIE --- */

struct entry {
	struct listed listed;
	struct str self; /* where its content names no address */
};

static void read_content(struct json *j, struct arena *record, struct entry *entry)
{
	struct str key;

	while (json_next_key(j, &key)) {
		if (str_eq(key, STR("src")))
			draft_read_text(j, record, &entry->listed.what);
		else
			json_skip(j);
	}
}

static void read_link(struct json *j, struct arena *record, struct entry *entry)
{
	struct str key, rel = STR_NONE, href = STR_NONE;

	while (json_next_key(j, &key)) {
		if (str_eq(key, STR("rel")))
			draft_read_text(j, record, &rel);
		else if (str_eq(key, STR("href")))
			draft_read_text(j, record, &href);
		else
			json_skip(j);
	}
	if (str_eq(rel, STR("self")))
		entry->self = href;
}

static void read_entry(struct json *j, struct arena *record, struct entry *entry)
{
	struct str key;

	*entry = (struct entry){ .listed.at = INSTANT_NONE };
	while (json_next_key(j, &key)) {
		if (str_eq(key, STR("updated"))) {
			draft_read_instant(j, &entry->listed.at);
		} else if (str_eq(key, STR("content"))) {
			read_content(j, record, entry);
		} else if (str_eq(key, STR("link"))) {
			while (json_next_item(j))
				read_link(j, record, entry);
		} else {
			json_skip(j);
		}
	}
	if (entry->listed.what.len == 0)
		entry->listed.what = entry->self;
	if (entry->listed.what.len == 0 || !instant_is_known(entry->listed.at))
		json_refuse(j, "expected an entry with content.src and updated");
}

static bool read_entries(struct json *j, struct listed_sink out, struct err *e)
{
	SCOPED_ARENA record = { 0 };
	struct entry entry;

	while (json_next_item(j)) {
		arena_reset(&record);
		json_record_begin(j, false);
		read_entry(j, &record, &entry);
		if (!json_record_end(j, e) || !out.take(out.ctx, &entry.listed, e))
			return false;
	}
	return true;
}

static bool read_feed(struct json *j, struct listed_sink out, struct err *e)
{
	struct str key;

	while (json_next_key(j, &key)) {
		if (!str_eq(key, STR("entry")))
			json_skip(j);
		else if (!read_entries(j, out, e))
			return false;
	}
	return true;
}

bool csaf_feed_read(struct input *in, struct listed_sink out, struct err *e)
{
	SCOPED_JSON *j = json_open(in);
	bool found = false;
	struct str key;

	while (json_next_key(j, &key)) {
		if (!str_eq(key, STR("feed"))) {
			json_skip(j);
			continue;
		}
		found = true;
		if (!read_feed(j, out, e))
			return false;
	}
	return json_finish(j, e) &&
	       (found || err_fail(e, ERR_INPUT, STR_FMT ": expected a ROLIE feed", STR_ARG(input_name(in))));
}
