/*
 * advisory_page - the advisories that everybody may read, as a page.
 */
#pragma once
#include "formats/html_write.h"
#include "publishing/csaf/csaf_provider.h"

/* Links are relative to the page. publisher: its name; may be empty. */
void advisory_page_write(const struct csaf_listed *all, size_t count, struct str publisher, struct html *h);
