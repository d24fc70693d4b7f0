#include "base/remedy.h"

#include <stddef.h>

static const struct {
	const char *word, *terminal;
} remedies[REMEDY_COUNT] = {
	[REMEDY_NONE] = { NULL, "" },
	[REMEDY_ALIASES] = { "aliases", "; aftercare alias list shows all" },
	[REMEDY_AMEND_806] = { "amend-806", " (aftercare report 806-amendment)" },
	[REMEDY_ATTACH] = { "attach", "; aftercare case attach keeps one" },
	[REMEDY_BACKUP_FOLDER] = { "backup-folder", ": it was started without --backups FOLDER" },
	[REMEDY_CASEFILES] = { "casefiles", "; aftercare case list shows all" },
	[REMEDY_CONSIGNEES] = { "consignees", "; aftercare consignee list shows all" },
	[REMEDY_CONTROLS] = { "controls", "; aftercare control list shows all" },
	[REMEDY_COVERAGE] = { "coverage", ": aftercare coverage tells which" },
	[REMEDY_DEVICES] = { "devices", "; aftercare device list shows all" },
	[REMEDY_EVIDENCE] = { "evidence", "; aftercare evidence import takes one" },
	[REMEDY_EXTEND] = { "extend", " (aftercare case extend)" },
	[REMEDY_FORCE_UNKNOWN] = { "force-unknown", "; --force-unknown keeps the statement all the same" },
	[REMEDY_LOTS] = { "lots", "; aftercare lot list shows all" },
	[REMEDY_MATCH] = { "match", ": aftercare match brings them up to date" },
	[REMEDY_NAMES] = { "names", "; aftercare name list shows all" },
	[REMEDY_NEW_SECRET] = { "new-secret", " (aftercare sign-in --new-secret)" },
	[REMEDY_NOT_REPORTABLE] = { "not-reportable", " (aftercare case not-reportable)" },
	[REMEDY_POLICIES] = { "policies", "; aftercare program policy list shows all" },
	[REMEDY_PROFILE] = { "profile", ": aftercare program set --firm-name NAME --firm-namespace URL" },
	[REMEDY_PROPOSALS] = { "proposals", "; aftercare finding list --proposals shows what is" },
	[REMEDY_PROVIDER] = { "provider", " (aftercare serve --oidc)" },
	[REMEDY_REOPEN] = { "reopen", " (aftercare case reopen)" },
	[REMEDY_RUBRIC] = { "rubric", ": aftercare case rubric CASEFILE" },
	[REMEDY_SBOM] = { "sbom", "; aftercare sbom import takes an SBOM" },
	[REMEDY_SECOND_FACTOR] = { "second-factor", " (aftercare second-factor)" },
	[REMEDY_SIGN] = { "sign", " (aftercare sign)" },
	[REMEDY_SIGN_IN] = { "sign-in", " (aftercare sign-in)" },
	[REMEDY_SIGNAL_ACCEPT] = { "signal-accept",
	    "; aftercare signal triage --as accepted takes that back" },
	[REMEDY_SIGNALS] = { "signals", "; aftercare signal list shows all" },
	[REMEDY_SOURCES] = { "sources", "; aftercare feed status shows all" },
	[REMEDY_STATE_FIRM] = { "state-firm", " (aftercare program set --representative-name NAME ... for "
					      "item 2, aftercare case item for the others)" },
	[REMEDY_STATE_ITEM] = { "state-item", " (aftercare case item)" },
	[REMEDY_STATE_MDR] = { "state-mdr",
	    " (aftercare case mdr-item; case event, signal amend, device set, "
	    "program set for what stands there)" },
	[REMEDY_STATE_VERSIONS] = { "state-versions", " (--affected VERSION, --fixed VERSION)" },
	[REMEDY_TEMPLATES] = { "templates", "; aftercare program template list shows all" },
	[REMEDY_USERS] = { "users", " (aftercare user add)" },
	[REMEDY_VEX] = { "vex", "; aftercare vex list shows all" },
};

const char *remedy_word(enum remedy r)
{
	return remedies[r].word;
}

const char *remedy_terminal(enum remedy r)
{
	return remedies[r].terminal;
}
