#include "actions/casework/case_signatures.h"

#include <jansson.h>
#include <stdlib.h>

#include "decision/evidence.h"
#include "store/signatures.h"

struct sha256 case_record_digest(int64_t casefile_id, const struct case_record *r, struct arena *arena)
{
	struct str fields[CASE_RECORD_FIELDS];

	casefile_record_fields(casefile_id, r, arena, fields);
	return signature_content(fields, CASE_RECORD_FIELDS);
}

bool case_signature_holds(
    int64_t casefile_id, const struct signature *s, const struct case_record *record, struct arena *arena)
{
	struct sha256 content;
	struct err fault;

	if (!record)
		return false;
	content = case_record_digest(casefile_id, record, arena);
	return signature_check(s, &content, &fault);
}

bool case_signatures(struct db *db, int64_t casefile_id, const struct case_record *records,
    size_t record_count, struct arena *arena, struct case_signatures *out, struct err *e)
{
	struct str subject = casefile_subject(casefile_id, arena);
	struct case_signatures all = { 0 };

	if (!signature_list(db, subject, arena, &all.items, &all.count, e))
		return false;
	all.holds = arena_alloc(arena, all.count + 1, sizeof(*all.holds));
	for (size_t i = 0; i < all.count; i++)
		all.holds[i] = case_signature_holds(casefile_id, &all.items[i],
		    casefile_record(records, record_count, all.items[i].record), arena);
	*out = all;
	return true;
}

bool case_is_signed(const struct case_signatures *s, int64_t record, enum meaning meaning, struct str by)
{
	for (size_t i = 0; i < s->count; i++)
		if (s->holds[i] && s->items[i].record == record && s->items[i].meaning == meaning &&
		    (!by.ptr || str_eq(s->items[i].name, by)))
			return true;
	return false;
}

static bool is_seconded(const struct case_signatures *s, int64_t record)
{
	return case_is_signed(s, record, MEANING_REVIEW, STR_NONE) ||
	       case_is_signed(s, record, MEANING_APPROVAL, STR_NONE) ||
	       case_is_signed(s, record, MEANING_DESIGNATED_PERSON, STR_NONE);
}

bool case_is_approved(const struct case_signatures *s, int64_t record)
{
	return case_is_signed(s, record, MEANING_AUTHORSHIP, STR_NONE) && is_seconded(s, record);
}

struct str case_signatures_lack(
    const struct case_signatures *s, int64_t record, struct str who, bool designated, struct arena *arena)
{
	bool author = case_is_signed(s, record, MEANING_AUTHORSHIP, STR_NONE);
	bool second = designated ? case_is_signed(s, record, MEANING_DESIGNATED_PERSON, STR_NONE)
				 : is_seconded(s, record);
	struct str person = designated ? STR("a designated person (designated_person)")
				       : STR("a second person (review or approval)");

	if (author)
		return second ? STR("") : person;
	return arena_printf(arena, "its author, \"%.*s\" (authorship)%s%.*s", STR_WHOLE(who),
	    second ? "" : ", and ", STR_WHOLE(second ? STR("") : person));
}

struct date case_signed_on(const struct case_signatures *s, int64_t record, const struct time_zone *zone)
{
	struct date author = DATE_NONE, second = DATE_NONE;

	for (size_t i = 0; i < s->count; i++) {
		struct date day = time_zone_date(zone, s->items[i].at);

		if (!s->holds[i] || s->items[i].record != record)
			continue;
		if (s->items[i].meaning == MEANING_AUTHORSHIP)
			author = date_earlier(author, day);
		else if (s->items[i].meaning != MEANING_RESPONSIBILITY)
			second = date_earlier(second, day);
	}
	return date_is_known(author) && date_is_known(second) ? date_later(author, second) : DATE_NONE;
}

/* Adds who has signed; names are told apart by the rules. */
static bool add_approvers(
    const struct case_signatures *s, struct case_record *r, struct arena *arena, struct err *e)
{
	json_t *facts = json_loadb(r->facts.ptr, r->facts.len, 0, NULL), *names;
	char *text = NULL;

	names = json_object_get(facts, "approvers");
	if (facts && !names) {
		names = json_array();
		json_object_set_new(facts, "approvers", names);
	}
	for (size_t i = 0; i < s->count; i++)
		if (s->holds[i] && s->items[i].record == r->id)
			json_array_append_new(
			    names, json_stringn(s->items[i].full_name.ptr, s->items[i].full_name.len));
	if (facts)
		text = json_dumps(facts, JSON_COMPACT);
	json_decref(facts);
	if (!text)
		return err_fail(e, ERR_STORE, "record %lld of the casefile is damaged", (long long)r->id);
	r->facts = arena_copy(arena, str_of(text));
	free(text);
	return true;
}

bool case_without_approvers(struct str facts, struct arena *arena, struct str *out, struct err *e)
{
	json_t *all = json_loadb(facts.ptr, facts.len, 0, NULL);
	char *text = NULL;

	json_object_del(all, "approvers");
	if (all)
		text = json_dumps(all, JSON_COMPACT);
	json_decref(all);
	if (!text)
		return err_fail(e, ERR_STORE, "an assessment of the casefile is damaged");
	*out = arena_copy(arena, str_of(text));
	free(text);
	return true;
}

bool case_with_approvers(const struct case_signatures *s, const struct case_record *records, size_t count,
    struct arena *arena, struct case_record **out, struct err *e)
{
	struct case_record *copies = arena_alloc(arena, count + 1, sizeof(*copies));

	for (size_t i = 0; i < count; i++) {
		copies[i] = records[i];
		if (s->count > 0 && str_eq(records[i].kind, STR("assessment")) &&
		    !add_approvers(s, &copies[i], arena, e))
			return false;
	}
	*out = copies;
	return true;
}
