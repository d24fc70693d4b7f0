#include "actions/casework/due_moves.h"

#include "base/text.h"
#include "formats/json_write.h"
#include "limits.h"
#include "store/change.h"

struct move {
	const struct obligation *was, *is; /* is: NULL where it is no longer owed */
};

struct moves {
	struct move *items;
	size_t count;
	struct due_reason reason;
};

static bool is_same_day(struct date a, struct date b)
{
	return a.days == b.days;
}

static bool is_mdr(enum obligation_kind kind)
{
	return kind == OBLIGATION_MDR_30_DAY || kind == OBLIGATION_MDR_5_DAY ||
	       kind == OBLIGATION_MDR_SUMMARY;
}

/* One report of an event takes the place of another, and may be due later than it. */
static bool is_same_kind(enum obligation_kind a, enum obligation_kind b)
{
	return a == b || (is_mdr(a) && is_mdr(b));
}

/* Of one kind, started by the same event: the day that started it tells. */
static bool is_same_clock(const struct obligation *a, const struct obligation *b)
{
	return is_same_kind(a->kind, b->kind) && is_same_day(a->starts, b->starts);
}

/* Marks those on both sides that stand for the same clock, each with one partner. A new assessment is what a
 * re-assessment asks for: it begins another. */
static void pair(
    struct due_list before, struct due_list after, const struct obligation **partner, bool *taken)
{
	/* what is as it was first, then the same start, then what is left of the kind */
	for (int round = 0; round < 3; round++)
		for (size_t i = 0; i < before.count; i++)
			for (size_t k = 0; k < after.count && !partner[i]; k++) {
				const struct obligation *was = &before.items[i];
				const struct obligation *is = &after.items[k];

				if (taken[k] || !is_same_kind(was->kind, is->kind) ||
				    was->kind == OBLIGATION_REASSESS ||
				    (round < 2 && !is_same_clock(was, is)) ||
				    (round == 0 && !is_same_day(was->met_on, is->met_on)))
					continue;
				partner[i] = is;
				taken[k] = true;
			}
}

static bool is_due_moved(const struct obligation *was, const struct obligation *is)
{
	return date_is_known(was->due) && date_is_known(is->due) && !is_same_day(was->due, is->due);
}

/* An end that is no longer known has moved too. */
static bool is_end_moved(const struct obligation *was, const struct obligation *is)
{
	return date_is_known(was->until) && !is_same_day(was->until, is->until);
}

/* Owed to customers, to users, to an ISAO, to FDA or to another applicant, and not done: it does not
 * disappear unseen. */
static bool is_missed_where_gone(const struct obligation *was)
{
	static const enum obligation_kind kinds[] = { OBLIGATION_REPORT_806, OBLIGATION_AMEND_806,
		OBLIGATION_MDR_30_DAY, OBLIGATION_MDR_5_DAY, OBLIGATION_MDR_SUMMARY,
		OBLIGATION_SUPPLEMENT_MDR, OBLIGATION_SHARE_WITH_OTHER_APPLICANT, OBLIGATION_PERIODIC_REPORT,
		OBLIGATION_COMMUNICATE, OBLIGATION_PLAN_REMEDIATION, OBLIGATION_DISTRIBUTE_FIX,
		OBLIGATION_SHARE_ISAO, OBLIGATION_UPDATE_OUT_OF_CYCLE, OBLIGATION_UPDATE_REGULAR_CYCLE };

	if (was->state == OBLIGATION_MET || was->state == OBLIGATION_MISSED)
		return false;
	for (size_t i = 0; i < COUNT(kinds); i++)
		if (was->kind == kinds[i])
			return true;
	return false;
}

/* It was done behind its day, and is said to have been done by it. */
static bool is_in_time_now(const struct obligation *was, const struct obligation *is)
{
	return was->state == OBLIGATION_MISSED && is->state == OBLIGATION_MET &&
	       !is_same_day(was->met_on, is->met_on);
}

static bool has_moved(const struct obligation *was, const struct obligation *is)
{
	if (!is)
		return is_missed_where_gone(was);
	return obligation_is_kept(was->kind) ? is_end_moved(was, is)
					     : is_due_moved(was, is) || is_in_time_now(was, is);
}

