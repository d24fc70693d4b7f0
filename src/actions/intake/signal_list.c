#include "actions/intake/signal_list.h"

#include "actions/firm_day.h"
#include "reports/casefile_record.h"
#include "store/casefiles.h"

bool signal_time_frame(struct db *db, int64_t *days, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct report_fields fields;
	struct str json;

	*days = SIGNAL_ACKNOWLEDGE_DAYS;
	if (!setting_get(db, "intake", &arena, &json, e))
		return false;
	if (!json.ptr)
		return true;
	if (!report_fields_read(json, &arena, &fields, e))
		return err_within(e, "setting intake");
	for (size_t i = 0; i < fields.count; i++)
		if (str_eq(fields.items[i].key, STR("acknowledge_within_days")))
			*days = fields.items[i].number;
	return true;
}

static struct signal_row row_of(const struct signal *s, int64_t days, struct date today, struct instant now)
{
	struct signal_row row = { .signal = *s, .acknowledge_by = DATE_NONE };

	row.embargoed = signal_is_under_embargo(s, now);
	if (!signal_wants_acknowledgement(s))
		return row;
	row.acknowledge_by = date_plus(s->received_on, (int32_t)days);
	row.owed = signal_owes_acknowledgement(s);
	row.overdue = row.owed && today.days > row.acknowledge_by.days;
	return row;
}

bool signal_row_of(struct db *db, const struct signal *s, const struct signal_query *query,
    struct signal_row *out, struct err *e)
{
	struct date today;
	int64_t days;

	if (!firm_day(db, query->today, query->now, &today, e) || !signal_time_frame(db, &days, e))
		return false;
	*out = row_of(s, days, today, query->now);
	return true;
}

static bool source_has(struct str source, struct str part)
{
	for (size_t i = 0; i + part.len <= source.len; i++)
		if (str_starts_nocase(str_from(source, i), part))
			return true;
	return part.len == 0;
}

static bool is_asked_for(const struct signal_row *row, const struct signal_query *q)
{
	const struct signal *s = &row->signal;

	return (q->state == SIGNAL_STATE_COUNT || s->state == q->state) &&
	       (q->kind.len == 0 || str_eq(q->kind, str_of(s->kind->name))) &&
	       source_has(s->source, q->source) &&
	       (q->vulnerability.len == 0 || str_eq_nocase(q->vulnerability, s->vulnerability)) &&
	       (!date_is_known(q->since) || s->received_on.days >= q->since.days) &&
	       (!q->overdue || row->overdue);
}

bool signal_list(struct db *db, const struct signal_query *query, struct arena *arena,
    struct signal_row **out, size_t *count, struct err *e)
{
	struct signal *signals;
	struct date today;
	size_t all, room = 0;
	int64_t days;

	*out = NULL;
	*count = 0;
	if (!firm_day(db, query->today, query->now, &today, e) || !signal_time_frame(db, &days, e) ||
	    !signal_read_all(db, arena, &signals, &all, e))
		return false;
	for (size_t i = 0; i < all; i++) {
		struct signal_row row = row_of(&signals[i], days, today, query->now);

		if (!is_asked_for(&row, query))
			continue;
		*out = arena_room(arena, *out, *count, &room, sizeof(**out));
		(*out)[(*count)++] = row;
	}
	return true;
}

bool signal_embargoes(struct db *db, int64_t casefile_id, struct instant now, struct arena *arena,
    struct signal **out, size_t *count, struct err *e)
{
	struct signal *signals;
	size_t all;

	*count = 0;
	if (!signal_read_all(db, arena, &signals, &all, e))
		return false;
	for (size_t i = 0; i < all; i++)
		if (signal_is_under_embargo(&signals[i], now) &&
		    (!casefile_id || signal_has_casefile(&signals[i], casefile_id)))
			signals[(*count)++] = signals[i];
	*out = signals;
	return true;
}
