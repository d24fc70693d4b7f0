/*
 * kev_eu - vulnerabilities that are known to be exploited in the European Union (EU KEV).
 *
 * Two forms: the list of the EU CSIRTs network, eukev/eukev.json of github.com/enisaeu/CNW (its schema v1
 * stands beside it), and the dump of the European vulnerability database,
 * euvdservices.enisa.europa.eu/api/kev/dump, which has CISA's entries beside the European ones: those that do
 * not have "eukev_kev" among their sources are CISA's, and passed over.
 */
#pragma once
#include "sources/advisory.h"

struct input;

MUST_CHECK bool kev_eu_read(struct input *in, struct advisory_sink out, struct err *e);
