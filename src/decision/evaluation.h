/*
 * evaluation - one run of decide(): the evidence, what is known so far, and the determination under
 * construction.
 *
 * The parts run in the order of their declarations; each may use what the ones before it made known.
 */
#pragma once
#include "decision/determination.h"
#include "decision/evidence.h"
#include "decision/rules.h"

struct evaluation {
	struct evidence ev;
	struct knowledge k;
	struct texts missing;
	struct determination *d;
	size_t reason_room, warning_room;
	bool open; /* a decision or an approval is lacking: not final */
};

/* Answers the question of a table: keeps the reason and, where asked to, what is missing. */
enum { NEEDED = 1, ASIDE = 0 };
const struct rule *evaluation_ask(struct evaluation *v, const struct rule *table, bool needed);
/* Adds the reason that a row gives. */
void evaluation_reason(struct evaluation *v, const struct rule *r);
void evaluation_warn(struct evaluation *v, const struct rule *r);

void evaluate_scope(struct evaluation *v);
void evaluate_risk(struct evaluation *v);
void evaluate_clocks(struct evaluation *v);	    /* both readings and which governs */
void evaluate_report_details(struct evaluation *v); /* number, amendment, 806.20 record */
void evaluate_events(struct evaluation *v);	    /* 803, sharing, reopening */
void evaluate_device(struct evaluation *v); /* periodic report, update cycle, recall class, retention */
