#include "sources/feeds/kev.h"

#include "base/arena.h"
#include "formats/csv_read.h"
#include "formats/json_stream.h"
#include "identity/cve_id.h"
#include "limits.h"
#include "sources/feeds/draft.h"

/* The fields that matter, in both forms. */
enum field { FIELD_CVE, FIELD_NAME, FIELD_ADDED, FIELD_DUE, FIELD_RANSOMWARE, FIELD_COUNT };

static const char *const field_names[FIELD_COUNT] = {
	[FIELD_CVE] = "cveID",
	[FIELD_NAME] = "vulnerabilityName",
	[FIELD_ADDED] = "dateAdded",
	[FIELD_DUE] = "dueDate",
	[FIELD_RANSOMWARE] = "knownRansomwareCampaignUse",
};

/* A date that cannot be read is unknown: no entry is lost for it. */
static struct date read_date(struct str text)
{
	struct date d;
	struct err e;

	return date_parse(str_trim(text), &d, &e) ? d : DATE_NONE;
}

static bool make_entry(const struct str fields[FIELD_COUNT], struct kev_entry *entry, struct err *e)
{
	int64_t id;

	*entry = (struct kev_entry){
		.cve = str_trim(fields[FIELD_CVE]),
		.name = fields[FIELD_NAME],
		.added = read_date(fields[FIELD_ADDED]),
		.due = read_date(fields[FIELD_DUE]),
		.ransomware = str_eq_nocase(str_trim(fields[FIELD_RANSOMWARE]), STR("Known")),
	};
	return cve_id_parse(entry->cve, &id) ||
	       err_fail(e, ERR_INPUT, "cveID \"" STR_FMT "\" is not a CVE id", STR_ARG(entry->cve));
}

/* --- JSON --- */

static void read_entry(struct json *j, struct arena *record, struct kev_entry *entry)
{
	struct str fields[FIELD_COUNT] = { 0 };
	struct str key;
	struct err e;

	while (json_next_key(j, &key)) {
		size_t i = 0;

		while (i < FIELD_COUNT && !str_eq(key, str_of(field_names[i])))
			i++;
		if (i < FIELD_COUNT)
			draft_read_text(j, record, &fields[i]);
		else
			json_skip(j);
	}
	if (!make_entry(fields, entry, &e))
		json_refuse(j, "%s", e.text);
}

static bool take_entries(struct json *j, const struct advisory_sink *out, struct err *e)
{
	SCOPED_ARENA record = { 0 };

	while (json_next_item(j)) {
		struct kev_entry entry = { 0 };
		struct err why = { 0 };

		arena_reset(&record);
		json_record_begin(j, false);
		read_entry(j, &record, &entry);
		if (json_record_end(j, &why)) {
			if (!out->kev(out->ctx, &entry, e))
				return err_within(e, STR_FMT, STR_ARG(entry.cve));
		} else if (!json_failed(j) && !out->skipped(out->ctx, &why, e)) {
			return false;
		}
	}
	return true;
}

static bool take_date(struct json *j, const struct advisory_sink *out, struct err *e)
{
	struct instant released = INSTANT_NONE;

	if (!draft_read_instant(j, &released) || !instant_is_known(released) || !out->list_date)
		return true;
	return out->list_date(out->ctx, STR("kev"), released, e);
}

static bool read_json(struct input *in, const struct advisory_sink *out, struct err *e)
{
	SCOPED_JSON *j = json_open(in);
	struct str key;

	while (json_next_key(j, &key)) {
		bool good = true;

		if (str_eq(key, STR("dateReleased")))
			good = take_date(j, out, e);
		else if (str_eq(key, STR("vulnerabilities")))
			good = take_entries(j, out, e);
		else
			json_skip(j);
		if (!good)
			return false;
	}
	return json_finish(j, e);
}

/* --- CSV --- */

static bool take_row(
    struct csv *c, const size_t columns[FIELD_COUNT], const struct advisory_sink *out, struct err *e)
{
	struct str fields[FIELD_COUNT];
	struct kev_entry entry;
	const struct str *row;
	struct err why = { 0 };

	if (!csv_row(c, &row, &why))
		return out->skipped(out->ctx, &why, e);
	for (size_t i = 0; i < FIELD_COUNT; i++)
		fields[i] = row[columns[i]];
	if (!make_entry(fields, &entry, &why)) {
		csv_within(c, &why);
		return out->skipped(out->ctx, &why, e);
	}
	return out->kev(out->ctx, &entry, e) || err_within(e, STR_FMT, STR_ARG(entry.cve));
}

static bool read_csv(struct input *in, const struct advisory_sink *out, struct err *e)
{
	SCOPED_CSV *c = csv_open(in);
	size_t columns[FIELD_COUNT];

	for (size_t i = 0; i < FIELD_COUNT; i++)
		if (!csv_get_column(c, str_of(field_names[i]), &columns[i]))
			return csv_finish(c, e);
	while (csv_next_row(c))
		if (!take_row(c, columns, out, e))
			return false;
	return csv_finish(c, e);
}

bool kev_recognises_csv(struct str start)
{
	struct str line = str_first(start, str_index(start, '\n'));

	return str_has(line, STR("cveID,")) && str_has(line, STR("dateAdded"));
}

bool kev_read(struct input *in, struct advisory_sink out, struct err *e)
{
	return kev_recognises_csv(input_peek(in, LIMIT_START_BYTES)) ? read_csv(in, &out, e)
								     : read_json(in, &out, e);
}
