#include "actions/duties/metrics_edition.h"

#include <stdlib.h>

#include "actions/firm_day.h"
#include "reports/metrics/metrics_report.h"
#include "store/devices.h"

bool metrics_check_order(struct window period, struct err *e)
{
	return period.from.days <= period.to.days ||
	       err_fail(e, ERR_INPUT, "the period ends before it begins");
}

static bool check_period(struct db *db, struct window period, struct instant now, struct err *e)
{
	char text[DATE_TEXT_SIZE];
	struct date today;

	if (!metrics_check_order(period, e) || !firm_day(db, DATE_NONE, now, &today, e))
		return false;
	return period.to.days <= today.days ||
	       err_fail(e, ERR_INPUT, "the period ends after today, %s: what is not over is not measured",
		   date_write(today, text));
}

static bool read_words(const struct metrics_words *words, struct metrics_asked *out, struct err *e)
{
	out->unit = words->unit.len ? metric_unit_find(words->unit) : UNIT_FINDING;
	out->by = metric_slice_find(words->slice);
	if (out->unit == UNIT_COUNT)
		return err_fail(e, ERR_INPUT, "unit is finding, device or vulnerability, not \"" STR_FMT "\"",
		    STR_ARG(words->unit));
	return out->by != SLICE_COUNT ||
	       err_fail(e, ERR_INPUT, "there is no slice \"" STR_FMT "\"", STR_ARG(words->slice));
}

bool metrics_ask(struct db *db, const struct metrics_words *words, struct instant now,
    struct metrics_asked *out, struct err *e)
{
	struct metrics_asked asked = { .window = words->window };
	SCOPED_ARENA arena = { 0 };
	struct device device;

	if (!read_words(words, &asked, e) || !check_period(db, asked.window, now, e))
		return false;
	if (words->device.len) {
		if (!device_get(db, words->device, &arena, &device, e))
			return false;
		asked.device_id = device.id;
	}
	*out = asked;
	return true;
}

static struct str name_of(const struct metrics *m, const struct document_shape *shape, struct arena *arena)
{
	char from[DATE_TEXT_SIZE], to[DATE_TEXT_SIZE];

	return arena_printf(arena, "metrics-%s-%s-edition-%lld." STR_FMT, date_write(m->window.from, from),
	    date_write(m->window.to, to), (long long)m->edition, STR_ARG(shape->form));
}

bool metrics_edition_issue(struct db *db, const struct metrics_asked *asked,
    const struct document_shape *shape, struct change_by by, struct arena *arena, struct metrics_edition *out,
    struct err *e)
{
	struct document_object object = { metrics_write_json, NULL };
	struct metrics_edition made;
	struct metrics_report report;
	struct metrics m;
	char *bytes = NULL;
	size_t len = 0;

	if (!metrics_gather(db, asked, by.at, arena, &m, e))
		return false;
	m.edition = m.issued + 1;
	metrics_report_make(&m, arena, &report);
	object.report = &report;
	if (!document_form_bytes(metrics_report_document(&report, arena), &object, shape, &bytes, &len, e))
		return false;
	made = (struct metrics_edition){ .number = m.edition,
		.name = name_of(&m, shape, arena),
		.bytes = arena_copy(arena, (struct str){ bytes, len }) };
	free(bytes);
	made.digest = sha256_of(made.bytes);
	if (!metrics_issue(db, &m, &made.digest, by, e))
		return false;
	*out = made;
	return true;
}
