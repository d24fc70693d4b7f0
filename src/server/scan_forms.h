/*
 * scan_forms - findings as an answer, in the form that the query asks for:
 * format=openvex|csaf|cyclonedx|csv|html| pdf|sarif|json.
 */
#pragma once
#include "reports/scan_report.h"
#include "server/exchange.h"

struct scan_form;

struct scan_answer {
	struct scan about;
	struct scan_rows rows;
	struct scan_rows hints; /* next NULL: none are asked for */
};

/* usual: where the query asks for none; NULL: it must. */
MUST_CHECK bool scan_form_find(
    struct exchange *x, const char *usual, const struct scan_form **out, struct err *e);
/* Has it a place for what is a hint and no finding? */
bool scan_form_has_hints(const struct scan_form *form);
/* While a signal is under embargo, what is told outside comes with a warning. */
MUST_CHECK bool scan_form_answer(
    struct exchange *x, const struct scan_form *form, const struct scan_answer *a, struct err *e);
