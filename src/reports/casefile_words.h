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

const char *words_scope(enum scope s);
const char *words_risk(enum risk r);
const char *words_discretion(enum discretion d);
const char *words_806(enum report_806 r);
const char *words_condition(enum condition_id c);
const char *words_retention(enum retention_rule r);
const char *words_obligation(enum obligation_kind k);
struct str words_pathway(struct str pathway);
const char *words_recipient(const char *to); /* of an obligation */
const char *words_mdr(enum mdr_kind k);
const char *words_cell(enum cell c); /* "controlled, borderline" */
const char *words_exploitability(enum exploitability x);
const char *words_severity(enum severity s);

/* A key or word of the facts as people read it: "learned_on" gives "Learned on". Adds to out. */
void words_of_key(struct str key, struct buf *out);
/* The value of a key whose values are words: "user_community" gives "user community". What people wrote stays
 * as it is. */
void words_of_value(struct str key, struct str value, struct buf *out);