static struct moves find_moves(struct due_list before, struct due_list after, struct arena *arena)
{
	const struct obligation **partner = arena_alloc(arena, before.count, sizeof(*partner));
	bool *taken = arena_alloc(arena, after.count, sizeof(*taken));
	struct moves m = { .items = arena_alloc(arena, before.count, sizeof(*m.items)) };

	pair(before, after, partner, taken);
	for (size_t i = 0; i < before.count; i++) {
		const struct obligation *was = &before.items[i];

		if (has_moved(was, partner[i]))
			m.items[m.count++] = (struct move){ was, partner[i] };
	}
	return m;
}

/* --- a reason --- */

static bool check_learned(const struct case_view *before, const struct case_view *after, struct err *e)
{
	struct date was = before->facts.vulnerability.learned_on, is = after->facts.vulnerability.learned_on;
	char day[DATE_TEXT_SIZE], later[DATE_TEXT_SIZE];

	if (!date_is_known(was) || !date_is_known(is) || is.days <= was.days)
		return true;
	return err_fail(e, ERR_CONFLICT,
		   "the vulnerability was learned of on %s: a later day, %s, needs a reason",
		   date_write(was, day), date_write(is, later)) ||
	       err_field(e, "why");
}

#define GONE_SAID 300 /* of the list; of what is behind it the number alone */

/* Is one of the same kind and day told of already? */
static bool is_told(const struct moves *m, size_t at)
{
	for (size_t i = 0; i < at; i++)
		if (!m->items[i].is && m->items[i].was->kind == m->items[at].was->kind &&
		    is_same_day(m->items[i].was->due, m->items[at].was->due))
			return true;
	return false;
}

/* "communicate was due 2026-02-04, mdr_30_day was owed": all of them, as each would be found behind the
 * other. */
static bool refuse_gone(const struct moves *m, struct err *e)
{
	SCOPED_BUF list = buf_new(LIMIT_RECORD_BYTES);
	size_t count = 0, unsaid = 0;
	char day[DATE_TEXT_SIZE];

	for (size_t i = 0; i < m->count; i++) {
		const struct obligation *was = m->items[i].was;

		if (m->items[i].is || is_told(m, i))
			continue;
		if (list.len > GONE_SAID) {
			unsaid++;
			continue;
		}
		buf_printf(&list, "%s%s was %s", count++ ? ", " : "", obligation_kind_word(was->kind),
		    date_is_known(was->due) ? "due " : "owed");
		if (date_is_known(was->due))
			buf_printf(&list, "%s", date_write(was->due, day));
	}
	if (unsaid)
		buf_printf(&list, ", and %zu more", unsaid);
	return err_fail(e, ERR_CONFLICT, "%.*s: that %s no longer owed needs a reason",
		   STR_WHOLE(buf_str(&list)), count > 1 ? "they are" : "it is") ||
	       err_field(e, "why");
}

/* Of the same last day an earlier deed than the one that was on record. */
static bool is_overtaken(const struct obligation *was, const struct obligation *is)
{
	return is_same_day(was->due, is->due) && is->met_on.days < was->met_on.days;
}

/* Another day of a deed than the one that was on record, or another deed that is said to be of an earlier
 * day. */
static bool check_done(const struct moves *m, struct err *e)
{
	char due[DATE_TEXT_SIZE], was_day[DATE_TEXT_SIZE], is_day[DATE_TEXT_SIZE];

	for (size_t i = 0; i < m->count; i++) {
		const struct obligation *was = m->items[i].was, *is = m->items[i].is;

		if (is && is_in_time_now(was, is) && (!m->reason.deed_is_new || is_overtaken(was, is)))
			return err_fail(e, ERR_CONFLICT,
				   "%s was due %s and done on %s: that it was done in time, on %s, needs a "
				   "reason",
				   obligation_kind_word(was->kind), date_write(was->due, due),
				   date_write(was->met_on, was_day), date_write(is->met_on, is_day)) ||
			       err_field(e, "why");
	}
	return true;
}

static bool check_due(const struct moves *m, struct err *e)
{
	char day[DATE_TEXT_SIZE], later[DATE_TEXT_SIZE];

	for (size_t i = 0; i < m->count; i++) {
		const struct obligation *was = m->items[i].was, *is = m->items[i].is;

		if (!is && m->reason.gone_is_answered)
			continue;
		if (!is)
			return refuse_gone(m, e);
		if (!obligation_is_kept(was->kind) && was->state != OBLIGATION_MET &&
		    is->due.days > was->due.days)
			return err_fail(e, ERR_CONFLICT, "%s was due %s: a later day, %s, needs a reason",
				   obligation_kind_word(was->kind), date_write(was->due, day),
				   date_write(is->due, later)) ||
			       err_field(e, "why");
	}
	return true;
}

