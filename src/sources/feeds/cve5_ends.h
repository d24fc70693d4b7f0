/*
 * cve5_ends - versions that are written as ranges from themselves to themselves.
 *
 * {"version": "1.4.3", "lessThan": "1.4.3"} is an empty range by the letter of the CVE record format. Those
 * who write it (Chrome, hackerone, a few more) mean "before 1.4.3": NVD gives it as an end that is not in
 * wherever it has analysed such a record, and never as an affected version. With lessThanOrEqual it is one
 * version by the letter, and curl lists its versions so; hackerone means "up to and with it", and NVD has it
 * so.
 *
 * Several such ends in one entry are the ends of branches that were mended side by side: 16.20.1, 18.17.0 and
 * 20.5.0 mean up to 16.20.1, 17 to 18.17.0, 19 to 20.5.0; NVD's ranges for them are the same.
 */
#pragma once
#include "sources/feeds/cve5_versions.h"

/* Is the range from this version to this end meant to be all before it (inclusive false) or up to it (true)?
 * is_loose: who writes it is known to mean "up to". */
bool cve5_ends_is_end(struct str version, struct str end, bool inclusive, bool is_loose);
/* Gives the pieces that are ends of branches (is_end) and affected their beginnings. */
void cve5_ends_settle(struct cve5_piece *pieces, size_t count, struct arena *record);
