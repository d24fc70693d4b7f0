/*
 * version_upstream - the version of the upstream in the version of a distribution's package.
 *
 * A distribution adds to it what it did itself: an epoch, a revision, a mark that files were left out. Only
 * without these may it be compared with what the upstream's own records say.
 */
#pragma once
#include "base/str.h"
#include "identity/version_key.h"

/* "1.1.1k" of "1:1.1.1k-1+deb11u1" (dpkg), of "1.1.1k-7.el8" (rpm), of "1.1.1k-r0" (apk); the text itself for
 * other schemes. Borrowed. */
struct str version_upstream(enum version_scheme scheme, struct str version);
