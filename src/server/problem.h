/*
 * problem - an error as an answer: application/problem+json (RFC 9457), with the sentence that the terminal
 * says; what helps is a word there, "remedy" (base/remedy.h), and what is to be stated a name, "field".
 */
#pragma once
#include "server/exchange.h"

/* The HTTP status of an error's code; the one table of them. */
int problem_status(enum err_code code);
void problem_answer(struct exchange *x, const struct err *e);
/* With a status of its own. */
void problem_answer_status(struct exchange *x, int status, struct str detail);
