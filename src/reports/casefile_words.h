/*
 * casefile_words - what the reports of a casefile call things, in sentences for people. The words of the
 * facts and of the determination are for machines.
 */
#pragma once
#include "base/buf.h"
#include "decision/determination.h"
#include "decision/facts.h"
#include "decision/policy.h"
#include "obligations/obligation.h"

const char *words_scope(enum scope value);
const char *words_risk(enum risk value);
const char *words_discretion(enum discretion value);
const char *words_806(enum report_806 value);
const char *words_condition(enum condition_id value);
const char *words_retention(enum retention_rule value);
const char *words_obligation(enum obligation_kind value);
/* Of what is kept how long, and why no day is known; of the others what is asked or missing, NULL: nothing is
 * to be said. */
const char *words_besides(const struct obligation *o);
struct str words_pathway(struct str pathway);
const char *words_recipient(const char *to); /* of an obligation */
const char *words_mdr(enum mdr_kind value);
const char *words_cell(enum cell value); /* "controlled, borderline" */
const char *words_exploitability(enum exploitability value);
const char *words_severity(enum severity value);
const char *words_event(enum event_kind value);
const char *words_residual(enum residual_risk value); /* NULL: nobody has judged it */
/* "correction", "removal"; of a controlled risk what is done is neither: "routine update" (PMG VII.A, 21 CFR
 * 806.1(b)(1)). */
const char *words_action(enum risk risk, bool is_removal);

/* A key or word of the facts as people read it: "learned_on" gives "Learned on". Adds to out. */
void words_of_key(struct str key, struct buf *out);
/* The value of a key whose values are words: "user_community" gives "user community". What people wrote stays
 * as it is. */
void words_of_value(struct str key, struct str value, struct buf *out);
