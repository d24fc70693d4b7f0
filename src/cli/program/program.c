#include "actions/intake/signal_list.h"
#include "actions/program/program_profile.h"
#include "actions/program/program_set.h"
#include "base/err_rename.h"
#include "base/number.h"
#include "cli/case_options.h"
#include "cli/command.h"
#include "cli/print.h"
#include "cli/program/program_print.h"
#include "cli/session.h"
#include "formats/json_write.h"

#define POLICY_MOST (1024 * 1024)

static const struct option_spec specs[] = {
	SESSION_CHANGE_OPTIONS,
	{ "fei", OPTION_VALUE, NULL },
	{ "contact", OPTION_MANY, NULL },
	{ "registration-number", OPTION_VALUE, NULL },
	{ "earlier-corrections", OPTION_NUMBER, NULL },
	{ "summary-product-codes", OPTION_VALUE, NULL },
	{ "earlier-removals", OPTION_NUMBER, NULL },
	{ "isao-member", OPTION_VALUE, "yes|no" },
	{ "time-zone", OPTION_VALUE, NULL },
	{ "policy", OPTION_VALUE, NULL },
	{ "firm-name", OPTION_VALUE, NULL },
	{ "firm-address", OPTION_VALUE, NULL },
	{ "firm-telephone", OPTION_VALUE, NULL },
	{ "ever-registered", OPTION_VALUE, "yes|no" },
	{ "representative-name", OPTION_VALUE, NULL },
	{ "representative-title", OPTION_VALUE, NULL },
	{ "representative-address", OPTION_VALUE, NULL },
	{ "representative-telephone", OPTION_VALUE, NULL },
	{ "designated-person", OPTION_VALUE, NULL },
	{ "last-mdr-number", OPTION_VALUE, NULL },
	{ "isao-name", OPTION_VALUE, NULL },
	{ "firm-namespace", OPTION_VALUE, NULL },
	{ "security-contact", OPTION_VALUE, NULL },
	{ "advisory-prefix", OPTION_VALUE, NULL },
	{ "advisory-url", OPTION_VALUE, NULL },
	{ "public-url", OPTION_VALUE, NULL },
	{ "disclosure-policy", OPTION_VALUE, NULL },
	{ "languages", OPTION_VALUE, NULL },
	{ "signatures-certified-on", OPTION_DATE, NULL },
	{ "signatures-certificate", OPTION_VALUE, NULL },
	{ "acknowledge-within", OPTION_NUMBER, NULL },
	{ "epss-threshold", OPTION_VALUE, NULL },
	{ NULL, OPTION_FLAG, NULL },
};

static bool states_firm(const struct options *o)
{
	return options_has(o, "registration-number") || options_has(o, "earlier-corrections") ||
	       options_has(o, "earlier-removals") || options_has(o, "summary-product-codes");
}

static bool set_firm(struct db *db, const struct options *o, struct err *e)
{
	struct firm_numbers numbers = { options_text(o, "registration-number"), -1, -1,
		options_text(o, "summary-product-codes") };

	return options_number(
		   o, "earlier-corrections", 0, FIRM_EARLIER_MOST, &numbers.earlier_corrections, e) &&
	       options_number(o, "earlier-removals", 0, FIRM_EARLIER_MOST, &numbers.earlier_removals, e) &&
	       program_set_firm(db, &numbers, session_by(o), e);
}

/* The message of an action begins with the word, which is the option's too. False. */
static bool as_option(const char *word, struct err *e)
{
	SCOPED_ARENA arena = { 0 };

	err_rename(e, str_of(word), arena_printf(&arena, "--%s", word));
	return false;
}

static bool set_profile(struct db *db, const struct options *o, struct err *e)
{
	SCOPED_BUF json = buf_new(POLICY_MOST);
	struct program_version version;
	SCOPED_ARENA arena = { 0 };

	if (!case_write_options(program_profile_fields, o, false, &json, e))
		return false;
	return str_eq(buf_str(&json), STR("{}")) ||
	       program_state_profile(db, buf_str(&json), session_by(o), &arena, &version, e) ||
	       as_option("fei", e);
}

static bool set_policy(struct app *app, struct db *db, const struct options *o, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct str says;

	if (!program_policy_read(db, options_value(o, "policy"), session_by(o), &arena, &says, e))
		return false;
	print_line(app->out, STR_FMT, STR_ARG(says));
	return true;
}

