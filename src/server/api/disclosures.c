/*
 * /api/v1/disclosures - the public form: whom it reaches, and what a stranger reports. Of the store nothing
 * is told but what security.txt says of the manufacturer.
 */
#include "actions/intake/disclosure.h"
#include "actions/intake/signal_list.h"
#include "publishing/security_txt.h"
#include "reports/firm_profile.h"
#include "server/body.h"
#include "server/problem.h"
#include "server/tables.h"
#include "store/casefiles.h"

#define SECURITY_TXT_BYTES (16UL * 1024)
#define KEYS                                                                                                 \
	"product|version|summary|description|exploit|impact|discovery|is_public|is_exploited|plans|"         \
	"vulnerability|name|email|may_share|credit"

static bool read_form(struct exchange *x, struct disclosure *d, struct err *e)
{
	struct body b;

	return body_read(x, KEYS, &b, e) && body_text(&b, "product", &d->product, e) &&
	       body_text(&b, "version", &d->version, e) && body_text(&b, "summary", &d->summary, e) &&
	       body_text(&b, "description", &d->description, e) && body_text(&b, "exploit", &d->exploit, e) &&
	       body_text(&b, "impact", &d->impact, e) && body_text(&b, "discovery", &d->discovery, e) &&
	       body_text(&b, "is_public", &d->is_public, e) &&
	       body_text(&b, "is_exploited", &d->is_exploited, e) && body_text(&b, "plans", &d->plans, e) &&
	       body_text(&b, "vulnerability", &d->vulnerability, e) && body_text(&b, "name", &d->name, e) &&
	       body_text(&b, "email", &d->email, e) && body_text(&b, "may_share", &d->may_share, e) &&
	       body_text(&b, "credit", &d->credit, e);
}

static bool post_disclosure(struct exchange *x, struct err *e)
{
	struct disclosure_receipt receipt;
	struct disclosure d = { 0 };
	struct json_out *w;

	if (!read_form(x, &d, e))
		return false;
	if (!disclosure_take(x->db, &d, x->at, &x->arena, &receipt, e)) {
		if (e->code == ERR_INPUT)
			return false;
		/* why is the house's own affair */
		problem_answer_status(
		    x, 503, STR("the report could not be taken just now: send it again in a moment"));
		return true;
	}
	x->answer.status = 201;
	w = answer_json(x);
	json_open_object(w);
	json_field_text(w, "receipt", receipt.number);
	json_field_date(w, "acknowledge_by", receipt.acknowledge_by);
	json_close_object(w);
	return answer_json_close(x, w, e);
}

/* Whom one reports to, and what is promised: for the head of the form. */
static bool get_terms(struct exchange *x, struct err *e)
{
	SCOPED_BUF text = buf_new(SECURITY_TXT_BYTES);
	struct firm_profile firm;
	struct str profile;
	struct json_out *w;
	int64_t days;

	if (!setting_get(x->db, "profile", &x->arena, &profile, e) ||
	    !firm_profile_read(profile, &x->arena, &firm, e) || !signal_time_frame(x->db, &days, e))
		return false;
	w = answer_json(x);
	json_open_object(w);
	json_field_text_or_null(w, "manufacturer", firm.name);
	json_field_text_or_null(w, "contact", firm.security_contact);
	json_field_text_or_null(w, "policy", firm.disclosure_policy);
	json_field_bool(w, "security_txt", security_txt_write(&firm, false, x->at, &text));
	json_field_int(w, "acknowledge_within_days", days);
	json_close_object(w);
	return answer_json_close(x, w, e);
}

const struct route routes_disclosures[] = {
	{ METHOD_GET, "/api/v1/disclosures", get_terms, ROUTE_PUBLIC, 0, NULL },
	{ METHOD_POST, "/api/v1/disclosures", post_disclosure, ROUTE_PUBLIC | ROUTE_FORM, 0,
	    "signal.received" },
	{ 0 },
};
