#include "actions/vex/vex_import.h"

#include "actions/vex/vex_reach.h"
#include "actions/vex/vex_read.h"
#include "base/zstd_pack.h"
#include "formats/unpack.h"
#include "limits.h"
#include "store/change.h"
#include "store/devices.h"
#include "store/statements.h"
#include "store/vex_documents.h"

struct importing {
	struct db *db;
	const struct vex_import *what; /* NULL: what an SBOM says itself */
	struct change_by by;
	struct change *change;
	struct arena *arena;
	struct vex_reach *reach;
	int64_t device_id, release_id;
	struct str serial; /* of the SBOM */
	const char *path;  /* at work */
	bool noted;
	struct vex_report *reports;
	size_t count, room;
};

/* --- keeping --- */

static bool pack(struct str plain, struct buf *out)
{
	zstd_pack_one(plain, out);
	return !buf_full(out);
}

static bool end_older(struct importing *m, const struct vex_document *old, enum vex_life life,
    struct vex_report *report, struct err *e)
{
	int64_t *ids;
	size_t count;

	if (!statements_of_document(m->db, old->id, m->arena, &ids, &count, e) ||
	    !vex_document_end(m->db, old->id, life, e))
		return false;
	for (size_t i = 0; i < count; i++)
		if (!statements_end(m->db, ids[i], life, e))
			return false;
	report->replaced += count;
	return true;
}

/* Judges the document against those of its name that stand, and ends these where it is newer. */
static bool replace_older(
    struct importing *m, const struct vex_document *d, struct vex_report *report, struct err *e)
{
	struct vex_document same, *old;
	size_t count = 0;

	if (!vex_document_find(m->db, d, m->arena, &same, e))
		return false;
	if (same.id) {
		report->fate = VEX_UNCHANGED;
		report->document_id = same.id;
		return true;
	}
	if (d->name.len && !vex_document_named(m->db, d, m->arena, &old, &count, e))
		return false;
	for (size_t i = 0; i < count; i++)
		if (instant_is_known(d->issued_at) && instant_is_known(old[i].issued_at) &&
		    d->issued_at.us < old[i].issued_at.us) {
			report->fate = VEX_OLDER;
			report->document_id = old[i].id;
			return true;
		}
	for (size_t i = 0; i < count; i++)
		if (!end_older(
			m, &old[i], report->fate == VEX_TAKEN_BACK ? VEX_WITHDRAWN : VEX_REPLACED, report, e))
			return false;
	return true;
}

static bool keep_statements(
    struct importing *m, const struct vex_reading *r, struct vex_report *report, struct err *e)
{
	report->rows = arena_alloc(m->arena, r->count + r->warning_count, sizeof(*report->rows));
	for (size_t i = 0; i < r->count; i++) {
		struct vex_report_row *row = &report->rows[report->row_count++];

		r->records[i].document_id = report->document_id;
		row->record = &r->records[i];
		if (!vex_reach(m->reach, row, m->arena, e) ||
		    !statements_add(m->db, &r->records[i], &r->records[i].id, e))
			return false;
		report->counts[row->outcome]++;
	}
	for (size_t i = 0; i < r->warning_count; i++) {
		report->rows[report->row_count++] =
		    (struct vex_report_row){ .outcome = VEX_UNREADABLE, .why = r->warnings[i] };
		report->counts[VEX_UNREADABLE]++;
	}
	return true;
}

static bool keep_report(struct importing *m, const struct vex_report *report, struct err *e)
{
	SCOPED_BUF text = buf_new(LIMIT_VEX_BYTES);
	struct json_out *w = json_out_buf(&text, false);

	vex_report_write(report, w);
	if (!json_out_close(w))
		return err_fail(e, ERR_LIMIT, "the report takes more than %d bytes", LIMIT_VEX_BYTES);
	return vex_document_set_report(m->db, report->document_id, buf_str(&text), e);
}

static bool note(
    struct importing *m, const struct vex_report *report, const struct sha256 *digest, struct err *e)
{
	SCOPED_BUF record = buf_new(LIMIT_RECORD_BYTES);
	struct json_out *w = json_out_buf(&record, false);
	char hex[SHA256_HEX_SIZE];

