#include "records/authority.h"

#define WORK (ROLE_SECURITY | ROLE_REGULATORY)
#define ANYBODY (WORK | ROLE_READER | ROLE_REVIEWER | ROLE_DESIGNATED | ROLE_ADMINISTRATOR)

const struct authority authorities[] = {
	{ "alias.add", ROLE_SECURITY },
	{ "alias.remove", ROLE_SECURITY },
	{ "casefile.assessment", WORK },
	{ "casefile.clock_decision", ROLE_REGULATORY },
	{ "casefile.attachment", WORK | ROLE_REVIEWER | ROLE_DESIGNATED },
	{ "casefile.close", ROLE_REGULATORY },
	{ "casefile.closure", ROLE_REGULATORY },
	{ "casefile.communication", WORK },
	{ "casefile.control", WORK },
	{ "casefile.correction", ROLE_REGULATORY },
	{ "casefile.event", WORK },
	{ "casefile.finding", WORK },
	{ "casefile.fix", WORK },
	{ "casefile.open", WORK },
	{ "casefile.plan", WORK },
	{ "casefile.signal", WORK },
	{ "casefile.report", ROLE_REGULATORY },
	{ "casefile.report_item", ROLE_REGULATORY },
	{ "casefile.vulnerability", WORK },
	{ "consignee.import", WORK },
	{ "consignee.set", WORK },
	{ "coverage.record", WORK },
	{ "device.add", WORK },
	{ "device.import", WORK },
	{ "device.set", WORK },
	{ "evidence.import", ROLE_SECURITY },
	{ "feed.import", ROLE_SECURITY | ROLE_ADMINISTRATOR },
	{ "finding.confirm", WORK },
	{ "finding.set", WORK },
	{ "finding.withdraw", WORK },
	{ "lot.add", WORK },
	{ "lot.set", WORK },
	{ "inspection.export", ROLE_REGULATORY },
	{ "match.full", ROLE_SECURITY | ROLE_ADMINISTRATOR },
	{ "program.set", ROLE_REGULATORY | ROLE_ADMINISTRATOR },
	{ "release.add", WORK },
	{ "sbom.import", WORK },
	{ "shipment.set", WORK },
	{ "signal.acknowledgement", WORK },
	{ "signal.contact", WORK },
	{ "signal.correspondence", WORK },
	{ "signal.credit", WORK },
	{ "signal.cve_request", WORK },
	{ "signal.embargo", WORK },
	{ "signal.link", WORK },
	{ "signal.received", WORK },
	{ "signal.triage", WORK },
	{ "sign.approval", ROLE_REVIEWER | ROLE_DESIGNATED },
	{ "sign.authorship", WORK },
	{ "sign.designated_person", ROLE_DESIGNATED },
	{ "sign.refused", ANYBODY },
	{ "sign.responsibility", ROLE_REGULATORY | ROLE_REVIEWER | ROLE_DESIGNATED },
	{ "sign.review", WORK | ROLE_REVIEWER | ROLE_DESIGNATED },
	{ "user.add", ROLE_ADMINISTRATOR },
	{ "user.attest", ROLE_ADMINISTRATOR },
	{ "user.disable", ROLE_ADMINISTRATOR },
	{ "user.enable", ROLE_ADMINISTRATOR },
	{ "user.reset", ROLE_ADMINISTRATOR },
	{ "user.roles", ROLE_ADMINISTRATOR },
	{ "user.sign-in", ANYBODY },
	{ "user.sign-out", ANYBODY },
	{ "user.train", ROLE_ADMINISTRATOR },
	{ "vex.import", ROLE_SECURITY },
	{ NULL, 0 },
};

bool authority_allows(struct str what, unsigned roles)
{
	for (const struct authority *a = authorities; a->what; a++)
		if (str_eq(str_of(a->what), what))
			return (a->roles & roles) != 0;
	return false;
}
