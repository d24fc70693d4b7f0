/*
 * remedy - what to do about an error, for a machine: a word, and what the terminal says of it.
 *
 * The text of an error says what is wrong, and is the same everywhere. What helps is another command at the
 * terminal and another page in a browser: so it travels beside the text. The pages have their words for each
 * in web/src/remedies.ts, which a test of theirs holds against docs/openapi.json.
 */
#pragma once

enum remedy {
	REMEDY_NONE,
	REMEDY_ALIASES,
	REMEDY_AMEND_806,
	REMEDY_ATTACH,
	REMEDY_BACKUP_FOLDER,
	REMEDY_CASEFILES,
	REMEDY_CONSIGNEES,
	REMEDY_CONTROLS,
	REMEDY_COVERAGE,
	REMEDY_DEVICES,
	REMEDY_EVIDENCE,
	REMEDY_EXTEND,
	REMEDY_FORCE_UNKNOWN,
	REMEDY_LOTS,
	REMEDY_MATCH,
	REMEDY_NAMES,
	REMEDY_NEW_SECRET,
	REMEDY_NOT_REPORTABLE,
	REMEDY_POLICIES,
	REMEDY_PROFILE,
	REMEDY_PROPOSALS,
	REMEDY_PROVIDER,
	REMEDY_REOPEN,
	REMEDY_RUBRIC,
	REMEDY_SBOM,
	REMEDY_SECOND_FACTOR,
	REMEDY_SIGN,
	REMEDY_SIGN_IN,
	REMEDY_SIGNAL_ACCEPT,
	REMEDY_SIGNALS,
	REMEDY_SOURCES,
	REMEDY_STATE_FIRM,
	REMEDY_STATE_ITEM,
	REMEDY_STATE_MDR,
	REMEDY_STATE_VERSIONS,
	REMEDY_TEMPLATES,
	REMEDY_USERS,
	REMEDY_VEX,
	REMEDY_COUNT
};

/* "sign-in": the member "remedy" of a problem document. NULL for REMEDY_NONE. */
const char *remedy_word(enum remedy r);
/* What follows the text of the error in a terminal, with its mark: "; aftercare case list shows all". "" for
 * REMEDY_NONE. */
const char *remedy_terminal(enum remedy r);
