/*
 * program_overview_json - all that is stated of the manufacturer and its programme, for machines
 * (docs/man/program.md).
 */
#pragma once
#include "actions/program/program_overview.h"

void program_overview_json(struct json_out *w, const struct program_overview *p);
/* Membership of an ISAO alone. */
void isao_standing_json(struct json_out *w, const struct isao_standing *s);
