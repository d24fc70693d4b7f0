#include "actions/intake/signal_json.h"

#include "actions/casework/mdr_rationale.h"
#include "limits.h"
#include "reports/casefile_record.h"
#include "store/users.h"

static void put_lists(struct json_out *w, const struct signal *s)
{
	json_key(w, "devices");
	json_open_array(w);
	for (size_t i = 0; i < s->device_count; i++)
		json_put_text(w, s->devices[i].name);
	json_close_array(w);
	json_key(w, "casefiles");
	json_open_array(w);
	for (size_t i = 0; i < s->casefile_count; i++)
		json_put_int(w, s->casefiles[i]);
	json_close_array(w);
}

/* The members of a row, within an object. */
static void put_row(struct json_out *w, const struct signal_row *row)
{
	const struct signal *s = &row->signal;

	json_field_int(w, "signal", s->id);
	json_field_text(w, "kind", str_of(s->kind->name));
	json_field_text(w, "state", str_of(signal_state_word(s->state)));
	json_field_text(w, "received", s->received);
	json_field_instant(w, "received_at", s->received_at);
	json_field_date(w, "received_on", s->received_on);
	json_field_text(w, "received_by", s->received_by.len ? s->received_by : s->recorded_by);
	json_field_text(w, "source", s->source);
	json_field_text(w, "summary", s->summary);
	json_field_text(w, "reference", s->reference);
	json_field_optional(w, "tlp", s->tlp);
	json_field_optional(w, "vulnerability", s->vulnerability);
	put_lists(w, s);
	json_field_date(w, "triaged_on", s->triaged_on);
	json_field_text(w, "reason", s->reason);
	json_field_int_or_null(w, "duplicate_of", s->duplicate_of, 1);
	json_field_date(w, "acknowledge_by", row->acknowledge_by);
	json_field_date(w, "acknowledged_on", s->acknowledged_on);
	json_field_bool(w, "overdue", row->overdue);
	json_field_optional(w, "embargo_until", s->embargo);
	json_field_bool(w, "under_embargo", row->embargoed);
}

void signal_list_json(struct json_out *w, const struct signal_row *rows, size_t count)
{
	json_open_array(w);
	for (size_t i = 0; i < count; i++) {
		json_open_object(w);
		put_row(w, &rows[i]);
		json_close_object(w);
	}
	json_close_array(w);
}

static bool put_entry(struct json_out *w, const struct signal_entry *entry, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct report_fields fields;

	if (!report_fields_read(entry->content, &arena, &fields, e))
		return false;
	json_open_object(w);
	json_field_int(w, "entry", entry->id);
	json_field_text(w, "kind", entry->kind);
	json_field_instant(w, "at", entry->at);
	json_field_text(w, "who", entry->who);
	json_field_bool(w, "personal", str_eq(entry->kind, STR("contact")));
	report_fields_write("content", &fields, w);
	json_close_object(w);
	return true;
}

static void put_signature(struct json_out *w, const struct signature *s, bool holds)
{
	json_open_object(w);
	json_field_text(w, "name", s->name);
	json_field_text(w, "full_name", s->full_name);
	json_field_text(w, "meaning", str_of(meaning_word(s->meaning)));
	json_field_instant(w, "at", s->at);
	json_field_bool(w, "holds", holds);
	json_close_object(w);
}

/* Why it is not reportable, of what is written of it now; null: nothing is said. */
static bool put_rationale(struct json_out *w, struct db *db, const struct signal *s, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct signal_rationale r;
	bool guarded;

	if (!user_any(db, &guarded, e) || !signal_rationale(db, s, guarded, &arena, &r, e))
		return false;
	json_key(w, "mdr_rationale");
	if (!r.entry) {
		json_put_null(w);
		return true;
	}
	json_open_object(w);
	json_field_int(w, "entry", r.entry->id);
	json_field_optional(w, "waits", r.waits);
	json_key(w, "signatures");
	json_open_array(w);
	for (size_t i = 0; i < r.signatures.count; i++)
		put_signature(w, &r.signatures.items[i], r.signatures.holds[i]);
	json_close_array(w);
	json_close_object(w);
	return true;
}

bool signal_json(struct json_out *w, struct db *db, const struct signal_file *file,
    const struct signal_row *row, struct err *e)
{
	json_open_object(w);
	put_row(w, row);
	if (!put_rationale(w, db, &file->signal, e))
		return false;
	json_key(w, "entries");
	json_open_array(w);
	for (size_t i = 0; i < file->entry_count; i++)
		if (!put_entry(w, &file->entries[i], e))
			return false;
	json_close_array(w);
	json_close_object(w);
	return true;
}

void signal_embargoes_json(struct json_out *w, const struct signal *signals, size_t count)
{
	json_open_array(w);
	for (size_t i = 0; i < count; i++) {
		json_open_object(w);
		json_field_int(w, "signal", signals[i].id);
		json_field_text(w, "until", signals[i].embargo);
		json_close_object(w);
	}
	json_close_array(w);
}

/* Of thousands the first, and how many there are. */
static void put_would_be(struct json_out *w, const struct signals_made *made)
{
	json_field_int(w, "would_make", (int64_t)made->count);
	json_key(w, "would");
	json_open_array(w);
	for (size_t i = 0; i < made->count && i < LIMIT_PAGE_ROWS; i++) {
		const struct signal_would_be *one = &made->would[i];

		json_open_object(w);
		json_field_text(w, "vulnerability", one->vulnerability);
		json_field_text(w, "summary", one->summary);
		json_field_text(w, "received", one->received);
		json_key(w, "devices");
		json_open_array(w);
		for (size_t d = 0; d < one->device_count; d++)
			json_put_text(w, one->devices[d]);
		json_close_array(w);
		json_close_object(w);
	}
	json_close_array(w);
}

void signals_made_json(struct json_out *w, const struct signals_made *made)
{
	json_open_object(w);
	json_key(w, "signals");
	json_open_array(w);
	for (size_t i = 0; i < made->count && !made->is_draft; i++)
		json_put_int(w, made->ids[i]);
	json_close_array(w);
	json_field_int(w, "passed_over", (int64_t)made->passed_over);
	if (made->is_draft)
		put_would_be(w, made);
	json_close_object(w);
}
