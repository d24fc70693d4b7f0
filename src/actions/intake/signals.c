#include "actions/intake/signals.h"
#include "actions/casework/case_days.h"

#include <jansson.h>
#include <stdlib.h>

#include "actions/casework/case_record.h"
#include "actions/intake/signal_entry_check.h"
#include "actions/intake/signal_head.h"
#include "actions/intake/signal_watch.h"
#include "actions/json_merge.h"
#include "actions/signal_read.h"
#include "actions/vulnerability_name.h"
#include "base/crypto.h"
#include "base/text.h"
#include "formats/json_write.h"
#include "limits.h"
#include "reports/casefile_record.h"
#include "store/change.h"
#include "store/devices.h"
#include "store/signals.h"

/* The trail can never be erased, and a contact may have to be. */
struct str signal_in_trail(struct str kind, struct str content, struct arena *arena)
{
	char hex[SHA256_HEX_SIZE];
	struct sha256 digest;

	if (!content.ptr || !str_eq(kind, STR("contact")))
		return content;
	digest = sha256_of(content);
	sha256_hex(&digest, hex);
	return arena_printf(arena, "{\"sha256\":\"%s\"}", hex);
}

/* Within a change: keeps the entry and notes it. */
static bool keep(struct db *db, struct change *change, int64_t id, const struct signal_entry_kind *kind,
    struct str content, struct change_by by, struct arena *arena, struct err *e)
{
	struct signal_entry entry = {
		.kind = str_of(kind->name), .content = content, .at = by.at, .who = by.who
	};
	struct str old = STR_NONE;
	struct signal_file file;
	int64_t entry_id;

	if (!signal_read(db, id, arena, &file, e))
		return false;
	if (kind->further != SIGNAL_ADDS)
		old = signal_standing(&file, kind->name);
	if (old.ptr && kind->further == SIGNAL_AMENDS && !json_merge(old, content, arena, &entry.content, e))
		return false;
	return signal_entry_add(db, id, &entry, &entry_id, e) && signal_head_update(db, id, e) &&
	       change_note(change, kind->in_trail, signal_subject(id, arena),
		   signal_in_trail(entry.kind, old, arena), signal_in_trail(entry.kind, entry.content, arena),
		   e);
}

/* The devices by name become what they are in the store. */
static bool resolve_devices(struct db *db, json_t *received, struct arena *arena, struct err *e)
{
	const json_t *names = json_object_get(received, "devices");
	json_t *devices;

	if (!names)
		return true;
	devices = json_array();
	for (size_t i = 0; i < json_array_size(names); i++) {
		struct device device;
		json_t *item;

		if (!device_get(db, str_of(json_string_value(json_array_get(names, i))), arena, &device, e)) {
			json_decref(devices);
			return false;
		}
		item = json_object();
		json_object_set_new(item, "device", json_integer(device.id));
		json_object_set_new(item, "name", json_stringn(device.name.ptr, device.name.len));
		json_array_append_new(devices, item);
	}
	json_object_set_new(received, "devices", devices);
	return true;
}

static bool resolve_vulnerability(
    struct db *db, json_t *received, struct instant now, struct arena *arena, struct err *e)
{
	const char *words = json_string_value(json_object_get(received, "vulnerability"));
	struct str name;
	bool known;

	if (!words || !*words)
		return true;
	if (!vulnerability_named(db, str_of(words), instant_date(now, 0), arena, &name, &known, e))
		return false;
	json_object_set_new(received, "vulnerability", json_stringn(name.ptr, name.len));
	return true;
}

static bool resolve(struct db *db, struct str content, struct instant now, struct arena *arena,
    struct str *out, struct err *e)
{
	json_t *received = json_loadb(content.ptr, content.len, 0, NULL);
	char *text = NULL;

	if (!json_is_object(received)) {
		json_decref(received);
		return err_fail(e, ERR_INPUT, "what was received is no JSON object");
	}
	if (resolve_devices(db, received, arena, e) && resolve_vulnerability(db, received, now, arena, e))
		text = json_dumps(received, JSON_COMPACT);
	json_decref(received);
	if (!text)
		return false;
	*out = arena_copy(arena, str_of(text));
	free(text);
	return true;
}

