#include "decision/evidence.h"

struct date evidence_isao_due(const struct evidence *ev, struct date communicated_on)
{
	return calendar_add_working_days(
	    &ev->calendar, communicated_on, (int)ev->policy->isao_grace_working_days, false);
}

enum answer evidence_isao_member(const struct facts *f, const struct communication_fact *c)
{
	return c->isao_member == UNKNOWN ? f->isao.active_member : c->isao_member;
}

static struct str key_of(const struct evidence *ev, const struct communication_fact *c, const char *member)
{
	return evidence_key(ev, "communications", c->index, member);
}

/* What one dated communication adds. */
static void judge(const struct evidence *ev, const struct communication_fact *c, struct knowledge *k)
{
	const struct facts *f = ev->facts;
	struct date due = evidence_isao_due(ev, c->on);
	bool shared = date_by(c->isao_on, f->today), reasoned = fact_text_is_given(c->isao_late_reason);
	struct date reached = shared ? c->isao_on : f->today;
	struct known *late = &k->of[ISAO_TOO_LATE], *notice = &k->of[NOTICE_GIVEN];

	if (notice->is != YES || c->on.days < notice->on.days) {
		notice->is = YES;
		notice->on = c->on;
		notice->keys = (struct texts){ 0 };
		texts_add(&notice->keys, ev->arena, key_of(ev, c, "on"));
	}
	if (reached.days > c->on.days)
		k->of[SHARED_LATE].is = YES;
	if (reached.days > due.days && !reasoned) {
		late->on = late->is == YES ? date_earlier(late->on, due) : due;
		late->is = YES;
		texts_add(&late->keys, ev->arena, key_of(ev, c, "isao_on"));
	}
	if (!shared)
		k->of[ISAO_WAITING].is = YES;
	k->of[ISAO_WAITING].on = date_later(k->of[ISAO_WAITING].on, date_later(c->on, reached));
	texts_add(&k->of[ISAO_WAITING].keys, ev->arena, key_of(ev, c, "isao_on"));
}

/* Was it an active member whenever customers were notified? on: the first day on which it was not. While
 * nobody was notified, what it is today counts. */
static void judge_membership(const struct evidence *ev, struct known *member)
{
	const struct facts *f = ev->facts;
	bool stated = false;

	*member = (struct known){ .is = f->isao.active_member, .on = DATE_NONE };
	for (size_t i = 0; i < f->communication_count; i++) {
		const struct communication_fact *c = &f->communications[i];
		enum answer then = evidence_isao_member(f, c);

		if (!date_by(c->on, f->today))
			continue;
		if (!stated || then == NO || (then == UNKNOWN && member->is == YES))
			member->is = then; /* a no stays one */
		if (then == NO)
			member->on = date_earlier(member->on, c->on);
		if (c->isao_member != UNKNOWN)
			texts_add(&member->keys, ev->arena, key_of(ev, c, "isao_member"));
		stated = true;
	}
	if (!member->keys.count)
		texts_add(&member->keys, ev->arena, STR("isao.active_member"));
}

/* A communication without its date: it went out, but nobody knows when. */
static void judge_undated(const struct evidence *ev, const struct communication_fact *c, struct knowledge *k)
{
	static const enum fact open[] = { NOTICE_GIVEN, ISAO_TOO_LATE };
	bool reasoned = fact_text_is_given(c->isao_late_reason);

	for (size_t i = 0; i < COUNT(open); i++) {
		struct known *known = &k->of[open[i]];

		if (known->is == YES || (open[i] == ISAO_TOO_LATE && reasoned))
			continue;
		known->is = UNKNOWN;
		texts_add(&known->keys, ev->arena, key_of(ev, c, "on"));
	}
	if (!date_by(c->isao_on, ev->facts->today))
		k->of[ISAO_WAITING].is = YES;
}

void evidence_isao(const struct evidence *ev, struct knowledge *k)
{
	const struct facts *f = ev->facts;
	enum answer begin = f->communications_given ? NO : UNKNOWN;
	const char *key = f->communications_given ? NULL : "communications";

	know(k, ev->arena, NOTICE_GIVEN, begin, key);
	know(k, ev->arena, ISAO_TOO_LATE, begin, key);
	know(k, ev->arena, ISAO_WAITING, begin, key);
	know(k, ev->arena, SHARED_LATE, NO, "communications");
	judge_membership(ev, &k->of[ISAO_MEMBER]);
	for (size_t i = 0; i < f->communication_count; i++)
		if (date_by(f->communications[i].on, f->today))
			judge(ev, &f->communications[i], k);
	for (size_t i = 0; i < f->communication_count; i++)
		if (!date_is_known(f->communications[i].on))
			judge_undated(ev, &f->communications[i], k);
	if (k->of[ISAO_MEMBER].is == NO) /* there is no ISAO that waits for anything */
		k->of[SHARED_LATE].is = NO;
}
