/*
 * metrics_edition - what may be asked of the measures of the programme, and a numbered edition of them: the
 * file that is handed over, with its digest in the audit trail. The same for the terminal and for the API.
 */
#pragma once
#include "actions/duties/metrics.h"
#include "reports/document/document_form.h"

/* By words: unit and slice may be empty, for findings and for none; device too, for all. ERR_INPUT where the
 * period ends before it begins, or after today, since what is not over is not measured; where a word is none;
 * ERR_ABSENT where there is no such device. */
struct metrics_words {
	struct window window; /* both days are known */
	struct str unit, slice, device;
};
MUST_CHECK bool metrics_ask(struct db *db, const struct metrics_words *words, struct instant now,
    struct metrics_asked *out, struct err *e);
/* The first of these alone. */
MUST_CHECK bool metrics_check_order(struct window period, struct err *e);

struct metrics_edition {
	int64_t number;
	struct str name, bytes; /* of the file: "metrics-2026-01-01-2026-03-31-edition-2.pdf" */
	struct sha256 digest;
};

/* Gathers them, and keeps that they were issued, before anybody gets the file. In the arena. ERR_CONFLICT
 * where another edition was issued meanwhile. */
MUST_CHECK bool metrics_edition_issue(struct db *db, const struct metrics_asked *asked,
    const struct document_shape *shape, struct change_by by, struct arena *arena, struct metrics_edition *out,
    struct err *e);
