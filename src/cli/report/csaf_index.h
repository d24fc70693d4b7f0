/*
 * csaf_index - the folder from which a provider's CSAF documents are served: puts a document at its place,
 * and writes the lists beside them.
 */
#pragma once
#include "cli/command.h"

/* Writes the document, which is CSAF, to where it belongs below the folder. */
MUST_CHECK bool csaf_folder_put(const char *folder, struct str json, struct err *e);
/* Writes all lists anew. url: where the folder is served. ERR_CONFLICT where a document is none that can be
 * served: then nothing is written. *count: of the documents. */
MUST_CHECK bool csaf_folder_index(const char *folder, struct str url, size_t *count, struct err *e);
