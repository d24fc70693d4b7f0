#include "actions/casework/case_state.h"

#include "actions/json_merge.h"
#include "assessment/case_fields.h"
#include "assessment/cvss.h"
#include "base/number.h"
#include "base/text.h"
#include "formats/json_tree.h"
#include "limits.h"
#include "reports/casefile_record.h"
#include "store/program_versions.h"

static const struct case_field *find_field(const struct case_field *fields, struct str key, bool more)
{
	for (const struct case_field *f = fields; f->option; f++)
		if (f->more == more && str_eq(str_of(f->key), key))
			return f;
	return NULL;
}

static bool check_text(const struct case_field *f, struct str text, struct err *e)
{
	struct date day;
	struct instant at;
	struct cvss cvss;

	if (!text_says(text))
		return err_fail(e, ERR_INPUT, "a text is expected, not an empty one");
	if (f->choices && !str_is_among(text, f->choices))
		return err_fail(
		    e, ERR_INPUT, "one of %s is expected, not \"" STR_FMT "\"", f->choices, STR_ARG(text));
	if (f->value == CASE_DATE)
		return date_parse(text, &day, e);
	if (f->value == CASE_WHEN)
		return str_has(text, STR("T")) ? instant_parse(text, false, &at, e)
					       : date_parse(text, &day, e);
	return !str_starts(str_of(f->key), STR("cvss_vector")) || cvss_parse(text, &cvss, e) ||
	       err_within(e, "\"" STR_FMT "\"", STR_ARG(text));
}

static bool check_texts(const struct case_field *f, const struct json_node *list, struct err *e)
{
	for (const struct json_node *in = list->first; in; in = in->next) {
		if (in->kind != JSON_TEXT)
			return err_fail(e, ERR_INPUT, "%zu: a text is expected", in->place);
		if (!check_text(f, in->text, e))
			return err_within(e, "%zu", in->place);
	}
	return true;
}

#define TARGET_DAYS_MOST 3650 /* ten years: a plan beyond is a slip of the hand */
#define UNITS_MOST INT64_C(1000000000000)

static int64_t most_of(const struct case_field *f)
{
	return strcmp(f->key, "target_days") == 0 ? TARGET_DAYS_MOST : UNITS_MOST;
}

static bool check_value(const struct case_field *f, const struct json_node *at, struct err *e)
{
	int64_t n;

	switch (f->value) {
	case CASE_TEXT:
	case CASE_DATE:
	case CASE_WHEN:
		return at->kind == JSON_TEXT ? check_text(f, at->text, e)
					     : err_fail(e, ERR_INPUT, "a text is expected");
	case CASE_TEXTS:
		return at->kind == JSON_ARRAY ? check_texts(f, at, e)
					      : err_fail(e, ERR_INPUT, "a list is expected");
	case CASE_NUMBER:
		if (at->kind == JSON_NUMBER)
			return number_parse(at->text, "number", 0, most_of(f), &n, e);
		return err_fail(e, ERR_INPUT, "a whole number is expected");
	case CASE_JUDGED:
		if (at->kind == JSON_TEXT && str_eq(at->text, STR("unknown")))
			return true;
		return at->kind == JSON_BOOL ||
		       err_fail(e, ERR_INPUT, "true, false or \"unknown\" is expected");
	case CASE_ANSWER:
	case CASE_FLAG:
		return at->kind == JSON_BOOL || err_fail(e, ERR_INPUT, "true or false is expected");
	}
	return true;
}

/* name: "facts" or "more". *count: what is stated. */
static bool check_part(const struct case_field *fields, const char *name, struct str json, size_t *count,
    struct arena *arena, struct err *e)
{
	SCOPED_INPUT *in = input_open_memory(str_of(name), json);
	const struct json_node *root;

