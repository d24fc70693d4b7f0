/*
 * case_renamed - casefiles that are filed under another name, as the commands tell of them.
 */
#pragma once
#include "actions/intake/case_rename.h"
#include "cli/command.h"

void case_print_renamed(struct app *app, const struct case_renamed *r);
void case_print_renames(struct app *app, const struct case_renames *renames);
