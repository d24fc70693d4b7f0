#include "actions/program/program_set.h"

#include <jansson.h>
#include <stdlib.h>

#include "actions/casework/case_view.h"
#include "actions/casework/due_watch.h"
#include "actions/intake/signal_watch.h"
#include "identity/fda_number.h"
#include "store/casefiles.h"
#include "store/change.h"
#include "store/devices.h"

/* A facts document of the settings alone must be readable. */
static bool try_settings(struct db *db, struct arena *arena, struct err *e)
{
	struct casefile none = { .closed_on = DATE_NONE };
	struct case_view view = { .casefile = none };
	struct case_record r = { .kind = STR("vulnerability"),
		.facts = STR("{\"learned_on\":\"2026-01-01\"}") };
	struct device *devices;
	size_t count;

	view.records = &r;
	view.record_count = 1;
	if (!device_list(db, arena, &devices, &count, e))
		return false;
	view.casefile.device_id = count ? devices[0].id : 0;
	return case_judge(db, date_of(2026, 1, 1), (struct instant){ 0 }, arena, &view, e);
}

struct str setting_json(struct str name, struct str content, struct arena *arena)
{
	if (!content.ptr || !str_eq(name, STR("time_zone")))
		return content;
	return arena_printf(arena, "\"" STR_FMT "\"", STR_ARG(content));
}

/* Settings that casefiles are judged with, so that days may move. */
static bool is_judged_with(const char *name)
{
	return strcmp(name, "time_zone") == 0 || strcmp(name, "isao") == 0 || strcmp(name, "firm") == 0;
}

/* Settings that the days owed of signals are counted by. */
static bool is_counted_by(const char *name)
{
	return strcmp(name, "time_zone") == 0 || strcmp(name, "intake") == 0;
}

static bool put_setting(struct db *db, struct change *change, const char *name, struct str content,
    struct arena *arena, struct err *e)
{
	struct str old;

	return setting_get(db, name, arena, &old, e) && setting_put(db, name, content, e) &&
	       try_settings(db, arena, e) &&
	       change_note(change, "program.set", arena_printf(arena, "setting %s", name),
		   setting_json(str_of(name), old, arena), setting_json(str_of(name), content, arena), e);
}

bool program_put_within(
    struct db *db, struct change *change, const struct program_setting *s, struct arena *arena, struct err *e)
{
	return put_setting(db, change, s->name, s->content, arena, e);
}

bool program_set_within(struct db *db, struct change *change, const struct program_setting *s,
    struct change_by by, struct arena *arena, struct err *e)
{
	bool judged = is_judged_with(s->name), counted = is_counted_by(s->name);
	struct signal_watch signals;
	struct due_watch cases;

	return (!judged || due_watch_begin(db, 0, by.at, arena, &cases, e)) &&
	       (!counted || signal_watch_begin(db, 0, by.at, arena, &signals, e)) &&
	       put_setting(db, change, s->name, s->content, arena, e) &&
	       (!judged || due_watch_note(db, change, &cases, by, e)) &&
	       (!counted || signal_watch_note(db, change, &signals, by, e));
}

bool program_set(struct db *db, const char *name, struct str content, struct change_by by, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_CHANGE *change = NULL;

	return change_open(db, &by, &change, e) &&
	       program_set_within(db, change, &(struct program_setting){ name, content }, by, &arena, e) &&
	       change_close(&change, e);
}

static void put_number(json_t *object, const char *key, int64_t number)
{
	if (number >= 0)
		json_object_set_new(object, key, json_integer(number));
}

static bool put_codes(json_t *firm, struct str codes, struct arena *arena, struct err *e)
{
	bool none = str_eq(codes, STR("none"));
	json_t *list = json_array();
	struct str one;

	while (!none && str_next(&codes, ',', &one)) {
		struct str code;

		if (!fda_number_parse(FDA_PRODUCT_CODE, str_trim(one), arena, &code, e)) {
			json_decref(list);
			return err_within(e, "summary-product-codes");
		}
		json_array_append_new(list, json_stringn(code.ptr, code.len));
	}
	json_object_set_new(firm, "summary_product_codes", list);
	return true;
}

static bool merge_firm(
    struct str old, const struct firm_numbers *n, struct arena *arena, struct str *out, struct err *e)
{
	json_t *firm = old.ptr ? json_loadb(old.ptr, old.len, 0, NULL) : json_object();
	json_t *earlier = json_object_get(firm, "earlier_reports");
	char *text;

	if (!earlier) {
		earlier = json_object();
		json_object_set_new(firm, "earlier_reports", earlier);
	}
	if (n->registration_number.len)
		json_object_set_new(firm, "registration_number",
		    json_stringn(n->registration_number.ptr, n->registration_number.len));
	if (n->summary_product_codes.len && !put_codes(firm, n->summary_product_codes, arena, e)) {
		json_decref(firm);
		return false;
	}
	put_number(earlier, "C", n->earlier_corrections);
	put_number(earlier, "R", n->earlier_removals);
	if (json_object_size(earlier) == 0)
		json_object_del(firm, "earlier_reports");
	text = json_dumps(firm, JSON_COMPACT);
	json_decref(firm);
	if (!text)
		return err_fail(e, ERR_STORE, "the setting firm is damaged");
	*out = arena_copy(arena, str_of(text));
	free(text);
	return true;
}

bool program_set_firm(struct db *db, const struct firm_numbers *numbers, struct change_by by, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_CHANGE *change = NULL;
	struct str old, firm;

	return change_open(db, &by, &change, e) && setting_get(db, "firm", &arena, &old, e) &&
	       merge_firm(old, numbers, &arena, &firm, e) &&
	       program_set_within(db, change, &(struct program_setting){ "firm", firm }, by, &arena, e) &&
	       change_close(&change, e);
}
