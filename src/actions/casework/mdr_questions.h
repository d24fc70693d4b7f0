/*
 * mdr_questions - whether what a complaint tells of is a reportable event (21 CFR 803.17(a)(2), 803.18(e),
 * 820.35(a)): every complaint is evaluated, and answered by an event, or by a reason why it is none. Facts do
 * not tell of it, so it is asked of the casefile, and of the signal while that is in none.
 */
#pragma once
#include "actions/casework/case_view.h"
#include "assessment/signal.h"

/* What a complaint asks that came in by today; false: nothing. It is due on the last day on which a 30-day
 * report could be in time, 30 calendar days behind the receipt (803.50(a)). */
bool mdr_question_of(const struct signal *s, struct date today, struct obligation *out);

/* Adds to the obligations of *view the question of each of its complaints, with what became of it. A reason
 * why it is no event counts, in a store with users, once its author and a second person have signed it. */
MUST_CHECK bool mdr_questions_add(struct db *db, struct case_view *view, struct arena *arena, struct err *e);

/* Puts into the facts of the events among the records, which are copies of those of *view, when it was
 * concluded that they are not reportable, where that counts: in a store with users once it is signed. */
MUST_CHECK bool mdr_rationales_apply(struct db *db, const struct case_view *view, struct case_record *records,
    struct arena *arena, struct err *e);

/* May the record be added? Others than events and reasons always. ERR_INPUT where the signal it names is not
 * in the casefile, or where a reason leaves out what it must say; of a medical judgment who made it, and what
 * qualifies them (803.20(c)(2)). */
MUST_CHECK bool mdr_question_check(const struct case_view *view, const struct case_record *r, struct err *e);
