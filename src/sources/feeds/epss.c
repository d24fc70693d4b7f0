#include "sources/feeds/epss.h"

#include "base/number.h"
#include "formats/csv_read.h"
#include "identity/cve_id.h"

#define MILLION 1000000

enum column { COLUMN_CVE, COLUMN_SCORE, COLUMN_PERCENTILE, COLUMN_COUNT };

static const char *const column_names[COLUMN_COUNT] = {
	[COLUMN_CVE] = "cve",
	[COLUMN_SCORE] = "epss",
	[COLUMN_PERCENTILE] = "percentile",
};

/* RFC 3339, or its offset without a colon: "2026-08-16T00:00:00+0000". */
static bool read_date(struct str text, struct instant *out)
{
	char with_colon[40];
	struct err e;

	text = str_trim(text);
	if (instant_parse(text, true, out, &e))
		return true;
	if (text.len < 5 || text.len >= sizeof(with_colon) - 1)
		return false;
	memcpy(with_colon, text.ptr, text.len - 2);
	with_colon[text.len - 2] = ':';
	memcpy(with_colon + text.len - 1, text.ptr + text.len - 2, 2);
	return instant_parse((struct str){ with_colon, text.len + 1 }, true, out, &e);
}

static bool take_date(struct csv *c, const struct advisory_sink *out, struct err *e)
{
	struct str comment, item, name;
	struct instant date;

	while (csv_next_comment(c, &comment)) {
		while (str_next(&comment, ',', &item)) {
			if (!str_cut(&item, ':', &name) || !str_eq(str_trim(name), STR("score_date")) ||
			    !read_date(item, &date))
				continue;
			return !out->list_date || out->list_date(out->ctx, STR("epss"), date, e);
		}
	}
	return true;
}

static bool read_share(struct str text, const char *what, int64_t *out, struct err *e)
{
	if (number_decimal(str_trim(text), 6, out) && *out >= 0 && *out <= MILLION)
		return true;
	return err_fail(e, ERR_INPUT, "%s \"" STR_FMT "\" is not a number from 0 to 1", what, STR_ARG(text));
}

static bool make_entry(
    const struct str *row, const size_t columns[COLUMN_COUNT], struct epss_entry *entry, struct err *e)
{
	int64_t id;

	entry->cve = str_trim(row[columns[COLUMN_CVE]]);
	if (!cve_id_parse(entry->cve, &id))
		return err_fail(e, ERR_INPUT, "cve \"" STR_FMT "\" is not a CVE id", STR_ARG(entry->cve));
	return read_share(row[columns[COLUMN_SCORE]], "epss", &entry->score, e) &&
	       read_share(row[columns[COLUMN_PERCENTILE]], "percentile", &entry->percentile, e);
}

static bool take_row(
    struct csv *c, const size_t columns[COLUMN_COUNT], const struct advisory_sink *out, struct err *e)
{
	struct epss_entry entry;
	const struct str *row;
	struct err why = { 0 };

	if (!csv_row(c, &row, &why))
		return out->skipped(out->ctx, &why, e);
	if (!make_entry(row, columns, &entry, &why)) {
		csv_within(c, &why);
		return out->skipped(out->ctx, &why, e);
	}
	return out->epss(out->ctx, &entry, e) || err_within(e, STR_FMT, STR_ARG(entry.cve));
}

bool epss_recognises_csv(struct str start)
{
	struct str line;

	while (str_next(&start, '\n', &line))
		if (!str_starts(line, STR("#")))
			return str_starts(line, STR("cve,epss"));
	return false;
}

bool epss_read(struct input *in, struct advisory_sink out, struct err *e)
{
	SCOPED_CSV *c = csv_open(in);
	size_t columns[COLUMN_COUNT];

	if (!take_date(c, &out, e))
		return false;
	for (size_t i = 0; i < COLUMN_COUNT; i++)
		if (!csv_get_column(c, str_of(column_names[i]), &columns[i]))
			return csv_finish(c, e);
	while (csv_next_row(c))
		if (!take_row(c, columns, &out, e))
			return false;
	return csv_finish(c, e);
}
