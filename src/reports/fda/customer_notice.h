/*
 * customer_notice - the notice to customers and the user community (PMG VII.B, four contents (a) to (d)), in
 * the form of a recall communication (21 CFR 7.49) where there is a correction or removal.
 */
#pragma once
#include "reports/fda/fda_case.h"

enum notice_content {
	NOTICE_IMPACT,	 /* (a) the vulnerability, with an assessment of its impact */
	NOTICE_EFFORTS,	 /* (b) that efforts are under way */
	NOTICE_CONTROLS, /* (c) compensating controls, or that there are none */
	NOTICE_FIX,	 /* (d) a fix or a strategy, and that its availability will be told */
	NOTICE_CONTENT_COUNT
};

struct customer_notice {
	struct document *document;
	unsigned missing; /* bits of enum notice_content: 1 << content */
};

/* Who gets it: apart from the letter, for no customer is to read who the others are. */
struct document *customer_notice_recipients(const struct fda_case *c, struct arena *arena);
void customer_notice_make(const struct fda_case *c, struct arena *arena, struct customer_notice *out);
const char *notice_content_words(enum notice_content content); /* "(a) a description of ..." */
