/*
 * signing - what the commands share that sign: the secret that is asked for every time, and what was signed
 * (21 CFR 11.50, 11.200).
 */
#pragma once
#include <stdio.h>

#include "base/arena.h"
#include "cli/options.h"
#include "records/signature.h"

/* From the terminal or the file that --secret-file names; ERR_USAGE where there is neither. In the arena. */
MUST_CHECK bool signing_secret(const struct options *o, struct arena *arena, struct str *out, struct err *e);

/* One line: the record, who, when, what it means. */
void signing_print(FILE *to, const struct signature *made);
