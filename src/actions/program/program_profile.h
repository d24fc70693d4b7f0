/*
 * program_profile - who the manufacturer is, field by field: the same for the terminal and for the API.
 */
#pragma once
#include "actions/program/program.h"
#include "assessment/case_fields.h"

/* When the firm certified to FDA that its electronic signatures are meant as handwritten ones (21 CFR
 * 11.100(c)); where the copy is stands beside it. */
#define PROFILE_SIGNATURES_CERTIFIED "signatures_certified_on"

/* The terminal's option and the key of the profile; ended by one without an option. */
extern const struct case_field program_profile_fields[];

/* A further version of the profile: what is stated, a JSON object, over what stands. ERR_INPUT for an FEI
 * that can be none (ten digits, A13). */
MUST_CHECK bool program_state_profile(struct db *db, struct str stated, struct change_by by,
    struct arena *arena, struct program_version *out, struct err *e);

/* One thing by the terminal's word for it: a field of the profile, "time-zone",
 * "registration-number", or "acknowledge-within" in days. ERR_ABSENT for a word that is none of these. */
MUST_CHECK bool program_state_one(
    struct db *db, struct str word, struct str value, struct change_by by, struct err *e);