/* The signal as it stands must be readable, and nothing in it lie ahead or before it came in. */
static bool try(struct db *db, int64_t id, struct change_by by, struct arena *arena, struct err *e)
{
	struct signal_file file;
	const struct signal *s = &file.signal;
	char day[DATE_TEXT_SIZE], bound[DATE_TEXT_SIZE];

	if (!signal_read(db, id, arena, &file, e))
		return false;
	if (s->received_at.us > by.at.us)
		return err_fail(e, ERR_INPUT, "received: " STR_FMT " lies ahead", STR_ARG(s->received));
	if (!case_day_is_credible("received:", s->received_on, e))
		return false;
	if (date_is_known(s->acknowledged_on) && s->acknowledged_on.days < s->received_on.days)
		return err_fail(e, ERR_INPUT, "it was acknowledged on %s, before it was received, on %s",
		    date_write(s->acknowledged_on, day), date_write(s->received_on, bound));
	return true;
}

static bool add_first(struct db *db, struct change *change, int64_t id, struct str content,
    struct change_by by, struct arena *arena, struct err *e)
{
	struct signal_entry entry = { .kind = STR("received"), .at = by.at, .who = by.who };
	int64_t entry_id;

	return resolve(db, content, by.at, arena, &entry.content, e) &&
	       signal_entry_says("received", entry.content, arena, e) &&
	       signal_entry_add(db, id, &entry, &entry_id, e) && signal_head_update(db, id, e) &&
	       change_note(change, "signal.received", signal_subject(id, arena), STR_NONE, entry.content, e);
}

static bool keep_origins(struct db *db, const struct signal_receipt *receipt, int64_t id, struct err *e)
{
	for (size_t i = 0; i < receipt->origin_count; i++) {
		int64_t before;

		if (!signal_origin_find(db, receipt->origins[i], &before, e))
			return false;
		if (before)
			return err_fail(e, ERR_CONFLICT, "signal %lld was made of " STR_FMT " already",
			    (long long)before, STR_ARG(receipt->origins[i]));
		if (!signal_origin_add(db, receipt->origins[i], id, e))
			return false;
	}
	return true;
}

bool signal_add_within(struct db *db, struct change *change, const struct signal_receipt *receipt,
    struct change_by by, int64_t *id, struct err *e)
{
	const struct signal_entry_kind *contact = signal_entry_kind_find(STR("contact"));
	const struct signal_entry_kind *credit = signal_entry_kind_find(STR("credit"));
	SCOPED_ARENA arena = { 0 };

	if (!signal_row_add(db, by.at, id, e) || !keep_origins(db, receipt, *id, e) ||
	    !add_first(db, change, *id, receipt->received, by, &arena, e))
		return false;
	if (!str_eq(receipt->contact, STR("{}")) &&
	    !keep(db, change, *id, contact, receipt->contact, by, &arena, e))
		return false;
	if (receipt->credit.ptr && !keep(db, change, *id, credit, receipt->credit, by, &arena, e))
		return false;
	return try(db, *id, by, &arena, e);
}

/* A key that nobody knows would be kept and be without effect. */
static bool check_keys(const struct signal_entry_kind *kind, struct str content, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct report_fields fields;

	if (!report_fields_read(content, &arena, &fields, e))
		return err_fail(e, ERR_INPUT, "%s: an object of texts is expected", kind->name);
	for (size_t i = 0; i < fields.count; i++) {
		struct str key = fields.items[i].key;

		key = str_first(key, str_index(key, '['));
		if (!str_is_among(key, kind->keys))
			return err_fail(e, ERR_INPUT, "%s: \"" STR_FMT "\" is not known here; keys are %s",
			    kind->name, STR_ARG(key), kind->keys);
	}
	return true;
}

bool signal_add(
    struct db *db, const struct signal_receipt *receipt, struct change_by by, int64_t *id, struct err *e)
{
	SCOPED_CHANGE *change = NULL;

