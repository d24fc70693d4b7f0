/*
 * signal_json - signals for machines: the inbox, and everything about one (docs/man/signal.md).
 */
#pragma once
#include "actions/intake/signal_list.h"
#include "actions/intake/signal_made.h"
#include "formats/json_write.h"

void signal_list_json(struct json_out *w, const struct signal_row *rows, size_t count);

/* With its entries, contacts among them, which are personal data, and who signed why it is not reportable.
 * ERR_STORE where one is damaged: the document is no whole one then. */
MUST_CHECK bool signal_json(struct json_out *w, struct db *db, const struct signal_file *file,
    const struct signal_row *row, struct err *e);

/* What was made of findings or advisories: the numbers of the signals, and how many were passed over. */
void signals_made_json(struct json_out *w, const struct signals_made *made);

/* An array of those under embargo: "signal" and "until". */
void signal_embargoes_json(struct json_out *w, const struct signal *signals, size_t count);