	json_open_object(w);
	json_field_text(w, "file", report->file);
	json_field_text(w, "sha256", str_of(sha256_hex(digest, hex)));
	json_field_text(w, "fate", str_of(vex_fate_name(report->fate)));
	json_field_text(w, "document", report->document);
	json_field_text(w, "version", report->version);
	json_field_text(w, "author", report->author);
	json_field_int(w, "replaced", (int64_t)report->replaced);
	for (size_t i = 0; i < VEX_OUTCOME_COUNT; i++)
		json_field_int(w, vex_outcome_name((enum vex_outcome)i), (int64_t)report->counts[i]);
	json_close_object(w);
	json_out_close(w);
	m->noted = true;
	return change_note(m->change, "vex.import",
	    arena_printf(m->arena, "vex document %lld", (long long)report->document_id), STR_NONE,
	    buf_str(&record), e);
}

static bool keep_document(struct importing *m, const struct vex_reading *r, const struct vex_document *d,
    struct str bytes, struct vex_report *report, struct err *e)
{
	SCOPED_BUF packed = buf_new(2 * (size_t)LIMIT_VEX_BYTES);

	if (!replace_older(m, d, report, e))
		return false;
	if (report->fate == VEX_UNCHANGED || report->fate == VEX_OLDER)
		return true;
	/* a later version may take all statements back, but the first says something, or it is no VEX */
	if (report->fate == VEX_TAKEN && report->replaced == 0 && r->count + r->warning_count == 0)
		return err_fail(e, ERR_INPUT, "makes no statement: " STR_FMT " without vulnerabilities",
			   STR_ARG(report->format)) ||
		       err_remedy(e, REMEDY_SBOM);
	if (!pack(bytes, &packed))
		return err_fail(e, ERR_LIMIT, "the document cannot be packed");
	return vex_document_add(m->db, d, buf_str(&packed), &report->document_id, e) &&
	       keep_statements(m, r, report, e) && keep_report(m, report, e) &&
	       ((m->what && m->what->dry_run) || note(m, report, &d->digest, e));
}

/* The newest instant that the document states of itself. */
static struct instant issued_at(const struct statement_document *head)
{
	return instant_is_known(head->updated) &&
		       (!instant_is_known(head->issued) || head->updated.us > head->issued.us)
		   ? head->updated
		   : head->issued;
}

static struct vex_report *add_report(
    struct importing *m, struct str file, const struct statement_document *head)
{
	struct vex_report *report;

	m->reports = arena_room(m->arena, m->reports, m->count, &m->room, sizeof(*m->reports));
	report = &m->reports[m->count++];
	*report = (struct vex_report){ .file = file,
		.format = head->format,
		.document = head->id,
		.version = head->version,
		.author = head->author,
		.tlp = head->tlp,
		.issued = issued_at(head),
		.fate = head->is_withdrawn ? VEX_TAKEN_BACK : VEX_TAKEN };
	return report;
}

static struct vex_document document_of(
    const struct importing *m, struct str file, const struct statement_document *head, struct str bytes)
{
	return (struct vex_document){ .digest = sha256_of(bytes),
		.name = head->id,
		.version = head->version,
		.author = head->author,
		.format = head->format,
		.file = file,
		.device_id = m->device_id,
		.release_id = m->release_id,
		.issued_at = issued_at(head),
		.imported_at = m->by.at };
}

/* An input is called by its path, a member of an archive by what follows it too. */
static struct str name_of(const struct importing *m, const struct input *in)
{
	struct str name = input_name(in);

	if (!m->what->called.len)
		return arena_copy(m->arena, name);
	name = str_from(name, strlen(m->path));
	return arena_printf(m->arena, STR_FMT STR_FMT, STR_ARG(m->what->called), STR_ARG(name));
}

static bool take_document(void *ctx, struct input *in, struct err *e)
{
	struct importing *m = ctx;
	SCOPED_BUF bytes = buf_new(LIMIT_VEX_BYTES);
	struct str name = name_of(m, in);
	struct vex_reading r;
	struct vex_document d;

	if (!input_read_all(in, &bytes, e) ||
	    !vex_read(m->db, name, buf_str(&bytes), m->device_id, m->release_id, m->arena, &r, e))
		return false;
	d = document_of(m, name, &r.head, buf_str(&bytes));
	return keep_document(m, &r, &d, buf_str(&bytes), add_report(m, name, &r.head), e) ||
	       err_within(e, STR_FMT, STR_ARG(name));
}

/* --- all --- */