	return check_keys(signal_entry_kind_find(STR("received")), receipt->received, e) &&
	       check_keys(signal_entry_kind_find(STR("contact")), receipt->contact, e) &&
	       change_open(db, &by, &change, e) && signal_add_within(db, change, receipt, by, id, e) &&
	       change_close(&change, e);
}

bool signal_enter(struct db *db, int64_t id, const char *kind, struct str content, struct change_by by,
    struct arena *arena, struct signal_effects *effects, struct err *e)
{
	const struct signal_entry_kind *found = signal_entry_kind_find(str_of(kind));
	bool received = strcmp(kind, "received") == 0, named = strcmp(kind, "cve_request") == 0;
	struct signal_watch watch;
	SCOPED_CHANGE *change = NULL;

	if (!found || strcmp(kind, "triage") == 0 || strcmp(kind, "link") == 0)
		return err_fail(e, ERR_INPUT, "\"%s\" is no kind of entry to add", kind);
	if (!check_keys(found, content, e))
		return false;
	if (!signal_entry_check(db, id, kind, content, by, arena, e) || !change_open(db, &by, &change, e) ||
	    !signal_watch_begin(db, id, by.at, arena, &watch, e) ||
	    (received && !resolve(db, content, by.at, arena, &content, e)) ||
	    !keep(db, change, id, found, content, by, arena, e) || !try(db, id, by, arena, e))
		return false;
	return signal_watch_note(db, change, &watch, by, e) &&
	       (!received || learning_review(db, change, &id, 1, by, arena, &effects->moves, e)) &&
	       (!named || case_rename_assigned(db, change, id, by, arena, &effects->renames, e)) &&
	       change_close(&change, e);
}

/* A chain of duplicates must end at a signal that stands for itself. */
static bool check_duplicate(struct db *db, int64_t id, int64_t of, struct arena *arena, struct err *e)
{
	struct signal_file file;

	if (id == of)
		return err_fail(e, ERR_INPUT, "signal %lld cannot be a duplicate of itself", (long long)id);
	if (!signal_read(db, of, arena, &file, e))
		return false;
	if (file.signal.state != SIGNAL_DUPLICATE)
		return true;
	return err_fail(e, ERR_INPUT, "signal %lld is itself a duplicate of signal %lld: name that one",
	    (long long)of, (long long)file.signal.duplicate_of);
}

static struct str triage_json(const struct signal_triage *t, struct arena *arena)
{
	SCOPED_BUF json = buf_new(LIMIT_RECORD_BYTES);
	struct json_out *w = json_out_buf(&json, false);
	char day[DATE_TEXT_SIZE];

	json_open_object(w);
	json_field_text(w, "state", str_of(signal_state_word(t->state)));
	if (t->state == SIGNAL_DUPLICATE)
		json_field_int(w, "of", t->of);
	json_field_text(w, "reason", t->reason);
	if (date_is_known(t->applicable_on))
		json_field_text(w, "applicable_on", str_of(date_write(t->applicable_on, day)));
	json_close_object(w);
	json_out_close(w);
	return arena_copy(arena, buf_str(&json));
}

/* What a casefile was opened on, or took in, has been decided there. */
static bool check_taken_back(struct db *db, int64_t id, struct arena *arena, struct err *e)
{
	struct signal_file file;

	if (!signal_read(db, id, arena, &file, e))
		return false;
	if (file.signal.state == SIGNAL_NEW)
		return err_fail(e, ERR_CONFLICT, "nothing was decided of it that could be taken back");
	return file.signal.casefile_count == 0 ||
	       err_fail(e, ERR_CONFLICT,
		   "it is in casefile %lld: what was decided of it stays, or is decided anew",
		   (long long)file.signal.casefiles[0]);
}

static bool triage_one(struct db *db, struct change *change, const struct signal_triage *t, int64_t id,
    struct change_by by, struct arena *arena, struct err *e)
{
	return (t->state != SIGNAL_DUPLICATE || check_duplicate(db, id, t->of, arena, e)) &&
	       (t->state != SIGNAL_NEW || check_taken_back(db, id, arena, e)) &&
	       keep(db, change, id, signal_entry_kind_find(STR("triage")), triage_json(t, arena), by, arena,
		   e) &&
	       try(db, id, by, arena, e);
}

