#include "actions/casework/case_close.h"

#include "actions/casework/case_note.h"
#include "actions/casework/case_order.h"
#include "actions/casework/case_record.h"
#include "actions/casework/sign.h"
#include "actions/prove.h"
#include "base/buf.h"
#include "base/text.h"
#include "limits.h"
#include "store/casefiles.h"
#include "store/change.h"

/* The periodic report is the device's and comes when it comes; a file that is closed is not assessed again.
 * Without a day are owed the record of 806.20, an amendment of what came in that nobody has said the action
 * to be extended to, and of a change that went out whether it needed a premarket submission; updates without
 * a day are the device's. */
static bool holds_open(const struct case_view *view, const struct obligation *o)
{
	if (o->state != OBLIGATION_OPEN && o->state != OBLIGATION_OVERDUE)
		return false;
	if (o->kind == OBLIGATION_EVALUATE_PREMARKET)
		return date_is_known(view->determination.distributed_on);
	if (o->kind == OBLIGATION_RECORD_806_20 || o->kind == OBLIGATION_SIGN ||
	    o->kind == OBLIGATION_AMEND_806)
		return true;
	return date_is_known(o->due) && o->kind != OBLIGATION_PERIODIC_REPORT &&
	       o->kind != OBLIGATION_REASSESS && o->kind != OBLIGATION_UPDATE_REGULAR_CYCLE;
}

#define LIST_MOST 400 /* of a reason's line */

/* "sign record 4 (plan)": who has to is in the list of what is owed. */
static void put_signature(struct buf *out, const struct case_view *view, const struct obligation *o)
{
	const struct case_record *r = casefile_record(view->records, view->record_count, o->record);
	char due[DATE_TEXT_SIZE];

	buf_printf(out, "%ssign record %lld", out->len ? "; " : "", (long long)o->record);
	if (r)
		buf_printf(out, " (" STR_FMT ")", STR_ARG(r->kind));
	if (date_is_known(o->due))
		buf_printf(out, ", due %s", date_write(o->due, due));
}

/* "communicate, due 2026-03-05; evaluate_premarket, which has no day": all of them, as far as a line takes
 * them. */
static struct str open_obligations(const struct case_view *view, struct arena *arena)
{
	SCOPED_BUF out = buf_new(LIMIT_RECORD_BYTES);
	size_t left = 0;

	for (size_t i = 0; i < view->obligation_count; i++) {
		const struct obligation *o = &view->obligations[i];
		char due[DATE_TEXT_SIZE];

		if (!holds_open(view, o))
			continue;
		if (out.len > LIST_MOST) {
			left++;
			continue;
		}
		if (o->kind == OBLIGATION_SIGN) {
			put_signature(&out, view, o);
			continue;
		}
		buf_printf(&out, "%s%s, %s%s", out.len ? "; " : "", obligation_kind_word(o->kind),
		    date_is_known(o->due) ? "due " : "which has no day",
		    date_is_known(o->due) ? date_write(o->due, due) : "");
		if (o->says)
			buf_printf(&out, ": %s", o->says);
	}
	if (left)
		buf_printf(&out, "; and %zu more", left);
	return arena_copy(arena, buf_str(&out));
}

/* While a condition is undecided, so is whether a report is owed. */
static bool is_undecided(const struct case_view *view)
{
	return view->determination.risk == RISK_UNCONTROLLED &&
	       view->determination.reading.report_806 == REPORT_PENDING;
}

/* All that stands in the way at once: each would be found after the other else. */
static bool refuse_open(const struct case_view *view, struct arena *arena, struct err *e)
{
	struct str owed = open_obligations(view, arena);

	if (owed.len)
		return err_fail(e, ERR_CONFLICT, "casefile %lld still owes %.*s%s",
		    (long long)view->casefile.id, STR_WHOLE(owed),
		    is_undecided(view) ? "; whether it owes a report under 21 CFR 806 is not decided" : "");
	return !is_undecided(view) ||
	       err_fail(e, ERR_CONFLICT,
		   "whether casefile %lld owes a report under 21 CFR 806 is not decided: a condition is "
		   "pending, or a fact is unknown",
		   (long long)view->casefile.id);
}

/* Not before what the closing rests on. */
static bool check_closing_grounds(const struct case_view *view, struct date on, struct err *e)
{
	struct date assessed = DATE_NONE, distributed = view->determination.distributed_on;
	char day[DATE_TEXT_SIZE], bound[DATE_TEXT_SIZE];

	case_counting_assessment(view, &assessed);
	if (date_is_known(assessed) && on.days < assessed.days)
		return err_fail(e, ERR_CONFLICT, "closing day %s is before the assessment that counts, of %s",
		    date_write(on, day), date_write(assessed, bound));
	return !date_is_known(distributed) || on.days >= distributed.days ||
	       err_fail(e, ERR_CONFLICT, "closing day %s is before the fix was distributed, on %s",
		   date_write(on, day), date_write(distributed, bound));
}