/* Each a setting of its own, stated by its word as the API states it. */
static bool set_words(struct db *db, const struct options *o, struct err *e)
{
	static const char *const words[] = { "isao-member", "acknowledge-within", "epss-threshold" };

	for (size_t i = 0; i < COUNT(words); i++)
		if (options_has(o, words[i]) &&
		    !program_state_one(db, str_of(words[i]), options_text(o, words[i]), session_by(o), e))
			return as_option(words[i], e);
	return true;
}

static bool set(struct app *app, const struct options *o, struct err *e)
{
	const char *zone = options_value(o, "time-zone");
	SCOPED_DB *db = NULL;

	if (!options_words(o, 0, 0, "nothing", e))
		return false;
	if (o->count == 0)
		return err_fail(e, ERR_USAGE, "nothing is given to be set");
	if (!session_open(o, DB_WRITE, &db, e) || !set_profile(db, o, e))
		return false;
	if (zone && !program_set(db, "time_zone", str_of(zone), session_by(o), e))
		return false;
	return (!states_firm(o) || set_firm(db, o, e)) &&
	       (!options_has(o, "policy") || set_policy(app, db, o, e)) && set_words(db, o, e);
}

static int run(struct app *app, int argc, char **argv)
{
	SCOPED_OPTIONS o = { 0 };
	struct err e = { 0 };

	if (!options_parse(argc, argv, specs, &o, &e) || !set(app, &o, &e))
		return command_fails(app, &e);
	return 0;
}

const struct command command_program_set = {
	.name = "program set",
	.synopsis =
	    "[--registration-number N] [--isao-member yes|no] [--time-zone ZONE] [--policy FILE]\n"
	    "       [--firm-name TEXT] [--firm-address TEXT] [--firm-telephone TEXT] [--ever-registered "
	    "yes|no]\n"
	    "       [--representative-name TEXT] [--representative-title TEXT] "
	    "[--representative-address TEXT]\n"
	    "       [--representative-telephone TEXT] [--designated-person TEXT] [--isao-name TEXT]\n"
	    "       [--firm-namespace URL] [--security-contact TEXT] [--advisory-prefix TEXT] "
	    "[--advisory-url URL]\n"
	    "       [--public-url URL] [--disclosure-policy URL] [--languages TAG,...]\n"
	    "       [--earlier-corrections N] [--earlier-removals N] [--last-mdr-number TEXT] [--fei N]\n"
	    "       [--contact \"ROLE: WHO\"]...\n"
	    "       [--acknowledge-within DAYS] [--epss-threshold P] [--summary-product-codes CODE,...]\n"
	    "       [--signatures-certified-on DATE] [--signatures-certificate TEXT]",
	.summary = "state what holds for the whole manufacturer",
	.help =
	    "--contact: several at once; they take the place of those before. --fei: ten digits.\n"
	    "--registration-number: the establishment's, seven digits. --earlier-corrections, "
	    "--earlier-removals: how\n"
	    "many reports under part 806 were made before the first one here, for their numbers. "
	    "--last-mdr-number: of the\nlast medical device report that was numbered outside of casefiles, "
	    "1234567-2026-00041: the next one counts on.\n"
	    "--isao-member yes: an active "
	    "member by all four\n"
	    "criteria of the guidance. --time-zone: the firm's own, an IANA name such as "
	    "America/New_York; it\n"
	    "decides on which day a communication went out. --policy: a JSON document with the answers that "
	    "the "
	    "guidance\n"
	    "leaves open; keys that are left out take the defaults; it is program policy import. The rest is "
	    "who reports, 21 CFR\n"
	    "806.10(c)(2), and who publishes: a URI of its own, where to ask, what advisories are numbered "
	    "with (AC),\nunder which address they stand. --public-url, --disclosure-policy, --languages: "
	    "where strangers "
	    "reach the\nserver, the policy on what they report, in which languages they may (en, de). "
	    "--acknowledge-within: days from the "
	    "receipt of a\n"
	    "signal until its reporter is told so; 7 where none is stated. --epss-threshold: the probability "
	    "that, "
	    "passed, "
	    "is told;\n0.1 where none is stated. --summary-product-codes: of which you take part in FDA's "
	    "voluntary "
	    "malfunction\nsummary reporting (VMSR) and FDA's database says that they are eligible; none "
	    "takes them "
	    "back. --signatures-certified-on: when the firm certified its electronic signatures to FDA (21 "
	    "CFR "
	    "11.100(c)),\nand --signatures-certificate where the copy is.\n",
	.options = specs,
	.run = run,
};
