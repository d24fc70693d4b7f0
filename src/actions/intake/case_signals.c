#include "actions/intake/case_signals.h"

#include "actions/casework/learning_record.h"

#include "actions/firm_day.h"
#include "actions/intake/learning.h"
#include "actions/intake/signals.h"
#include "actions/json_merge.h"
#include "actions/signal_read.h"
#include "reports/casefile_record.h"

static bool refuse_untrue(const struct signal *s, struct err *e)
{
	if (s->state == SIGNAL_NEW || s->state == SIGNAL_ACCEPTED)
		return true;
	if (s->state == SIGNAL_DUPLICATE)
		return err_fail(e, ERR_CONFLICT, "signal %lld is a duplicate of signal %lld: take that one",
		    (long long)s->id, (long long)s->duplicate_of);
	return err_fail(e, ERR_CONFLICT, "signal %lld was triaged as %s", (long long)s->id,
		   signal_state_word(s->state)) ||
	       err_remedy(e, REMEDY_SIGNAL_ACCEPT);
}

/* *value is what a signal says where nothing was said yet; signals that differ must be told apart by a
 * person. */
static bool agree(struct str *value, struct str said, const char *option, struct err *e)
{
	if (said.len == 0 || str_eq_nocase(*value, said))
		return true;
	if (value->len)
		return err_fail(e, ERR_INPUT,
		    "the signals name \"" STR_FMT "\" and \"" STR_FMT "\": say which it is with --%s",
		    STR_ARG(*value), STR_ARG(said), option);
	*value = said;
	return true;
}

static bool read_names(struct db *db, const struct case_opening *o, struct arena *arena,
    struct case_opening *filled, struct err *e)
{
	struct str vulnerability = STR(""), device = STR("");

	for (size_t i = 0; i < o->signal_count; i++) {
		struct signal_file file;

		if (!signal_read(db, o->signals[i], arena, &file, e) || !refuse_untrue(&file.signal, e))
			return false;
		if (o->vulnerability.len == 0 &&
		    !agree(&vulnerability, file.signal.vulnerability, "vulnerability", e))
			return false;
		for (size_t k = 0; k < file.signal.device_count && o->device.len == 0; k++)
			if (!agree(&device, file.signal.devices[k].name, "device", e))
				return false;
	}
	if (o->vulnerability.len == 0)
		filled->vulnerability = vulnerability;
	if (o->device.len == 0)
		filled->device = device;
	if (filled->vulnerability.len == 0)
		return err_fail(e, ERR_INPUT, "no signal names a vulnerability") ||
		       err_field(e, "vulnerability");
	if (filled->device.len == 0)
		return err_fail(e, ERR_INPUT, "no signal names a device") || err_field(e, "device");
	return true;
}

/* The day that the facts state; DATE_NONE where they state none. */
static bool stated_day(struct db *db, struct str facts, struct arena *arena, struct date *out, struct err *e)
{
	struct report_fields fields;
	struct signal_moment moment;
	struct time_zone zone;
	struct str learned;

	*out = DATE_NONE;
	if (!report_fields_read(facts, arena, &fields, e))
		return false;
	learned = report_fields_text(&fields, STR("learned_on"));
	if (learned.len == 0)
		return true;
	if (!firm_zone(db, arena, &zone, e) || !signal_moment_read(learned, &zone, &moment, e))
		return false;
	*out = moment.on;
	return true;
}

static bool fill_day(struct db *db, const struct case_opening *o, struct arena *arena,
    struct case_from_signals *out, struct err *e)
{
	struct learning_day day;
	char by_signals[DATE_TEXT_SIZE], text[DATE_TEXT_SIZE];
	struct str reason = str_trim(o->reason);
	struct date stated;

	if (!learning_by_signals(db, o->signals, o->signal_count, arena, &day, e) ||
	    !stated_day(db, o->facts, arena, &stated, e))
		return false;
	date_write(day.on, by_signals);
	if (!date_is_known(stated) || stated.days == day.on.days) {
		stated = day.on;
		reason = STR("");
	} else if (reason.len == 0)
		return err_fail(e, ERR_INPUT,
			   "signal %lld says %s: another day of learning, %s, needs its reason",
			   (long long)day.signal, by_signals, date_write(stated, text)) ||
		       err_field(e, "learned-reason");
	else
		day.reason = arena_printf(arena, "stated by a person; by the signals it is %s, " STR_FMT,
		    by_signals, STR_ARG(day.reason));
	out->more = learning_basis(day.reason, reason, arena);
	out->learned =
	    arena_printf(arena, "learned of on %s: " STR_FMT, date_write(stated, text), STR_ARG(day.reason));
	return json_merge(o->facts, learning_facts(stated, arena), arena, &out->opening.facts, e);
}

bool case_from_signals(struct db *db, const struct case_opening *o, struct arena *arena,
    struct case_from_signals *out, struct err *e)
{
	*out = (struct case_from_signals){ *o, STR("{}"), STR("") };
	return o->signal_count == 0 ||
	       (read_names(db, o, arena, &out->opening, e) && fill_day(db, o, arena, out, e));
}

bool case_link_signals(struct db *db, struct change *change, const struct case_opening *o,
    int64_t casefile_id, struct change_by by, struct arena *arena, struct err *e)
{
	for (size_t i = 0; i < o->signal_count; i++)
		if (!signal_link_within(db, change, o->signals[i], casefile_id, by, arena, e))
			return false;
	return true;
}
