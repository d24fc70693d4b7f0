#include "actions/casework/mdr_rationale.h"

#include "assessment/case_fields.h"
#include "base/text.h"
#include "store/signals.h"
#include "store/signatures.h"
#include "store/users.h"

static bool check_word(const struct report_fields *f, const char *key, const char *words, struct err *e)
{
	struct str said = report_fields_text(f, str_of(key));

	return !said.len || str_is_among(said, words) ||
	       err_fail(e, ERR_INPUT, "%s: \"%.*s\" is not one of %s", key, STR_WHOLE(said), words);
}

bool mdr_rationale_check(const struct report_fields *f, struct err *e)
{
	static const char *const needed[] = { "on", "basis", "reason" };
	struct date on;

	for (size_t i = 0; i < COUNT(needed); i++)
		if (!text_says(report_fields_text(f, str_of(needed[i]))))
			return err_fail(e, ERR_INPUT, "%s is missing of why it is not reportable", needed[i]);
	if (!date_parse(report_fields_text(f, STR("on")), &on, e))
		return err_within(e, "on");
	if (!check_word(f, "basis", MDR_BASES, e) || !check_word(f, "qualification", MDR_QUALIFICATIONS, e))
		return false;
	if (str_eq(report_fields_text(f, STR("basis")), STR("medical_judgment")) &&
	    (!report_fields_text(f, STR("judged_by")).len ||
		!report_fields_text(f, STR("qualification")).len))
		return err_fail(e, ERR_INPUT,
		    "a medical judgment is made by a person who is qualified for it (21 CFR 803.20(c)(2)): "
		    "judged_by and qualification say who, and by what");
	return true;
}

/* --- of a signal --- */

struct sha256 signal_entry_digest(const struct signal_entry *entry, struct arena *arena)
{
	struct str fields[] = { signal_subject(entry->signal_id, arena),
		arena_printf(arena, "%lld", (long long)entry->id), entry->kind, entry->content,
		arena_printf(arena, "%lld", (long long)entry->at.us), entry->who };

	return signature_content(fields, COUNT(fields));
}

static const struct signal_entry *find_entry(const struct signal_entry *entries, size_t count, int64_t id)
{
	for (size_t i = 0; i < count; i++)
		if (entries[i].id == id)
			return &entries[i];
	return NULL;
}

static bool read_signatures(struct db *db, const struct signal_entry *entry, struct arena *arena,
    struct case_signatures *out, struct err *e)
{
	struct sha256 content = signal_entry_digest(entry, arena);
	struct signature *all;
	size_t count;

	if (!signature_list(db, signal_subject(entry->signal_id, arena), arena, &all, &count, e))
		return false;
	*out = (struct case_signatures){ .items = arena_alloc(arena, count + 1, sizeof(*out->items)),
		.holds = arena_alloc(arena, count + 1, sizeof(*out->holds)) };
	for (size_t i = 0; i < count; i++) {
		struct err fault;

		if (all[i].record != entry->id)
			continue;
		out->items[out->count] = all[i];
		out->holds[out->count++] = signature_check(&all[i], &content, &fault);
	}
	return true;
}

bool signal_rationale(struct db *db, const struct signal *s, bool guarded, struct arena *arena,
    struct signal_rationale *out, struct err *e)
{
	struct signal_rationale r = { .waits = STR("") };
	struct signal_entry *entries;
	struct user author;
	bool known = false;
	size_t count;

	*out = r;
	if (!s->mdr_rationale)
		return true;
	if (!signal_entries(db, s->id, arena, &entries, &count, e))
		return false;
	r.entry = find_entry(entries, count, s->mdr_rationale);
	if (!r.entry)
		return true;
	if (!read_signatures(db, r.entry, arena, &r.signatures, e) ||
	    (guarded && !user_find(db, r.entry->who, arena, &author, &known, e)))
		return false;
	if (known) /* who wrote it before the store had users cannot sign */
		r.waits = case_signatures_lack(&r.signatures, r.entry->id, r.entry->who, false, arena);
	*out = r;
	return true;
}
