#include "actions/field/register.h"

#include "actions/firm_day.h"
#include "actions/matching/match_update.h"
#include "actions/vex/vex_import.h"
#include "base/text.h"
#include "base/zstd_pack.h"
#include "formats/input.h"
#include "formats/json_write.h"
#include "limits.h"
#include "store/change.h"
#include "store/components.h"
#include "store/devices.h"
#include "store/row_seals.h"

/* A name that nobody could type again, or see in a list. */
static bool refuse_blank(struct str name, const char *what, struct err *e)
{
	if (!text_says(name))
		return err_fail(e, ERR_INPUT, "%s is empty", what);
	return text_is_plain_line(name) ||
	       err_fail(e, ERR_INPUT,
		   "%s has a control character, or one that turns the direction of writing", what);
}

struct str release_record_json(const struct release *r, struct arena *arena)
{
	SCOPED_BUF record = buf_new(LIMIT_RECORD_BYTES);
	struct json_out *w = json_out_buf(&record, false);
	char date[DATE_TEXT_SIZE];

	json_open_object(w);
	json_field_int(w, "device", r->device_id);
	json_field_text(w, "version", r->version);
	if (r->units >= 0)
		json_field_int(w, "units", r->units);
	if (date_is_known(r->released_on))
		json_field_text(w, "released_on", str_of(date_write(r->released_on, date)));
	json_close_object(w);
	json_out_close(w);
	return arena_copy(arena, buf_str(&record));
}

/* Within a change. */
static bool add_release(struct db *db, struct change *change, const struct release *r, int64_t *id,
    struct arena *arena, struct err *e)
{
	struct release standing;

	if (!release_find(db, r->device_id, r->version, arena, &standing, e))
		return false;
	if (standing.id)
		return err_fail(
		    e, ERR_CONFLICT, "the device has a release \"" STR_FMT "\" already", STR_ARG(r->version));
	if (!refuse_blank(r->version, "the release's version", e) || !release_add(db, r, id, e))
		return false;
	return change_note(change, "release.add", arena_printf(arena, "release %lld", (long long)*id),
	    STR_NONE, release_record_json(r, arena), e);
}

bool register_release(struct db *db, const struct release *r, struct change_by by, int64_t *id, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	SCOPED_CHANGE *change = NULL;

	return change_open(db, &by, &change, e) && add_release(db, change, r, id, &arena, e) &&
	       change_close(&change, e);
}

static bool read_file(const char *path, struct buf *out, struct err *e)
{
	SCOPED_INPUT *in = NULL;

	return input_open_file(path, &in, e) && input_read_all(in, out, e);
}

/* The document itself, compressed. */
static bool keep_document(struct db *db, int64_t release_id, const char *path, const struct loaded_sbom *sbom,
    struct instant now, struct err *e)
{
	SCOPED_BUF plain = buf_new(LIMIT_SBOM_BYTES), packed = buf_new(2 * (size_t)LIMIT_SBOM_BYTES);
	SCOPED_BUF subject = buf_new(LIMIT_RECORD_BYTES);
	const struct component *about;
	struct statement *s;
	bool has_row;

	if (!read_file(path, &plain, e))
		return false;
	zstd_pack_one(buf_str(&plain), &packed);
	about = components_subject(sbom->components, sbom->count);
	if (about)
		component_write(about, &subject);
	s = db_use(db, SQL_SBOM_ADD);
	db_bind_int(s, 1, release_id);
	db_bind_blob(s, 2, sha256_str(&sbom->digest));
	db_bind_text(s, 3, sbom->head.format);
	db_bind_text(s, 4, sbom->file);
	db_bind_int(s, 5, now.us);
	db_bind_blob(s, 6, buf_str(&packed));
	db_bind_text(s, 7, sbom->serial);
	if (subject.len)
		db_bind_blob(s, 8, buf_str(&subject));
	if (!db_row(s, &has_row, e))
		return false;
	row_touch(db, ROWS_SBOM, db_int(s, 0));
	db_done(s);
	return true;
}

static bool find_release(struct db *db, struct change *change, const struct device *d, struct str version,
    struct arena *arena, struct release *out, struct err *e)
{
	if (!release_find(db, d->id, version, arena, out, e))
		return false;
	if (out->id)
		return true;
	*out =
	    (struct release){ .device_id = d->id, .version = version, .units = -1, .released_on = DATE_NONE };
	return add_release(db, change, out, &out->id, arena, e);
}

