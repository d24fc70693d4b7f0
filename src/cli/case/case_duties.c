/*
 * case_duties - the commands that record what reports and evaluations a casefile has led to, and what the
 * action was extended to.
 */
#include "cli/case_options.h"

static int run_extend(struct app *app, int argc, char **argv)
{
	return case_run_form(app, "extension", argc, argv);
}

static int run_supplement(struct app *app, int argc, char **argv)
{
	return case_run_form(app, "supplement", argc, argv);
}

static int run_premarket(struct app *app, int argc, char **argv)
{
	return case_run_form(app, "premarket_evaluation", argc, argv);
}

static int run_not_reportable(struct app *app, int argc, char **argv)
{
	return case_run_form(app, "mdr_rationale", argc, argv);
}

static int run_mdr_item(struct app *app, int argc, char **argv)
{
	return case_run_form(app, "mdr_item", argc, argv);
}

static int run_periodic(struct app *app, int argc, char **argv)
{
	return case_run_form(app, "periodic_report", argc, argv);
}

static int run_periodic_item(struct app *app, int argc, char **argv)
{
	return case_run_form(app, "periodic_item", argc, argv);
}

#define AMENDS_HELP                                                                                          \
	"--amends NUMBER adds a record that stands in for record NUMBER and keeps what is not given anew.\n"

const struct command command_case_extend = {
	.name = "case extend",
	.synopsis = "CASEFILE --initiated-on DATE [--amended-on DATE] [--text TEXT] [--amends NUMBER]",
	.summary = "record that the correction or removal was extended, and the amendment (21 CFR 806.10(d))",
	.help = AMENDS_HELP,
	.options_made = case_options_made,
	.options_of = "extension",
	.run = run_extend,
};

const struct command command_case_supplement = {
	.name = "case supplement",
	.synopsis =
	    "CASEFILE --received-on DATE [--submitted-on DATE] [--event RECORD] [--report-number TEXT]\n"
	    "       [--text TEXT] [--not-due TEXT] [--amends NUMBER]",
	.summary = "record what was received that a medical device report did not have (21 CFR 803.56)",
	.help =
	    "--event: the record of the event, --report-number: of the report that it supplements; that of "
	    "the event is\ntaken where it has one.\nA remedial action that was decided behind the report is "
	    "received on the day "
	    "of the decision. It is submitted\nonce it was received, and behind the report.\n--not-due: why "
	    "none is due for it.\n" AMENDS_HELP,
	.options_made = case_options_made,
	.options_of = "supplement",
	.run = run_supplement,
};

const struct command command_case_premarket = {
	.name = "case premarket",
	.synopsis = "CASEFILE --on DATE --question TEXT --conclusion CONCLUSION --basis TEXT\n"
		    "       [--evaluated-by NAME] [--amends NUMBER]",
	.summary = "record whether the change needs a premarket submission, and why",
	.help = "CONCLUSION is document_to_file, new_510k, pma_supplement, 30_day_notice, periodic_report or "
		"other.\n" AMENDS_HELP,
	.options_made = case_options_made,
	.options_of = "premarket_evaluation",
	.run = run_premarket,
};

const struct command command_case_periodic = {
	.name = "case periodic",
	.synopsis = "CASEFILE --reported-on DATE [--text TEXT] [--amends NUMBER]",
	.summary = "record that the change was told of in a periodic report (21 CFR 814.84)",
	.options_made = case_options_made,
	.options_of = "periodic_report",
	.run = run_periodic,
};

const struct command command_case_periodic_item = {
	.name = "case periodic-item",
	.synopsis = "CASEFILE --item ITEM --text TEXT [--amends NUMBER]",
	.summary = "state a point of the periodic report's section that the casefile does not know",
	.help = "Points 1 to 11 of the guidance, section VIII, as aftercare report periodic numbers them: "
		"what else was\nmodified is 5, the numbers of device reports and of the recall are "
		"6.\n" AMENDS_HELP,
	.options_made = case_options_made,
	.options_of = "periodic_item",
	.run = run_periodic_item,
};

const struct command command_case_not_reportable = {
	.name = "case not-reportable",
	.synopsis = "CASEFILE --signal N|--event RECORD --on DATE --basis BASIS --reason TEXT\n"
		    "       [--judged-by NAME --qualification QUALIFICATION] [--text TEXT] [--amends NUMBER]",
	.summary = "record why a complaint or an event is not reportable (21 CFR 803)",
	.help =
	    "--signal is the complaint, --event the record of an event that would be reported otherwise.\n"
	    "BASIS is criteria_not_met (803.3, 803.50), medical_judgment (803.20(c)(2)), "
	    "erroneous_information or\n"
	    "other_manufacturer (803.22(b)). A medical judgment says who made it and what qualifies them: "
	    "physician,\n"
	    "nurse, risk_manager, biomedical_engineer or other. In a store with users it counts once its "
	    "author and a\n"
	    "second person have signed it (aftercare sign). What is reportable is an event: case event "
	    "--signal N.\nIt holds for the event and the complaint as they stand: another record in the "
	    "place of the event, or\nanother receipt of the complaint, is judged anew. Of a complaint "
	    "with an event that is to be reported it\nis not taken.\n" AMENDS_HELP,
	.options_made = case_options_made,
	.options_of = "mdr_rationale",
	.run = run_not_reportable,
};

const struct command command_case_mdr_item = {
	.name = "case mdr-item",
	.synopsis = "CASEFILE --event RECORD --item ITEM... --text TEXT|--reason TEXT --steps TEXT [--amends "
		    "NUMBER]",
	.summary = "state an item of a medical device report, or why it is not known (21 CFR 803.50(b)(3))",
	.help =
	    "--event: the record of the event. ITEM is that of Form FDA 3500A in small letters, b6 or d10; "
	    "report mdr says\n"
	    "which are missing, and where they are stated. --text states one: no names of patients. --reason "
	    "and --steps\n"
	    "say of one or several why it is not known, and what was done to obtain it. What is stated last "
	    "counts.\n" AMENDS_HELP,
	.options_made = case_options_made,
	.options_of = "mdr_item",
	.run = run_mdr_item,
};
