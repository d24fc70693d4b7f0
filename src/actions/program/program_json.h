/*
 * program_json - versions of the policy, of templates and of controls, for machines (docs/man/program.md,
 * docs/man/casefile.md).
 */
#pragma once
#include "actions/program/policy_answers.h"
#include "formats/json_write.h"

void policy_answers_json(struct json_out *w, const struct policy_answers *p);
/* The answers that differ; both have all questions. */
void policy_diff_json(
    struct json_out *w, const struct policy_answers *before, const struct policy_answers *after);
void policy_list_json(struct json_out *w, const struct policy_row *rows, size_t count);

void template_list_json(struct json_out *w, const struct program_version *versions, size_t count);
/* Versions of controls with what they say. ERR_STORE where one is damaged: the document is no whole one
 * then. */
MUST_CHECK bool control_list_json(
    struct json_out *w, const struct program_version *versions, size_t count, struct err *e);