bool signal_triage(struct db *db, const struct signal_triage *triage, struct change_by by,
    struct arena *arena, struct learning_moves *moves, struct err *e)
{
	SCOPED_CHANGE *change = NULL;

	if (triage->state != SIGNAL_ACCEPTED && !text_says(triage->reason))
		return err_fail(e, ERR_INPUT, "%s needs a reason", signal_state_word(triage->state)) ||
		       err_field(e, "reason");
	if (!change_open(db, &by, &change, e))
		return false;
	for (size_t i = 0; i < triage->count; i++)
		if (!triage_one(db, change, triage, triage->signals[i], by, arena, e))
			return err_within(e, "signal %lld", (long long)triage->signals[i]);
	return learning_review(db, change, triage->signals, triage->count, by, arena, moves, e) &&
	       change_close(&change, e);
}

/* What the casefile keeps of the signal: a record of its own. */
static struct str record_of(const struct signal *s, struct arena *arena)
{
	SCOPED_BUF json = buf_new(LIMIT_RECORD_BYTES);
	struct json_out *w = json_out_buf(&json, false);
	char day[DATE_TEXT_SIZE];

	json_open_object(w);
	json_field_int(w, "signal", s->id);
	json_field_text(w, "kind", str_of(s->kind->name));
	json_field_text(w, "received", s->received);
	json_field_text(w, "received_on", str_of(date_write(s->received_on, day)));
	json_field_text(w, "source", s->source);
	json_field_text(w, "reference", s->reference);
	json_close_object(w);
	json_out_close(w);
	return arena_copy(arena, buf_str(&json));
}

static bool check_link(const struct signal *s, int64_t casefile_id, struct err *e)
{
	if (signal_has_casefile(s, casefile_id))
		return err_fail(e, ERR_CONFLICT, "signal %lld is in casefile %lld already", (long long)s->id,
		    (long long)casefile_id);
	/* whatever a complaint points to, a casefile answers whether it tells of a reportable event */
	if (s->state == SIGNAL_NEW || s->state == SIGNAL_ACCEPTED ||
	    str_eq(str_of(s->kind->name), STR("complaint")))
		return true;
	return err_fail(
	    e, ERR_CONFLICT, "signal %lld was triaged as %s", (long long)s->id, signal_state_word(s->state));
}

bool signal_link_within(struct db *db, struct change *change, int64_t id, int64_t casefile_id,
    struct change_by by, struct arena *arena, struct err *e)
{
	struct str link = arena_printf(arena, "{\"casefile\":%lld}", (long long)casefile_id);
	struct str why = arena_printf(arena, "put into casefile %lld", (long long)casefile_id);
	struct signal_triage accepted = {
		.state = SIGNAL_ACCEPTED, .applicable_on = DATE_NONE, .reason = why
	};
	struct case_addition record = { .casefile_id = casefile_id, .kind = "signal", .facts = STR("{}") };
	struct signal_file file;
	int64_t record_id;

	if (!signal_read(db, id, arena, &file, e) || !check_link(&file.signal, casefile_id, e))
		return false;
	if (file.signal.state == SIGNAL_NEW && !triage_one(db, change, &accepted, id, by, arena, e))
		return false;
	record.more = record_of(&file.signal, arena);
	return keep(db, change, id, signal_entry_kind_find(STR("link")), link, by, arena, e) &&
	       case_record_within(db, change, &record, by, arena, &record_id, e);
}

bool signal_link(struct db *db, int64_t id, int64_t casefile_id, struct change_by by, struct arena *arena,
    struct signal_effects *effects, struct err *e)
{
	SCOPED_CHANGE *change = NULL;

	return change_open(db, &by, &change, e) &&
	       signal_link_within(db, change, id, casefile_id, by, arena, e) &&
	       learning_review(db, change, &id, 1, by, arena, &effects->moves, e) &&
	       case_rename_linked(db, change, id, casefile_id, by, arena, &effects->renames, e) &&
	       change_close(&change, e);
}
