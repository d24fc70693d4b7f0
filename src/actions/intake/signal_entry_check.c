#include "actions/intake/signal_entry_check.h"

#include <string.h>

#include "actions/casework/mdr_rationale.h"
#include "actions/firm_day.h"
#include "actions/intake/signal_list.h"
#include "actions/signal_read.h"
#include "base/text.h"
#include "reports/casefile_record.h"

/* An entry tells of what has happened (an embargo alone of what is to come); whoever enters it may be where
 * the next day has begun. */
static bool check_not_ahead(struct db *db, const char *kind, struct str content, struct instant now,
    struct arena *arena, struct err *e)
{
	static const char *const keys[] = { "at", "on", "requested_on", "assigned_on", "applicable_on" };
	struct report_fields fields = { 0 };
	struct time_zone zone;
	struct signal_moment m;

	if (!report_fields_read(content, arena, &fields, e) || !firm_zone(db, arena, &zone, e))
		return false;
	for (size_t i = 0; i < COUNT(keys); i++) {
		struct str text = report_fields_text(&fields, str_of(keys[i]));

		if (!text.len)
			continue;
		if (!signal_moment_read(text, &zone, &m, e))
			return err_within(e, "%s", keys[i]);
		if (m.on.days > time_zone_date(&zone, now).days + 1)
			return err_fail(e, ERR_INPUT,
				   "%s: " STR_FMT " lies ahead: what has not happened is not recorded",
				   keys[i], STR_ARG(text)) ||
			       err_within(e, "%s", kind);
	}
	return true;
}

/* A summary, and a reason that is asked for, say something. */
bool signal_entry_says(const char *kind, struct str content, struct arena *arena, struct err *e)
{
	struct report_fields fields = { 0 };

	if (!report_fields_read(content, arena, &fields, e))
		return false;
	for (size_t i = 0; i < fields.count; i++) {
		struct str key = fields.items[i].key;

		if (!str_is_among(key, "reason|summary") || text_says(fields.items[i].text))
			continue;
		return err_fail(e, ERR_INPUT, "%s: the " STR_FMT " is empty", kind, STR_ARG(key)) ||
		       err_field(e, str_eq(key, STR("reason")) ? "reason" : "summary");
	}
	return true;
}

static bool check_behind_receipt(const struct report_fields *f, const struct signal *s, struct err *e)
{
	char day[DATE_TEXT_SIZE], received[DATE_TEXT_SIZE];
	struct date on;

	if (!date_parse(report_fields_text(f, STR("on")), &on, e))
		return false;
	return on.days >= s->received_on.days ||
	       err_fail(e, ERR_INPUT, "on: %s is before the complaint was received, on %s",
		   date_write(on, day), date_write(s->received_on, received)) ||
	       err_field(e, "on");
}

/* Of a complaint, and while no casefile has it, which would answer. */
static bool check_rationale(struct db *db, int64_t id, struct str content, struct arena *arena, struct err *e)
{
	struct report_fields fields;
	struct signal_file file;
	const struct signal *s = &file.signal;

	if (!report_fields_read(content, arena, &fields, e) || !signal_read(db, id, arena, &file, e))
		return false;
	if (!str_eq(str_of(s->kind->name), STR("complaint")))
		return err_fail(e, ERR_CONFLICT,
		    "signal %lld is a %s: of a complaint it is asked whether it is reportable", (long long)id,
		    s->kind->name);
	if (s->casefile_count)
		return err_fail(e, ERR_CONFLICT,
			   "signal %lld is in casefile %lld: state there why it is not reportable",
			   (long long)id, (long long)s->casefiles[0]) ||
		       err_remedy(e, REMEDY_NOT_REPORTABLE);
	return mdr_rationale_check(&fields, e) && check_behind_receipt(&fields, s, e);
}

/* Who was promised silence until an instant agreed to an earlier one, or something else happened: which is
 * said. */
static bool check_embargo(struct db *db, int64_t id, struct str content, struct arena *arena, struct err *e)
{
	struct report_fields fields;
	struct signal_file file;
	struct instant until;
	struct str text;

	if (!report_fields_read(content, arena, &fields, e) || !signal_read(db, id, arena, &file, e))
		return false;
	text = report_fields_text(&fields, STR("until"));
	if (!text.len || !file.signal.embargo.len || report_fields_text(&fields, STR("reason")).len ||
	    report_fields_text(&fields, STR("text")).len)
		return true;
	if (!instant_parse(text, false, &until, e))
		return err_within(e, "until");
	return until.us >= file.signal.embargo_until.us ||
	       err_fail(e, ERR_CONFLICT,
		   "signal %lld is under embargo until " STR_FMT
		   ": say why it ends earlier, or with whom that is agreed",
		   (long long)id, STR_ARG(file.signal.embargo)) ||
	       err_field(e, "text");
}

/* That what was acknowledged too late was acknowledged in time. */
static bool check_acknowledged(
    struct db *db, int64_t id, struct str content, struct change_by by, struct arena *arena, struct err *e)
{
	struct signal_query query = { .today = DATE_NONE, .now = by.at };
	char due[DATE_TEXT_SIZE], was[DATE_TEXT_SIZE], is[DATE_TEXT_SIZE];
	struct report_fields fields;
	struct signal_file file;
	struct signal_row row;
	struct time_zone zone;
	struct signal_moment m;
	struct str at;

	if (!report_fields_read(content, arena, &fields, e) || !signal_read(db, id, arena, &file, e) ||
	    !signal_row_of(db, &file.signal, &query, &row, e) || !firm_zone(db, arena, &zone, e))
		return false;
	at = report_fields_text(&fields, STR("at"));
	if (!at.len || text_says(by.why) || !date_is_known(row.signal.acknowledged_on) ||
	    !date_is_known(row.acknowledge_by) || row.signal.acknowledged_on.days <= row.acknowledge_by.days)
		return true;
	if (!signal_moment_read(at, &zone, &m, e))
		return err_within(e, "at");
	return m.on.days > row.acknowledge_by.days ||
	       err_fail(e, ERR_CONFLICT,
		   "acknowledge_reporter was due %s and done on %s: that it was done in time, on %s, needs a "
		   "reason",
		   date_write(row.acknowledge_by, due), date_write(row.signal.acknowledged_on, was),
		   date_write(m.on, is)) ||
	       err_field(e, "why");
}

/* What a kind of entry has to say, beside what every one has. */
static bool check_kind(struct db *db, int64_t id, const char *kind, struct str content, struct change_by by,
    struct arena *arena, struct err *e)
{
	if (strcmp(kind, "embargo") == 0)
		return check_embargo(db, id, content, arena, e);
	if (strcmp(kind, "acknowledgement") == 0)
		return check_acknowledged(db, id, content, by, arena, e);
	return strcmp(kind, "mdr_rationale") != 0 || check_rationale(db, id, content, arena, e);
}

bool signal_entry_check(struct db *db, int64_t id, const char *kind, struct str content, struct change_by by,
    struct arena *arena, struct err *e)
{
	return check_not_ahead(db, kind, content, by.at, arena, e) &&
	       signal_entry_says(kind, content, arena, e) && check_kind(db, id, kind, content, by, arena, e);
}
