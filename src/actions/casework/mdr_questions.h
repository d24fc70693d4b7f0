/*
 * mdr_questions - whether what a complaint tells of is a reportable event (21 CFR 803.17(a)(2), 803.18(e),
 * 820.35(a)): every complaint is evaluated, and answered by an event, or by a reason why it is none. Facts do
 * not tell of it, so it is asked of the casefile, and of the signal while that is in none.
 */
#pragma once
#include "actions/casework/case_view.h"
#include "assessment/signal.h"

/* What a complaint asks that came in by today, whatever it was triaged as: what points to no vulnerability
 * may be reportable all the same, and what repeats another complaint's be an event of its own. false:
 * nothing. It is due on the last day on which a 30-day report could be in time, 30 calendar days behind the
 * receipt (803.50(a)). */
bool mdr_question_of(const struct signal *s, struct date today, struct obligation *out);

/* The same of a complaint that is in no casefile, with what became of it: a reason why it is none counts, in
 * a store with users (guarded) once its author and a second person have signed it. *is_asked: there is a
 * question. Texts in the arena. */
MUST_CHECK bool mdr_question_alone(struct db *db, const struct signal *s, bool guarded,
    const struct time_zone *zone, struct date today, struct arena *arena, struct obligation *out,
    bool *is_asked, struct err *e);

/* Adds to the obligations of *view the question of each of its complaints, with what became of it. A reason
 * why it is no event counts, in a store with users, once its author and a second person have signed it. */
MUST_CHECK bool mdr_questions_add(struct db *db, struct case_view *view, struct arena *arena, struct err *e);

/* Puts into the facts of the events among the records, which are copies of those of *view, when it was
 * concluded that they are not reportable, where that counts: in a store with users once it is signed. */
MUST_CHECK bool mdr_rationales_apply(struct db *db, const struct case_view *view, struct case_record *records,
    struct arena *arena, struct err *e);

/* The number of the signal that a record names; 0: none. */
MUST_CHECK bool mdr_signal_of(const struct case_record *r, struct arena *arena, int64_t *out, struct err *e);
/* The number of the complaint that an event is of which names none: the only one in the casefile, unless
 * another event names it; 0: there is none such. */
MUST_CHECK bool mdr_only_complaint(
    struct db *db, const struct case_view *view, struct arena *arena, int64_t *out, struct err *e);
/* The event record that stands now in the place of the one with this number; NULL: there is none. */
const struct case_record *mdr_event_of(const struct case_view *view, int64_t event);
/* A reason why an event is not reportable judged the event as it stood: *is, where another record stands in
 * its place since. */
MUST_CHECK bool mdr_rationale_overtaken(
    const struct case_view *view, const struct case_record *r, struct arena *arena, bool *is, struct err *e);
/* The bases that take an event out of what is reported, 803.20(c)(2) and 803.22(b). Of criteria that are not
 * met the event itself tells. */
bool mdr_takes_event_out(struct str basis);
