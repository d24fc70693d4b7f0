#include "sources/feeds/records.h"

#include "limits.h"
#include "sources/feeds/start.h"

static bool take_record(
    struct json *j, const struct record_reader *reader, const struct advisory_sink *out, struct err *e)
{
	struct err why = { 0 };

	json_record_begin(j, true);
	reader->read(reader->ctx, j);
	if (!json_record_end(j, &why)) /* json_finish() tells of a bad document */
		return json_failed(j) || out->skipped(out->ctx, &why, e);
	return reader->give(reader->ctx, json_record_raw(j), out, e);
}

static bool take_array(
    struct json *j, const struct record_reader *reader, const struct advisory_sink *out, struct err *e)
{
	while (json_next_item(j))
		if (!take_record(j, reader, out, e))
			return false;
	return true;
}

static bool take_list(
    struct json *j, const struct record_reader *reader, const struct advisory_sink *out, struct err *e)
{
	struct str key;

	while (json_next_key(j, &key)) {
		if (!str_eq(key, str_of(reader->list)))
			json_skip(j);
		else if (!take_array(j, reader, out, e))
			return false;
	}
	return true;
}

/* Keys that stand in a record of some feed and beside no list: what comes first decides, and the rest of the
 * beginning need not be looked at. */
static bool has_list(struct str start, const char *list)
{
	const struct start_rule rules[] = { { true, list, NULL }, { false, "id", NULL },
		{ false, "cve", NULL }, { false, "cveMetadata", NULL }, { false, "containers", NULL },
		{ false, "document", NULL }, { false, "_annotation", NULL } };
	size_t first = start_first(start, rules, COUNT(rules));

	return first < COUNT(rules) && rules[first].what;
}

bool records_read(
    struct input *in, const struct record_reader *reader, const struct advisory_sink *out, struct err *e)
{
	bool is_list = has_list(input_peek(in, LIMIT_START_BYTES), reader->list);
	SCOPED_JSON *j = json_open(in);
	bool good;

	if (json_peek(j) == JSON_ARRAY)
		good = take_array(j, reader, out, e);
	else if (is_list)
		good = take_list(j, reader, out, e);
	else
		good = take_record(j, reader, out, e);
	return good && json_finish(j, e);
}