	if (!json_tree_read(in, arena, &root, e))
		return false;
	if (root->kind != JSON_OBJECT)
		return err_fail(e, ERR_INPUT, "%s: an object is expected", name);
	for (const struct json_node *at = root->first; at; at = at->next) {
		const struct case_field *f = find_field(fields, at->key, strcmp(name, "more") == 0);

		if (!f)
			return err_fail(e, ERR_INPUT, "%s/" STR_FMT " is not known for this kind of record",
			    name, STR_ARG(at->key));
		if (at->kind != JSON_NULL && !check_value(f, at, e))
			return err_within(e, "%s/%s", name, f->key);
	}
	*count = root->count;
	return true;
}

/* A record that says nothing could never be taken back. Of a kind that no rule asks for, all is more. */
static bool refuse_empty(const struct case_addition *a, size_t facts, size_t more, struct err *e)
{
	bool asked_for = case_kind_find(str_of(a->kind))->key;

	return a->amends || (asked_for ? facts : more) ||
	       err_fail(e, ERR_USAGE, "nothing is stated of the %s", a->kind);
}

/* What the catalogue's version says, as an object for each half of the record. */
static bool write_taken(
    const struct program_version *v, struct arena *arena, struct str *facts, struct str *more, struct err *e)
{
	SCOPED_BUF said = buf_new(LIMIT_RECORD_BYTES);
	struct report_fields f = { 0 };
	struct str term, text;
	struct json_out *w;

	if (!report_fields_read(v->content, arena, &f, e))
		return false;
	term = report_fields_text(&f, STR("term"));
	text = report_fields_text(&f, STR("customer_text"));
	w = json_out_buf(&said, false);
	json_open_object(w);
	json_field_text(w, "text", text.len ? text : report_fields_text(&f, STR("text")));
	json_field_int(w, "catalogue_version", v->number);
	json_close_object(w);
	json_out_close(w);
	*more = arena_copy(arena, buf_str(&said));
	*facts = STR("{}");
	if (term.len)
		*facts = str_eq(term, STR("long_term")) ? STR("{\"long_term\":true}")
							: STR("{\"long_term\":false}");
	return true;
}

/* What the catalogue says of the control that is named, as far as nothing else is stated. */
static bool take_from_catalogue(struct db *db, struct case_addition *a, struct arena *arena, struct err *e)
{
	struct report_fields stated = { 0 };
	struct program_version version;
	struct str name, facts, more;

	if (strcmp(a->kind, "control") != 0)
		return true;
	if (!report_fields_read(a->more, arena, &stated, e))
		return false;
	name = report_fields_text(&stated, STR("catalogue"));
	if (!name.len)
		return true;
	if (!program_last(db, "control", name, arena, &version, e))
		return false;
	if (!version.number)
		return err_fail(
			   e, ERR_INPUT, "the catalogue has no control \"" STR_FMT "\"", STR_ARG(name)) ||
		       err_remedy(e, REMEDY_CONTROLS);
	return write_taken(&version, arena, &facts, &more, e) &&
	       json_merge(facts, a->facts, arena, &a->facts, e) &&
	       json_merge(more, a->more, arena, &a->more, e);
}

bool case_state(struct db *db, const struct case_addition *a, struct change_by by, int64_t *id, struct err *e)
{
	const struct case_field *fields = case_fields_of(str_of(a->kind));
	struct case_addition taken = *a;
	SCOPED_ARENA arena = { 0 };
	size_t facts, more;

	if (!fields)
		return err_fail(
		    e, ERR_INPUT, "there is no kind of record \"%s\" that is stated field by field", a->kind);
	return check_part(fields, "facts", a->facts, &facts, &arena, e) &&
	       check_part(fields, "more", a->more, &more, &arena, e) && refuse_empty(a, facts, more, e) &&
	       take_from_catalogue(db, &taken, &arena, e) &&
	       case_record(
		   db, taken.casefile_id, taken.kind, taken.facts, taken.more, taken.amends, by, id, e);
}
