/*
 * firm_profile - who reports and publishes: the setting "profile".
 */
#pragma once
#include "base/arena.h"
#include "base/err.h"

/* Empty where not stated. */
struct firm_profile {
	struct str name, address, telephone;
	struct str representative_name, representative_title, representative_address,
	    representative_telephone;
	struct str ever_registered; /* "yes", "no": where there is no registration number */
	struct str isao_name;
	struct str designated_person; /* of 21 CFR 806.20(b)(4) */
	struct str last_mdr_number;   /* of a medical device report, that was given outside of casefiles */
	/* of what is published: a URI that is the manufacturer's own, where to ask, how advisories are
	 * numbered
	 * ("AC"), and under which address they stand */
	struct str namespace_uri, security_contact, advisory_prefix, advisory_url;
	/* of who reports to the manufacturer: where the server is reached by everybody, the policy on such
	 * reports, in which languages they may be ("en, de") */
	struct str public_url, disclosure_policy, languages;
};

/* Reads the setting; no pointer: nothing is stated. ERR_STORE where it is damaged. */
MUST_CHECK bool firm_profile_read(
    struct str json, struct arena *arena, struct firm_profile *out, struct err *e);