/* What stood before, as the trail keeps it; no pointer where nothing did. */
static struct str old_json(const struct sbom_correction *c, struct arena *arena)
{
	SCOPED_BUF record = buf_new(LIMIT_RECORD_BYTES);
	struct json_out *w = json_out_buf(&record, false);
	char hex[SHA256_HEX_SIZE];

	json_open_object(w);
	json_field_text(w, "file", c->before.file);
	json_field_text(w, "format", c->before.format);
	json_field_text(w, "sha256", str_of(sha256_hex(&c->before.digest, hex)));
	json_close_object(w);
	json_out_close(w);
	return c->corrects ? arena_copy(arena, buf_str(&record)) : STR_NONE;
}

static void write_correction(const struct sbom_correction *c, struct json_out *w)
{
	json_key(w, "against_before");
	json_open_object(w);
	json_field_int(w, "added", (int64_t)c->diff.added);
	json_field_int(w, "removed", (int64_t)c->diff.removed);
	json_field_int(w, "changed", (int64_t)c->diff.changed);
	json_field_int(w, "findings_appeared", (int64_t)c->appeared);
	json_field_int(w, "findings_vanished", (int64_t)c->vanished);
	json_key(w, "decisions_without_finding");
	json_open_array(w);
	for (size_t i = 0; i < c->lost_count; i++)
		json_put_int(w, c->lost[i].statement);
	json_close_array(w);
	json_close_object(w);
}

static bool note_sbom(struct change *change, int64_t release_id, const struct registered_sbom *r,
    struct arena *arena, struct err *e)
{
	SCOPED_BUF record = buf_new(LIMIT_RECORD_BYTES);
	struct json_out *w = json_out_buf(&record, false);
	char hex[SHA256_HEX_SIZE];

	json_open_object(w);
	json_field_text(w, "file", r->sbom.file);
	json_field_text(w, "format", r->sbom.head.format);
	json_field_text(w, "sha256", str_of(sha256_hex(&r->sbom.digest, hex)));
	json_field_int(w, "components", (int64_t)r->components);
	json_field_int(w, "new_components", (int64_t)r->added);
	if (r->correction.corrects)
		write_correction(&r->correction, w);
	json_close_object(w);
	json_out_close(w);
	return change_note(change, "sbom.import", arena_printf(arena, "release %lld", (long long)release_id),
	    old_json(&r->correction, arena), buf_str(&record), e);
}

/* Within a change. */
static bool put_sbom(struct db *db, struct change *change, const struct release *release, struct change_by by,
    struct registered_sbom *r, struct err *e)
{
	struct match_by cause = { MATCH_SBOM, by.at, change_number(change) + 1 };
	struct match_before before;
	struct match_run run;

	return match_before_sbom(db, release->id, &before, e) &&
	       components_put(db, release->id, r->sbom.components, r->sbom.count, &r->added, e) &&
	       match_after_sbom(db, release->id, &before, cause, &run, e);
}

static bool register_within(struct db *db, struct change *change, const struct sbom_registration *what,
    struct change_by by, struct arena *arena, struct registered_sbom *r, struct err *e)
{
	struct sbom_before *before;
	struct release release;
	struct vex_sbom vex;
	struct device d;
	struct date today;

	if (!device_get(db, what->device, arena, &d, e) || !firm_day(db, DATE_NONE, by.at, &today, e) ||
	    !find_release(db, change, &d, what->version, arena, &release, e) ||
	    !sbom_before_read(db, &d, &release, today, arena, &before, e) ||
	    !put_sbom(db, change, &release, by, r, e) ||
	    !keep_document(db, release.id, what->path, &r->sbom, by.at, e) ||
	    !sbom_before_compare(db, before, arena, &r->correction, e) ||
	    !note_sbom(change, release.id, r, arena, e))
		return false;
	vex = (struct vex_sbom){ what->path, r->sbom.serial, release.device_id, release.id,
		r->sbom.statement_count > 0 };
	return vex_import_sbom(db, change, &vex, by, arena, &r->vex, e);
}

bool register_sbom_read(
    const struct sbom_registration *what, struct arena *arena, struct registered_sbom *out, struct err *e)
{
	SCOPED_REGISTERED_SBOM r = { 0 };

	if (!load_sbom(what->path, arena, &r.sbom, e))
		return false;
	if (what->called.len)
		r.sbom.file = what->called;
	r.components = component_count(r.sbom.components, r.sbom.count);
	*out = r;
	r = (struct registered_sbom){ 0 };
	return true;
}

bool register_sbom_within(struct db *db, struct change *change, const struct sbom_registration *what,
    struct change_by by, struct arena *arena, struct registered_sbom *r, struct err *e)
{
	return register_within(db, change, what, by, arena, r, e);
}
