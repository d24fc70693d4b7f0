/*
 * case ssvc - answers to SSVC, and what comes of them.
 */
#include "actions/casework/case_ssvc.h"

#include "actions/casework/case_record.h"
#include "actions/casework/case_ssvc_json.h"
#include "cli/case_options.h"
#include "cli/print.h"
#include "cli/session.h"
#include "limits.h"
#include "store/casefiles.h"

static bool keep(struct app *app, const struct options *o, struct db *db, int64_t id, struct err *e)
{
	SCOPED_BUF more = buf_new(LIMIT_RECORD_BYTES);
	int64_t record;

	if (!case_write_options(case_fields_of(STR("ssvc")), o, true, &more, e))
		return false;
	if (str_eq(buf_str(&more), STR("{}")))
		return true;
	if (!case_record(db, id, "ssvc", STR("{}"), buf_str(&more), 0, session_by(o), &record, e))
		return false;
	if (!session_wants_json(o))
		print_line(app->out, "casefile %lld: ssvc %lld", (long long)id, (long long)record);
	return true;
}

static void print_outcomes(struct app *app, const struct ssvc_answers *answers)
{
	struct ssvc_result r = ssvc_derive(answers);

	print_line(app->out, "supplier: %s", ssvc_outcome_word(r.supplier));
	print_line(app->out, "deployer: %s", ssvc_outcome_word(r.deployer));
}

static void write_outcomes(struct app *app, const struct ssvc_answers *answers)
{
	struct json_out *w = json_out_file(app->out, true);

	case_ssvc_json(w, answers);
	json_out_close(w);
}

static bool act(struct app *app, const struct options *o, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_DB *db = NULL;
	struct case_record *records;
	struct ssvc_answers answers;
	struct casefile casefile;
	int64_t id, record;
	size_t count;

	if (!case_id_of(o, &id, e) || !session_open(o, DB_CHANGE, &db, e) ||
	    !casefile_get(db, id, &arena, &casefile, e) || !keep(app, o, db, id, e) ||
	    !casefile_records(db, id, &arena, &records, &count, e) ||
	    !case_ssvc_read(records, count, &record, &answers, e))
		return false;
	if (session_wants_json(o))
		write_outcomes(app, &answers);
	else
		print_outcomes(app, &answers);
	return true;
}

static const struct option_spec *made_options(const char *of, struct arena *arena)
{
	struct option_spec *specs = arena_alloc(arena, CASE_OPTIONS_MOST, sizeof(*specs));
	size_t count = 0;

	(void)of;
	case_option_specs(case_fields_of(STR("ssvc")), NULL, specs);
	while (specs[count].name)
		count++;
	specs[count] = (struct option_spec){ "format", OPTION_VALUE, "table|json" };
	specs[count + 1] = (struct option_spec){ NULL, OPTION_FLAG, NULL };
	return specs;
}

static int run(struct app *app, int argc, char **argv)
{
	SCOPED_ARENA arena = { 0 };

	return command_with(app, argc, argv, made_options(NULL, &arena), act);
}

const struct command command_case_ssvc = {
	.name = "case ssvc",
	.synopsis = "CASEFILE [--exploitation none|public_poc|active] [--automatable no|yes]\n"
		    "       [--value-density diffuse|concentrated] [--technical-impact partial|total]\n"
		    "       [--safety-impact negligible|marginal|critical|catastrophic]\n"
		    "       [--exposure small|controlled|open]\n"
		    "       [--mission-impact degraded|mef_support_crippled|mef_failure|mission_failure]\n"
		    "       [--text TEXT] [--format table|json]",
	.summary = "SSVC, of supplier and deployer: shown beside an assessment, it decides nothing",
	.help = "What is not given anew is kept. Without any answer it shows what stands.\n",
	.options_made = made_options,
	.run = run,
};
