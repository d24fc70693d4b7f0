/*
 * cve_id - CVE identifiers: CVE-YYYY-N with four digits or more (CVE record format, cveId).
 *
 * A CVE id fits an integer, year * 10^10 + number, which orders as the ids do.
 */
#pragma once
#include <stdint.h>

#include "base/str.h"

#define CVE_ID_TEXT_SIZE 32
#define CVE_ID_DIGITS_MOST 10 /* behind the year */

/* Upper or lower case; years 1999 to 2999, numbers below 10^10. False if s is not one, the whole of it. */
bool cve_id_parse(struct str s, int64_t *out);
/* Is the integer one that a CVE id gives? Smaller ones are free for other names. */
static inline bool cve_id_is(int64_t id)
{
	return id >= INT64_C(1999) * 10000000000;
}
int cve_id_year(int64_t id);
const char *cve_id_write(int64_t id, char out[CVE_ID_TEXT_SIZE]);

/* An id, of a CVE or smaller, as a number that takes few bytes as a varint; and back. */
uint64_t cve_id_pack(int64_t id);
int64_t cve_id_unpack(uint64_t packed);
