#include "actions/program/program_profile.h"

#include "actions/intake/signal_list.h"
#include "actions/program/program_set.h"
#include "base/number.h"
#include "decision/mdr_number.h"
#include "formats/json_write.h"
#include "identity/fda_number.h"
#include "limits.h"
#include "reports/casefile_record.h"

/* Who reports (21 CFR 806.10(c)(2)), and whom one asks. What is not given anew is kept. */
const struct case_field program_profile_fields[] = {
	{ "firm-name", "name", CASE_TEXT, false, NULL },
	{ "firm-address", "address", CASE_TEXT, false, NULL },
	{ "firm-telephone", "telephone", CASE_TEXT, false, NULL },
	{ "fei", "fei", CASE_TEXT, false, NULL },
	{ "contact", "contacts", CASE_TEXTS, false, NULL },
	{ "ever-registered", "ever_registered", CASE_TEXT, false, "yes|no" },
	{ "representative-name", "representative_name", CASE_TEXT, false, NULL },
	{ "representative-title", "representative_title", CASE_TEXT, false, NULL },
	{ "representative-address", "representative_address", CASE_TEXT, false, NULL },
	{ "representative-telephone", "representative_telephone", CASE_TEXT, false, NULL },
	{ "designated-person", "designated_person", CASE_TEXT, false, NULL },
	{ "last-mdr-number", "last_mdr_number", CASE_TEXT, false, NULL },
	{ "isao-name", "isao_name", CASE_TEXT, false, NULL },
	{ "firm-namespace", "namespace_uri", CASE_TEXT, false, NULL },
	{ "security-contact", "security_contact", CASE_TEXT, false, NULL },
	{ "advisory-prefix", "advisory_prefix", CASE_TEXT, false, NULL },
	{ "advisory-url", "advisory_url", CASE_TEXT, false, NULL },
	{ "public-url", "public_url", CASE_TEXT, false, NULL },
	{ "disclosure-policy", "disclosure_policy", CASE_TEXT, false, NULL },
	{ "languages", "languages", CASE_TEXT, false, NULL },
	{ "signatures-certified-on", PROFILE_SIGNATURES_CERTIFIED, CASE_DATE, false, NULL },
	{ "signatures-certificate", "signatures_certificate", CASE_TEXT, false, NULL },
	{ 0 },
};

bool program_state_profile(struct db *db, struct str stated, struct change_by by, struct arena *arena,
    struct program_version *out, struct err *e)
{
	struct report_fields fields;
	struct str fei, mdr, unused;
	struct mdr_number number;

	if (!report_fields_read(stated, arena, &fields, e))
		return false;
	fei = report_fields_text(&fields, STR("fei"));
	if (fei.len && !fda_number_parse(FDA_FEI, fei, arena, &unused, e))
		return err_within(e, "fei");
	mdr = report_fields_text(&fields, STR("last_mdr_number"));
	if (mdr.len && !mdr_number_parse(mdr, &number, e))
		return err_within(e, "last-mdr-number");
	return program_state(db, "profile", STR(""), stated, by, arena, out, e);
}

static const struct case_field *field_of(struct str word)
{
	for (const struct case_field *f = program_profile_fields; f->option; f++)
		if (str_eq(str_of(f->option), word))
			return f;
	return NULL;
}

static bool state_field(
    struct db *db, const struct case_field *f, struct str value, struct change_by by, struct err *e)
{
	SCOPED_BUF json = buf_new(LIMIT_RECORD_BYTES);
	struct json_out *w = json_out_buf(&json, false);
	struct program_version version;
	SCOPED_ARENA arena = { 0 };
	struct date day;

	if (f->choices && !str_is_among(value, f->choices)) {
		json_out_drop(w);
		return err_fail(e, ERR_INPUT, "%s is one of %s, not \"" STR_FMT "\"", f->option, f->choices,
		    STR_ARG(value));
	}
	if (f->value == CASE_DATE && !date_parse(value, &day, e)) {
		json_out_drop(w);
		return err_within(e, "%s", f->option);
	}
	json_open_object(w);
	json_key(w, f->key);
	if (f->value == CASE_TEXTS)
		json_open_array(w);
	json_put_text(w, value);
	if (f->value == CASE_TEXTS)
		json_close_array(w);
	json_close_object(w);
	json_out_close(w);
	return program_state_profile(db, buf_str(&json), by, &arena, &version, e);
}

static bool state_intake(struct db *db, struct str value, struct change_by by, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	int64_t days;

	if (!number_parse(value, "number of days", 1, SIGNAL_ACKNOWLEDGE_DAYS_MOST, &days, e))
		return err_within(e, "acknowledge-within");
	return program_set(
	    db, "intake", arena_printf(&arena, "{\"acknowledge_within_days\":%lld}", (long long)days), by, e);
}

static bool state_earlier(
    struct db *db, bool corrections, struct str value, struct change_by by, struct err *e)
{
	struct firm_numbers numbers = { STR(""), -1, -1, STR("") };

	if (!number_parse(value, "number of reports", 0, FIRM_EARLIER_MOST,
		corrections ? &numbers.earlier_corrections : &numbers.earlier_removals, e))
		return err_within(e, "%s", corrections ? "earlier-corrections" : "earlier-removals");
	return program_set_firm(db, &numbers, by, e);
}

static bool state_member(struct db *db, struct str value, struct change_by by, struct err *e)
{
	if (!str_is_among(value, "yes|no"))
		return err_fail(e, ERR_INPUT,
		    "isao-member: \"yes\" or \"no\" is expected, not \"" STR_FMT "\"", STR_ARG(value));
	return program_set(db, "isao",
	    str_eq(value, STR("yes")) ? STR("{\"active_member\":true}") : STR("{\"active_member\":false}"),
	    by, e);
}

static bool state_threshold(struct db *db, struct str value, struct change_by by, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	int64_t millionths;

	if (!number_decimal(value, 6, &millionths) || millionths < 1 || millionths > 1000000)
		return err_fail(e, ERR_INPUT, "epss-threshold: \"" STR_FMT "\" is no probability, as 0.1 is",
		    STR_ARG(value));
	return program_set(db, "reassessment",
	    arena_printf(&arena, "{\"epss_threshold_millionths\":%lld}", (long long)millionths), by, e);
}

bool program_state_one(struct db *db, struct str word, struct str value, struct change_by by, struct err *e)
{
	const struct case_field *f = field_of(word);

	if (f)
		return state_field(db, f, value, by, e);
	if (str_eq(word, STR("time-zone")))
		return program_set(db, "time_zone", value, by, e);
	if (str_eq(word, STR("registration-number")))
		return program_set_firm(db, &(struct firm_numbers){ value, -1, -1, STR("") }, by, e);
	if (str_eq(word, STR("summary-product-codes")))
		return program_set_firm(db, &(struct firm_numbers){ STR(""), -1, -1, value }, by, e);
	if (str_eq(word, STR("acknowledge-within")))
		return state_intake(db, value, by, e);
	if (str_eq(word, STR("earlier-corrections")) || str_eq(word, STR("earlier-removals")))
		return state_earlier(db, str_eq(word, STR("earlier-corrections")), value, by, e);
	if (str_eq(word, STR("isao-member")))
		return state_member(db, value, by, e);
	if (str_eq(word, STR("epss-threshold")))
		return state_threshold(db, value, by, e);
	return err_fail(e, ERR_ABSENT,
	    "there is nothing called \"" STR_FMT "\" to be stated of the manufacturer", STR_ARG(word));
}
