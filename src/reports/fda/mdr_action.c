#include "reports/fda/mdr_action.h"

#include "decision/evidence.h"

/* --- H7 --- */

static bool is_told(const struct facts *f)
{
	for (size_t i = 0; i < f->communication_count; i++)
		if (date_by(f->communications[i].on, f->today))
			return true;
	return false;
}

/* Has any unit got a fix of this kind? */
static bool is_out(const struct facts *f, enum fix_kind kind)
{
	for (size_t i = 0; i < f->fix_count; i++)
		if (f->fixes[i].kind == kind && (date_by(f->fixes[i].available_on, f->today) ||
						    date_by(f->fixes[i].distributed_on, f->today)))
			return true;
	return false;
}

/* Where the casefile has no action for it there is at most the decision that is stated of the event itself.
 */
static struct str decided_or(
    struct str none, const struct event_fact *event, struct date today, struct arena *arena)
{
	char on[DATE_TEXT_SIZE];

	return date_by(event->remedial_action_decided_on, today)
		   ? arena_printf(arena, "decided on %s: of which kind it is, is not on record",
			 date_write(event->remedial_action_decided_on, on))
		   : none;
}

/* The action of the casefile is about its vulnerability, and no event's that has nothing to do with it. */
static struct str types_apart(const struct event_fact *event)
{
	return event->associated == NO ? STR("none is on record of this event")
				       : STR("not known: nobody has judged whether the event is associated "
					     "with the vulnerability, of which an action is on record");
}

struct str mdr_action_types(const struct fda_case *c, const struct event_fact *event, struct arena *arena)
{
	const struct facts *f = c->casefile->facts;
	const struct {
		bool is;
		const char *says;
	} types[] = {
		{ fda_is_removal(c), "recall: removal" },
		{ is_told(f), "notification" },
		{ is_out(f, FIX_SOFTWARE), "modification or adjustment" },
		{ is_out(f, FIX_WORKAROUND), "other: a workaround" },
		{ is_out(f, FIX_COMPENSATING_CONTROL), "other: a compensating control" },
	};
	struct str text = STR("");

	if (event->associated != NO && !date_is_known(c->casefile->determination->initiated_on))
		return decided_or(STR("none is on record"), event, f->today, arena);
	if (event->associated != YES)
		return decided_or(types_apart(event), event, f->today, arena);
	for (size_t i = 0; i < COUNT(types); i++)
		if (types[i].is)
			text = arena_printf(
			    arena, "%.*s%s%s", STR_WHOLE(text), text.len ? "; " : "", types[i].says);
	return text.len ? text : STR("other: of which kind the correction is, is not on record");
}

/* --- H9 --- */

/* Of an action that FDA has no report of. */
static struct str unreported(const struct reading *r, struct arena *arena)
{
	char due[DATE_TEXT_SIZE];

	switch (r->report_806) {
	case REPORT_NOT_REQUIRED:
	case REPORT_NOT_ENFORCED:
		return STR("none: the action is not reported under 21 CFR 806");
	case REPORT_REQUIRED:
		return arena_printf(arena,
		    "none yet: a report under 21 CFR 806 is required, due %s, and not made",
		    date_write(r->report_806_due, due));
	case REPORT_ON_INITIATION:
	case REPORT_PENDING:
	case REPORT_COUNT:
		break;
	}
	return STR("none yet: whether a report under 21 CFR 806 is required is not decided");
}

struct str mdr_action_806(const struct fda_case *c, const struct event_fact *event, struct arena *arena)
{
	const struct determination *det = c->casefile->determination;
	const struct fda_issued *issued = fda_last_report(c);
	const struct facts *f = c->casefile->facts;

	if (event->associated == NO)
		return STR(
		    "none: the event is judged not associated with the vulnerability, and no action of "
		    "its own is on record");
	if (event->associated != YES && date_is_known(det->initiated_on))
		return STR("not known: nobody has judged whether the event is associated with the "
			   "vulnerability, of which an action is on record");
	if (issued)
		return issued->number;
	if (date_by(f->correction.reported_on, f->today))
		return STR("");
	return date_is_known(det->initiated_on) ? unreported(&det->reading, arena)
						: STR("none: no correction or removal is on record");
}
