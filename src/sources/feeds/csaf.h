/*
 * csaf - security advisories in the Common Security Advisory Framework.
 *
 * Specification: OASIS CSAF 2.0; 2.1 is read where it says the same. Each vulnerability of a document is an
 * advisory of its own, named by tracking id and CVE ("ICSMA-21-1/CVE-2021-1"), of source "csaf:" and the
 * publisher; all share the document's bytes. The revision is the tracking version: the same id comes again
 * with each update. A document is one record: the tree may stand before or behind the vulnerabilities.
 */
#pragma once
#include "formats/input.h"
#include "sources/advisory.h"

MUST_CHECK bool csaf_read(struct input *in, struct advisory_sink out, struct err *e);
