/*
 * /.well-known/security.txt - what anybody may read without signing in.
 */
#include "publishing/security_txt.h"
#include "server/tables.h"
#include "store/casefiles.h"

#define SECURITY_TXT_BYTES (16UL * 1024)

static bool read_firm(struct exchange *x, struct firm_profile *firm, struct err *e)
{
	struct str profile;

	return setting_get(x->db, "profile", &x->arena, &profile, e) &&
	       firm_profile_read(profile, &x->arena, firm, e);
}

static bool get_security_txt(struct exchange *x, struct err *e)
{
	struct firm_profile firm = { 0 };

	if (!read_firm(x, &firm, e))
		return false;
	x->answer.body = buf_new(SECURITY_TXT_BYTES);
	if (!security_txt_write(&firm, false, x->at, &x->answer.body))
		return err_fail(e, ERR_ABSENT,
		    "the manufacturer has not stated yet whom one writes to about the security of its "
		    "devices");
	x->answer.type = "text/plain; charset=utf-8";
	x->answer.status = 200;
	return true;
}

const struct route routes_publications[] = {
	{ METHOD_GET, "/.well-known/security.txt", get_security_txt, ROUTE_PUBLIC, 0, NULL },
	{ 0 },
};
