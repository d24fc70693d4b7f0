#include "actions/intake/signal_duties.h"

#include "actions/casework/mdr_questions.h"

bool signal_duties_of(struct case_shared *shared, const struct signal_row *row, struct arena *arena,
    struct signal_duties *out, struct err *e)
{
	const struct signal *s = &row->signal;
	struct signal_duties d = { .count = 0 };
	bool asks = false;

	if (row->owed)
		d.items[d.count++] = (struct obligation){ .kind = OBLIGATION_ACKNOWLEDGE_REPORTER,
			.starts = s->received_on,
			.due = row->acknowledge_by,
			.state = row->overdue ? OBLIGATION_OVERDUE : OBLIGATION_OPEN,
			.met_on = DATE_NONE,
			.until = DATE_NONE };
	if (s->casefile_count == 0 && !mdr_question_alone(shared->db, s, shared->guarded, &shared->zone.zone,
					  shared->setting.today, arena, &d.items[d.count], &asks, e))
		return false;
	d.count += asks;
	*out = d;
	return true;
}
