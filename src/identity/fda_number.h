/*
 * fda_number - the numbers under which FDA knows firms, devices and submissions, by their form.
 *
 * Sources: 21 CFR 807.22 and 807.35 (registration, owner/operator and listing), 21 CFR 807.81, 814.20,
 * 814.100 and 860.220 (submissions), 21 CFR 862 to 892 (regulation numbers). That a number has the right form
 * says nothing of whether FDA gave it.
 */
#pragma once
#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

enum fda_number {
	FDA_MARKETING,	   /* K123456, DEN123456, P123456, P123456/S001, H123456, BK123456; "preamendments" */
	FDA_LISTING,	   /* of a device: D123456 */
	FDA_PRODUCT_CODE,  /* ABC */
	FDA_REGULATION,	   /* 880.5725 */
	FDA_ESTABLISHMENT, /* registration, 7 digits, or FEI */
	FDA_FEI		   /* of a facility: 10 digits */
};

/* As FDA writes it, capitals and without blanks around; in the arena. ERR_INPUT says what form is expected.
 */
MUST_CHECK bool fda_number_parse(
    enum fda_number kind, struct str text, struct arena *arena, struct str *out, struct err *e);
