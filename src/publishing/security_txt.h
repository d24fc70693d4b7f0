/*
 * security_txt - security.txt (RFC 9116): how one reports a vulnerability to the manufacturer.
 */
#pragma once
#include "base/buf.h"
#include "base/time.h"
#include "reports/firm_profile.h"

/* Valid for 90 days from the day of now (2.5.5 recommends less than a year). lists_advisories: there is
 * something to be found below the profile's advisory_url. False where the profile has no contact that can
 * stand there: an address of e-mail, a telephone number, or a page by https. */
bool security_txt_write(
    const struct firm_profile *firm, bool lists_advisories, struct instant now, struct buf *out);
