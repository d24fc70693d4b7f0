/*
 * determination_print - a determination and its obligations for people on a terminal, and as JSON.
 */
#pragma once
#include "cli/command.h"
#include "decision/determination.h"
#include "obligations/obligation.h"

void determination_print(
    struct app *app, const struct determination *d, const struct obligation *obligations, size_t count);
MUST_CHECK bool determination_print_json(struct app *app, const struct determination *d,
    const struct obligation *obligations, size_t count, struct err *e);
