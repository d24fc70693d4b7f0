/*
 * second_factor - a code from the user's telephone, asked for at sign-in beside the secret (RFC 6238).
 *
 * A user sets one up: it is offered, and asked for once a first code has confirmed it. Its secret is told
 * once, and stands neither in the trail nor in any answer afterwards; the store keeps it, as a code cannot be
 * checked without.
 */
#pragma once
#include "actions/recovery_code.h"
#include "base/totp.h"
#include "records/trail.h"
#include "store/db.h"

struct second_factor_offer {
	char secret[TOTP_BASE32_SIZE];
	char address[256]; /* otpauth://, which telephones read as a QR code */
};

#define RECOVERY_CODES 10

/* How the trail names it, before the name of the user. */
#define SECOND_FACTOR_SUBJECT "second factor of "
/* What the trail is told of it. */
struct str second_factor_json(bool is_on);

struct recovery_codes {
	char codes[RECOVERY_CODES][RECOVERY_CODE_SIZE];
};

/* For who changes, in place of one that was offered before. ERR_CONFLICT where there is one that is asked
 * for. */
MUST_CHECK bool second_factor_offer(
    struct db *db, struct change_by by, struct second_factor_offer *out, struct err *e);
/* From now on it is asked for. ERR_INPUT where the code does not fit. The codes are kept nowhere else. */
MUST_CHECK bool second_factor_begin(
    struct db *db, struct str code, struct change_by by, struct recovery_codes *out, struct err *e);
/* By an administrator, from somebody else, with a reason; all sessions of the user end. */
MUST_CHECK bool second_factor_take_off(struct db *db, struct str name, struct change_by by, struct err *e);
/* Who has one of these roles must have a second factor; without one nothing else is let through. */
MUST_CHECK bool second_factor_demand(struct db *db, unsigned roles, struct change_by by, struct err *e);
