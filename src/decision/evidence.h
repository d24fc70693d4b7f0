/*
 * evidence - what the facts say about one condition by a given day, in three values.
 *
 * Each function answers for what was done by limit (never after today) and hands out when it was complete,
 * the keys it rests on, or the keys that are needed to know. What is dated after today is left out. An act on
 * record without its date counts for nothing, and its date is what is missing; only the day a fix was
 * distributed is different: while there is none, it was not distributed.
 */
#pragma once
#include "base/arena.h"
#include "decision/calendar.h"
#include "decision/facts.h"
#include "decision/policy.h"
#include "decision/rules.h"

struct evidence {
	const struct facts *facts;
	const struct policy *policy;
	const struct known *uncontrolled_after; /* is the risk, with the controls, by the last assessment? */
	struct date assessed_on;		/* the day of that */
	struct date since; /* what went out before was of a risk found controlled, and does not count for
			    * clocks that restarted since (A3), but a fix for day 60; DATE_NONE: all counts */
	struct calendar calendar; /* working days as the policy has them (A6) */
	struct arena *arena;
};

/* Known, and not after limit. */
static inline bool date_by(struct date d, struct date limit)
{
	return date_is_known(d) && d.days <= limit.days;
}

/* Unknown, or known by limit: an element that is not left out. */
static inline bool date_not_after(struct date d, struct date limit)
{
	return !date_is_known(d) || d.days <= limit.days;
}

static inline struct date date_earlier(struct date a, struct date b)
{
	return !date_is_known(a) || (date_is_known(b) && b.days < a.days) ? b : a;
}

static inline struct date date_later(struct date a, struct date b)
{
	return b.days > a.days ? b : a; /* unknown is earlier than all */
}

/* Condition 2 (i): customers told all four points, and the user community told. Later notices complete
 * earlier ones. */
struct known evidence_told(const struct evidence *ev, struct date limit);
/* (ii): an interim control that adds no risk, or told that none is available where the list says none. */
struct known evidence_controls(const struct evidence *ev, struct date limit);
/* Does a control that adds risk stand behind day, or behind the later day on which it was found: was it not
 * withdrawn by then? On the first such day; of today: whether one stands now. */
struct known evidence_risky_control(const struct evidence *ev, struct date day);
/* (iii) and (iv). */
struct known evidence_plan(const struct evidence *ev, struct date limit);
struct known evidence_timeline(const struct evidence *ev);
/* When the controls, the plan and the reason of its timeline were all there; DATE_NONE: not by limit. */
struct date evidence_planned(const struct evidence *ev, struct date limit);

/* Condition 3: every unit concerned could have a fix by limit, one for all or several together, that was
 * validated, leaves an acceptable risk, is not known today to add any, and is not contradicted by the last
 * assessment. */
struct known evidence_fixed(const struct evidence *ev, struct date limit);

enum fix_loss { LOSS_NONE, LOSS_ADDS_RISK, LOSS_FAILED, LOSS_WITHDRAWN, LOSS_CONTRADICTED, LOSS_LACKED };
/* Was that so at the end of limit, and is it no more? On the day on which it was lost, and how: a fix became
 * known to add risk, a validation of it failed, the control that stood as a fix was withdrawn, an
 * assessment found the risk uncontrolled with it, or units came into the field that had none. */
struct known evidence_fix_lost(const struct evidence *ev, struct date limit, enum fix_loss *how);
/* Is there a fix of which the last assessment, since it went out, says that the risk is uncontrolled with it?
 * On the day of that. */
struct known evidence_fix_contradicted(const struct evidence *ev);
/* Could every unit concerned have some fix that may count by today? */
bool evidence_reaches_all(const struct evidence *ev);
/* The first day on which a fix that counts updated the software itself; DATE_NONE: none has. */
struct date evidence_updated(const struct evidence *ev);
/* The first day any change was distributed. */
struct known evidence_distributed(const struct evidence *ev);
/* The same of the changes behind a day. */
struct known evidence_distributed_behind(const struct evidence *ev, struct date day);

/* Condition 4: NOTICE_GIVEN, ISAO_MEMBER, ISAO_TOO_LATE, ISAO_WAITING and SHARED_LATE. */
void evidence_isao(const struct evidence *ev, struct knowledge *k);
/* Was the firm an active member of an ISAO on the day of that communication? As is stated of it, else as it
 * is today. */
enum answer evidence_isao_member(const struct facts *f, const struct communication_fact *c);
/* The last day on which the ISAO may have a communication of that day (A10). */
struct date evidence_isao_due(const struct evidence *ev, struct date communicated_on);

/* Condition 1: a death or serious injury that counts (A8); confirmed_only: leaves suspicion out. */
struct known evidence_serious_event(const struct evidence *ev, bool confirmed_only);
/* Does the policy leave it out, behind the closing of the file (A16)? */
bool evidence_event_is_ignored(const struct evidence *ev, const struct event_fact *event);
/* Was the action extended behind the report that FDA has: later, or entered when that was issued? */
bool evidence_extended_since(const struct evidence *ev, const struct extension_fact *extension);

/* Both days known: was the report submitted when no remedial action was decided yet? */
bool event_is_filed_before(const struct event_fact *event, struct date submitted_on);
/* When a remedial action was decided for the event, by its index, behind its report was submitted; DATE_NONE:
 * none was, so that no supplement tells of it (803.56). */
struct date evidence_action_behind_report(const struct evidence *ev, int64_t event, struct date submitted_on);

/* When the correction or removal was initiated (A4): the earliest of the day that is stated and of what was
 * done. */
struct known evidence_initiated(const struct evidence *ev);
/* By the first communication or the first day a fix was available; where the policy says so by the latter
 * alone. Whatever day is stated. */
struct known evidence_initiated_by_deed(const struct evidence *ev);

/* "events[3].known_on" in the arena. */
struct str evidence_key(const struct evidence *ev, const char *list, int64_t index, const char *member);