static bool find_target(struct importing *m, struct err *e)
{
	struct device device;
	struct release release;

	if (m->what->device.len == 0)
		return true;
	if (!device_get(m->db, m->what->device, m->arena, &device, e))
		return false;
	m->device_id = device.id;
	if (m->what->release.len == 0)
		return true;
	if (!release_find(m->db, device.id, m->what->release, m->arena, &release, e))
		return false;
	m->release_id = release.id;
	return release.id || err_fail(e, ERR_INPUT, "device \"" STR_FMT "\" has no release \"" STR_FMT "\"",
				 STR_ARG(device.name), STR_ARG(m->what->release));
}

static bool import_all(struct importing *m, struct err *e)
{
	if (!find_target(m, e))
		return false;
	for (size_t i = 0; i < m->what->count; i++) {
		m->path = m->what->paths[i];
		if (!unpack_path(m->path, (struct unpack_sink){ m, take_document }, e))
			return false;
	}
	return true;
}

bool vex_import(struct db *db, const struct vex_import *what, struct change_by by, struct arena *arena,
    struct vex_report **out, size_t *count, struct err *e)
{
	SCOPED_CHANGE *change = NULL;
	SCOPED_VEX_REACH *reach = vex_reach_new(db);
	struct importing m = { .db = db, .what = what, .by = by, .arena = arena, .reach = reach };

	if (!change_open(db, &by, &change, e))
		return false;
	m.change = change;
	if (!import_all(&m, e))
		return false;
	if (m.noted && !what->dry_run && !change_close(&change, e))
		return false;
	*out = m.reports;
	*count = m.count;
	return true;
}

/* --- an SBOM's own --- */

/* All that SBOMs of one release say goes by one name: a newer SBOM stands in for the older, whatever its
 * date.
 */
static struct str sbom_name(const struct importing *m)
{
	return arena_printf(m->arena, "SBOM of release %lld", (long long)m->release_id);
}

/* What an earlier SBOM said, where this one says nothing. */
static bool end_earlier(struct importing *m, struct err *e)
{
	struct vex_document like = {
		.name = sbom_name(m), .device_id = m->device_id, .release_id = m->release_id
	};
	struct vex_document *old;
	size_t count;

	if (!vex_document_named(m->db, &like, m->arena, &old, &count, e))
		return false;
	for (size_t i = 0; i < count; i++) {
		struct vex_report ended = { .file = old[i].file,
			.document_id = old[i].id,
			.document = old[i].name,
			.version = old[i].version,
			.author = old[i].author,
			.fate = VEX_TAKEN_BACK };

		if (!end_older(m, &old[i], VEX_REPLACED, &ended, e) || !note(m, &ended, &old[i].digest, e))
			return false;
	}
	return true;
}

static bool take_sbom(void *ctx, struct input *in, struct err *e)
{
	struct importing *m = ctx;
	SCOPED_BUF bytes = buf_new(LIMIT_SBOM_BYTES);
	struct str name = arena_copy(m->arena, input_name(in));
	struct vex_reading r;
	struct vex_document d;

	if (!input_read_all(in, &bytes, e) || !vex_read_sbom(m->db, name, buf_str(&bytes), m->serial,
						  m->device_id, m->release_id, m->arena, &r, e))
		return false;
	if (r.count == 0)
		return end_earlier(m, e);
	d = document_of(m, name, &r.head, buf_str(&bytes));
	d.name = sbom_name(m);
	d.issued_at = INSTANT_NONE;
	return keep_document(m, &r, &d, buf_str(&bytes), add_report(m, name, &r.head), e) ||
	       err_within(e, STR_FMT, STR_ARG(name));
}

bool vex_import_sbom(struct db *db, struct change *change, const struct vex_sbom *sbom, struct change_by by,
    struct arena *arena, struct vex_report **out, struct err *e)
{
	SCOPED_VEX_REACH *reach = vex_reach_new(db);
	struct importing m = { .db = db,
		.by = by,
		.change = change,
		.arena = arena,
		.reach = reach,
		.serial = sbom->serial,
		.device_id = sbom->device_id,
		.release_id = sbom->release_id };

	*out = NULL;
	if (!sbom->says_anything)
		return end_earlier(&m, e);
	if (!unpack_path(sbom->path, (struct unpack_sink){ &m, take_sbom }, e))
		return false;
	*out = m.reports;
	return true;
}
