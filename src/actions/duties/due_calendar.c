#include "actions/duties/due_calendar.h"

#include "reports/casefile_words.h"

/* The same event in every calendar made of this store, whatever its day is by now: so a calendar that is read
 * again moves it. When the file was opened tells stores apart. */
static struct str uid_of(const struct due_row *row, struct arena *arena)
{
	return arena_printf(arena, "%s-%lld-%lld-%s-%d@aftercare", row->signal ? "signal" : "casefile",
	    (long long)(row->signal ? row->signal : row->casefile.id), (long long)row->since.us,
	    obligation_kind_word(row->obligation.kind), row->ordinal);
}

static struct str whose(const struct due_row *row, struct arena *arena)
{
	return arena_printf(arena, "%s %lld", row->signal ? "signal" : "casefile",
	    (long long)(row->signal ? row->signal : row->casefile.id));
}

void due_calendar(
    struct ics_out *w, const struct due_row *rows, size_t count, struct instant now, struct arena *arena)
{
	static const int alarms[] = { 7, 1 };

	for (size_t i = 0; i < count; i++) {
		const struct due_row *row = &rows[i];
		const struct obligation *o = &row->obligation;
		struct str file = whose(row, arena);

		ics_put(
		    w, &(struct ics_event){ .uid = uid_of(row, arena),
			   .stamp = now,
			   .on = o->due,
			   .summary = arena_printf(arena, "%s%s: " STR_FMT " (" STR_FMT ")",
			       o->state == OBLIGATION_OVERDUE ? "Overdue: " : "", words_obligation(o->kind),
			       STR_ARG(row->vulnerability.len ? row->vulnerability : file),
			       STR_ARG(row->device)),
			   .description = arena_printf(arena, STR_FMT "\nto: %s\nby: %s", STR_ARG(file),
			       words_recipient(obligation_to(o->kind)), obligation_cites(o)),
			   .categories = STR("aftercare"),
			   .alarms = alarms,
			   .alarm_count = COUNT(alarms) });
	}
}