/* What is kept is never kept shorter unnoticed. */
static bool check_kept(const struct moves *m, struct err *e)
{
	char was_day[DATE_TEXT_SIZE], is_day[DATE_TEXT_SIZE];

	for (size_t i = 0; i < m->count; i++) {
		const struct obligation *was = m->items[i].was, *is = m->items[i].is;

		if (!is || !obligation_is_kept(was->kind) ||
		    (date_is_known(is->until) && is->until.days > was->until.days))
			continue;
		if (!date_is_known(is->until))
			return err_fail(e, ERR_CONFLICT,
				   "%s runs until %s: an end that is not known needs a reason",
				   obligation_kind_word(was->kind), date_write(was->until, was_day)) ||
			       err_field(e, "why");
		return err_fail(e, ERR_CONFLICT, "%s runs until %s: an earlier day, %s, needs a reason",
			   obligation_kind_word(was->kind), date_write(was->until, was_day),
			   date_write(is->until, is_day)) ||
		       err_field(e, "why");
	}
	return true;
}

/* --- the trail --- */

static void put_obligation(struct json_out *w, const struct obligation *o, bool done)
{
	char date[DATE_TEXT_SIZE];

	json_open_object(w);
	json_field_text(w, "kind", str_of(obligation_kind_word(o->kind)));
	if (date_is_known(o->starts))
		json_field_text(w, "starts", str_of(date_write(o->starts, date)));
	if (!obligation_is_kept(o->kind) && date_is_known(o->due))
		json_field_text(w, "due", str_of(date_write(o->due, date)));
	if (obligation_is_kept(o->kind) && date_is_known(o->until))
		json_field_text(w, "until", str_of(date_write(o->until, date)));
	if (done)
		json_field_text(w, "met_on", str_of(date_write(o->met_on, date)));
	json_close_object(w);
}

static struct str side_json(const struct moves *m, bool old, struct arena *arena)
{
	SCOPED_BUF out = buf_new(LIMIT_RECORD_BYTES);
	struct json_out *w = json_out_buf(&out, false);

	json_open_object(w);
	json_key(w, "obligations");
	json_open_array(w);
	for (size_t i = 0; i < m->count; i++) {
		const struct obligation *was = m->items[i].was, *is = m->items[i].is;

		if (old || is)
			put_obligation(w, old ? was : is, is && is_in_time_now(was, is));
	}
	json_close_array(w);
	json_close_object(w);
	json_out_close(w);
	return arena_copy(arena, buf_str(&out));
}

bool due_moves_note_of(struct change *change, struct str object, struct due_list before,
    struct due_list after, struct due_reason reason, struct arena *arena, struct err *e)
{
	struct moves m = find_moves(before, after, arena);

	m.reason = reason;
	if (!text_says(reason.why) && (!check_due(&m, e) || !check_kept(&m, e) || !check_done(&m, e)))
		return false;
	if (m.count == 0)
		return true;
	return change_note(
	    change, "obligations.moved", object, side_json(&m, true, arena), side_json(&m, false, arena), e);
}

/* All duties go with the scope, those that are met by now too. */
static bool check_scope(const struct case_view *before, const struct case_view *after, struct err *e)
{
	return before->determination.scope != SCOPE_IN || after->determination.scope == SCOPE_IN ||
	       err_fail(e, ERR_CONFLICT, "the guidance applies: that it no longer does needs a reason") ||
	       err_field(e, "why");
}

bool due_moves_note(struct change *change, const struct case_view *before, const struct case_view *after,
    struct due_reason reason, struct arena *arena, struct err *e)
{
	struct due_list was = { before->obligations, before->obligation_count };
	struct due_list is = { after->obligations, after->obligation_count };

	bool unsaid = !text_says(reason.why);

	if (unsaid && !check_learned(before, after, e))
		return false;
	/* last: what is owed no more is told by its name where anything is */
	return due_moves_note_of(
		   change, casefile_subject(after->casefile.id, arena), was, is, reason, arena, e) &&
	       (!unsaid || reason.gone_is_answered || check_scope(before, after, e));
}
