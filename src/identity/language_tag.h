/*
 * language_tag - the tags of languages, "en", "de-CH", "sr-Latn-RS" (BCP 47, RFC 5646).
 *
 * A tag is checked in its form and in its subtags of language, script and region; those of variants and
 * extensions in their form alone. Of the grandfathered tags i-default and i-mingo are taken, as CSAF does.
 */
#pragma once
#include "base/err.h"
#include "base/str.h"

/* Letters of either case: "language "ez" is not registered". */
MUST_CHECK bool language_tag_check(struct str tag, struct err *e);
/* Has it a part that only a group among themselves understands: qaa to qtz, Qaaa to Qabx, x-..., AA, XA? */
bool language_tag_is_private(struct str tag);
