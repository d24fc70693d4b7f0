/*
 * version_parts - the pieces that keys of versions are made of, and the functions behind version_key.
 *
 * Keys are prefix-free: none begins another of the same scheme, so the first possible key behind k is k and a
 * zero byte, and no version lies between.
 */
#pragma once
#include "identity/version_key.h"

/* Appends a number of any length by value: the count of its digits without leading zeros, then the digits. */
void version_put_number(struct buf *key, struct str digits);

/* Takes the run of digits (letters) off the front of *rest; empty if it begins otherwise. */
struct str version_take_digits(struct str *rest);
struct str version_take_letters(struct str *rest);

MUST_CHECK bool version_generic_key(struct str text, struct buf *key, struct err *e);
MUST_CHECK bool version_semver_key(struct str text, struct buf *key, struct err *e);
MUST_CHECK bool version_dpkg_key(struct str text, struct buf *key, struct err *e);
MUST_CHECK bool version_rpm_key(struct str text, struct buf *key, struct err *e);
MUST_CHECK bool version_pep440_key(struct str text, struct buf *key, struct err *e);