/* Not before it was learned of, and not ahead of time. */
static bool check_closing_day(const struct case_view *view, struct date on, struct err *e)
{
	char day[DATE_TEXT_SIZE], bound[DATE_TEXT_SIZE];

	if (on.days > view->facts.today.days)
		return err_fail(e, ERR_INPUT, "closing day %s is after today, %s", date_write(on, day),
		    date_write(view->facts.today, bound));
	if (on.days < view->facts.vulnerability.learned_on.days)
		return err_fail(e, ERR_INPUT, "closing day %s is before the vulnerability was learned of, %s",
		    date_write(on, day), date_write(view->facts.vulnerability.learned_on, bound));
	return true;
}

/* A day far back would make what came after the closing look as if it had been known before. */
static bool check_closing_reason(const struct case_view *view, struct date on, struct str why, struct err *e)
{
	char day[DATE_TEXT_SIZE];

	return text_says(why) || view->facts.today.days - on.days <= CASE_ENTRY_DAYS ||
	       err_fail(e, ERR_CONFLICT, "closing day %s is more than %d days before today: say why",
		   date_write(on, day), CASE_ENTRY_DAYS) ||
	       err_field(e, "why");
}

/* Nor is an event behind the day that would open it again. */
static bool check_stays_closed(const struct case_view *after, struct date on, struct err *e)
{
	char day[DATE_TEXT_SIZE];

	return !after->determination.reopened ||
	       err_fail(e, ERR_CONFLICT,
		   "closing day %s is before a death or serious injury became known, which opens casefile "
		   "%lld again",
		   date_write(on, day), (long long)after->casefile.id) ||
	       err_field(e, "on");
}

/* The record of the closing, which who closes signs where the store has users. */
static bool keep_closure(struct db *db, struct change *change, int64_t casefile_id, struct date on,
    const struct user *signer, struct change_by by, struct arena *arena, struct err *e)
{
	struct case_record r = { .kind = STR("closure"),
		.facts = STR("{}"),
		.more = case_closing_json(on, arena),
		.at = by.at,
		.who = by.who };
	struct signing s = { .casefile_id = casefile_id, .meaning = MEANING_RESPONSIBILITY };
	struct signature signature;

	return case_record_keep(db, change, casefile_id, &r, STR_NONE, &s.record, arena, e) &&
	       (!signer || sign_within(db, change, &s, signer, by, arena, &signature, e));
}

static bool close_within(struct db *db, struct change *change, int64_t casefile_id, struct date on,
    const struct user *signer, struct change_by by, struct arena *arena, struct err *e)
{
	struct case_view view;

	if (!change_may(change, "casefile.close", casefile_subject(casefile_id, arena), e) ||
	    !case_view(db, casefile_id, DATE_NONE, by.at, arena, &view, e) ||
	    (!view.determination.reopened && !case_refuse_closed(&view.casefile, e)) ||
	    !check_closing_day(&view, on, e))
		return false;
	if (!refuse_open(&view, arena, e) || !check_closing_grounds(&view, on, e) ||
	    !case_order_closing(&view, on, e) || (signer && !check_closing_reason(&view, on, by.why, e)))
		return change_refuse(change, casefile_subject(casefile_id, arena), e);
	if (!keep_closure(db, change, casefile_id, on, signer, by, arena, e) ||
	    !casefile_set_closed(db, casefile_id, on, e) ||
	    !change_note(change, "casefile.close", casefile_subject(casefile_id, arena), STR_NONE,
		case_closing_json(on, arena), e) ||
	    !case_view(db, casefile_id, DATE_NONE, by.at, arena, &view, e))
		return false;
	return check_stays_closed(&view, on, e) ||
	       change_refuse(change, casefile_subject(casefile_id, arena), e);
}

bool case_close(
    struct db *db, int64_t casefile_id, struct date on, struct str secret, struct change_by by, struct err *e)
{
	struct claim claim = { .name = by.who, .secret = secret, .refused = "sign.refused" };
	SCOPED_ARENA arena = { 0 };
	SCOPED_CHANGE *change = NULL;
	struct user signer;
	bool guarded;

	if ((secret.ptr && !claim_check(db, &claim, &arena, e)) || !change_open(db, &by, &change, e))
		return false;
	guarded = change_is_guarded(change);
	if (guarded && !secret.ptr)
		return err_fail(e, ERR_CONFLICT, "closing a casefile is signed: the secret is missing");
	if (guarded && !prove(db, &change, &claim, by.at, &arena, &signer, e))
		return false;
	return close_within(db, change, casefile_id, on, guarded ? &signer : NULL, by, &arena, e) &&
	       change_close(&change, e);
}
