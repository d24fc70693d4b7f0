/*
 * evidence_list - a list of compiled files from a file: plain, or out of an SPDX 3 document.
 *
 * Of SPDX 3 the files with the purpose "source" are the list (software_File, as Yocto writes one for each
 * source that it compiled), a path a line, behind lines of comment that name the document and its digest.
 */
#pragma once
#include "base/buf.h"
#include "base/err.h"

/* *is_spdx: it came out of a document, which does not say which component a file belongs to. */
MUST_CHECK bool evidence_list_read(const char *path, struct buf *out, bool *is_spdx, struct err *e);
