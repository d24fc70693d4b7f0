#include "actions/reports/export_inspection.h"

#include <stdlib.h>

#include "actions/casework/case_view.h"
#include "actions/reports/report_casefile.h"
#include "actions/trail/attach.h"
#include "actions/trail/checkpoints.h"
#include "formats/html_write.h"
#include "formats/json_write.h"
#include "limits.h"
#include "records/trail_json.h"
#include "reports/casefile_document.h"
#include "reports/casefile_json.h"
#include "reports/document/document_html.h"
#include "reports/document/document_pdf.h"
#include "reports/fda/fda_case.h"
#include "reports/inspection/package.h"
#include "store/casefiles.h"
#include "store/change.h"
#include "store/trails.h"

struct exporting {
	struct db *db;
	const struct inspection_asked *asked;
	struct arena *arena;
	struct package package;
	struct str *objects; /* that the trail tells of whole, settings besides */
	size_t object_count;
	struct buf trail, casefiles, kept, policies;
	struct package_subject subject;
	int64_t last; /* entry of the package's trail, which tells of its files */
	struct instant now;
};

static struct str name_in(struct exporting *x, int64_t casefile, const char *file)
{
	return arena_printf(x->arena, "casefile-%lld/%s", (long long)casefile, file);
}

static bool add_pdf(struct exporting *x, const struct document *d, int64_t id, struct err *e)
{
	char *bytes = NULL;
	size_t len = 0;
	FILE *to = open_memstream(&bytes, &len);
	bool good;

	if (!to)
		return err_fail(e, ERR_IO, "no memory for the PDF");
	good = document_write_pdf(d, PDF_A4, to, e);
	if (fclose(to) != 0 && good)
		good = err_fail(e, ERR_IO, "no memory for the PDF");
	if (good)
		package_add(&x->package, name_in(x, id, "report.pdf"), "the casefile, to print",
		    arena_copy(x->arena, (struct str){ bytes, len }));
	free(bytes);
	return good;
}

static void add_page(struct exporting *x, const struct document *d, int64_t id)
{
	SCOPED_BUF bytes = buf_new(LIMIT_INSPECTION_BYTES);
	struct html *h = html_buf(&bytes);

	document_write_html(d, h);
	html_close(h);
	package_add(&x->package, name_in(x, id, "report.html"), "the casefile, for people",
	    arena_copy(x->arena, buf_str(&bytes)));
}

static void add_object(struct exporting *x, const struct casefile_report *r)
{
	SCOPED_BUF bytes = buf_new(LIMIT_INSPECTION_BYTES);
	struct json_out *w = json_out_buf(&bytes, true);

	casefile_write_json(r, w);
	json_out_close(w);
	package_add(&x->package, name_in(x, r->casefile.id, "report.json"), "the casefile, for machines",
	    arena_copy(x->arena, buf_str(&bytes)));
}

/* What the rules were asked with: "aftercare decide facts.json" concludes the same again. */
static bool add_facts(struct exporting *x, int64_t id, struct err *e)
{
	struct case_view *view = arena_alloc(x->arena, 1, sizeof(*view));

	if (!case_view(x->db, id, DATE_NONE, x->now, x->arena, view, e))
		return false;
	package_add(&x->package, name_in(x, id, "facts.json"), "the facts the rules were asked with",
	    view->facts_json);
	return true;
}

static bool add_file(struct exporting *x, int64_t casefile, const struct case_record *r, struct err *e)
{
	SCOPED_BUF content = buf_new(LIMIT_ATTACHMENT_BYTES);
	struct report_fields fields;
	struct str path;
	bool found;

	if (!case_record_file(x->db, r, &content, &found, e) || !found)
		return !e->code;
	if (!report_fields_read(r->more, x->arena, &fields, e))
		return false;
	path = arena_printf(x->arena, "casefile-%lld/" STR_FMT "-%lld/" STR_FMT, (long long)casefile,
	    STR_ARG(r->kind), (long long)r->id,
	    STR_ARG(attachment_plain_name(report_fields_text(&fields, STR("file")), x->arena)));
	package_add(&x->package, path, "a file of the casefile", arena_copy(x->arena, buf_str(&content)));
	return true;
}

/* What was attached, and what was issued. */
static bool add_files(struct exporting *x, const struct casefile_report *r, struct err *e)
{
	for (size_t i = 0; i < r->case_record_count; i++)
		if (!add_file(x, r->casefile.id, &r->case_records[i], e))
			return false;
	return true;
}

static void note_kept(struct exporting *x, const struct casefile_report *r)
{
	char day[DATE_TEXT_SIZE];

	for (size_t i = 0; i < r->obligation_count; i++) {
		const struct obligation *o = &r->obligations[i];

		if (o->kind == OBLIGATION_KEEP_CASEFILE)
			buf_printf(&x->kept, "%s%lld: %s", x->kept.len ? ", " : "", (long long)r->casefile.id,
			    date_is_known(o->until) ? date_write(o->until, day) : "not known");
	}
}

static void note_subject(struct exporting *x, const struct casefile_report *r)
{
	buf_printf(&x->casefiles, "%s%lld", x->casefiles.len ? ", " : "", (long long)r->casefile.id);
	buf_printf(&x->policies, "%s", x->policies.len ? ", " : "");
	buf_add(&x->policies, r->determination->policy_version);
	note_kept(x, r);
	x->subject.program = r->program;
	x->subject.head_number = r->verification.head_number;
	x->subject.head = r->verification.head;
	x->subject.at = r->verification.at;
	x->objects[x->object_count++] = casefile_subject(r->casefile.id, x->arena);
	x->objects[x->object_count++] =
	    arena_printf(x->arena, "device %lld", (long long)r->casefile.device_id);
}

static bool add_casefile(struct exporting *x, int64_t id, struct err *e)
{
	struct casefile_report *r = arena_alloc(x->arena, 1, sizeof(*r));
	struct document *d;

	if (!report_casefile(x->db, id, DATE_NONE, x->now, x->arena, r, e))
		return false;
	d = casefile_document(r, x->arena);
	add_page(x, d, id);
	add_object(x, r);
	note_subject(x, r);
	return add_pdf(x, d, id, e) && add_facts(x, id, e) && add_files(x, r, e);
}

/* Its casefiles, their devices, what is stated of the firm, and which files it has. */
static bool is_told(const struct exporting *x, const struct trail_entry *entry)
{
	if (entry->number == x->last)
		return true;
	if (str_starts(entry->object, STR("setting ")) || str_eq(entry->what, STR("program.policy")))
		return true;
	for (size_t i = 0; i < x->object_count; i++)
		if (str_eq(x->objects[i], entry->object))
			return true;
	return false;
}

static bool add_entry(void *ctx, const struct trail_entry *entry, struct err *e)
{
	struct exporting *x = ctx;

	trail_write_line(entry, is_told(x, entry), &x->trail);
	if (buf_full(&x->trail))
		return err_fail(
		    e, ERR_LIMIT, "the audit trail is larger than %d bytes", LIMIT_INSPECTION_BYTES);
	return true;
}

static bool refuse_changed(struct err *e)
{
	return err_fail(e, ERR_CONFLICT, "the store was changed while the package was made: make it again");
}

/* The package is of one state of the store, though it is read in several turns; its last entry tells the
 * digest of each of its files. */
static bool note_files(struct exporting *x, struct change_by by, struct err *e)
{
	struct str files = package_files_json(&x->package, buf_str(&x->casefiles), buf_str(&x->trail));
	int64_t before = x->subject.head_number, number;
	SCOPED_CHANGE *change = NULL;
	struct sha256 head, last;

	if (!change_open(x->db, &by, &change, e) || !trail_head(x->db, &number, &head, e))
		return false;
	if (number != before)
		return refuse_changed(e);
	if (!change_note(change, PACKAGE_FILES_TOLD, STR("inspection"), STR_NONE, files, e) ||
	    !change_close(&change, e) || !trail_head(x->db, &x->last, &last, e))
		return false;
	return x->last == before + 1 || refuse_changed(e);
}

static bool add_checkpoint(struct exporting *x, struct change_by by, struct err *e)
{
	SCOPED_BUF bytes = buf_new(LIMIT_CHECKPOINT_BYTES);
	struct checkpoint c;
	struct json_out *w;

	if (!x->asked->key)
		return true;
	if (!checkpoint_make(x->db, x->asked->key, by, &c, e))
		return false;
	if (c.number != x->last)
		return refuse_changed(e);
	w = json_out_buf(&bytes, false);
	checkpoint_write(&c, w);
	json_out_close(w);
	buf_byte(&bytes, '\n');
	package_add(&x->package, STR(PACKAGE_CHECKPOINT), "the signature on the last entry of the trail",
	    arena_copy(x->arena, buf_str(&bytes)));
	return true;
}

/* Of the state that the package is of; what came since is not in it. */
static bool add_until_head(void *ctx, const struct trail_entry *entry, struct err *e)
{
	const struct exporting *x = ctx;

	return entry->number > x->subject.head_number || add_entry(ctx, entry, e);
}

/* The entry that tells of the package's files. */
static bool add_last(void *ctx, const struct trail_entry *entry, struct err *e)
{
	const struct exporting *x = ctx;

	return entry->number != x->last || add_entry(ctx, entry, e);
}

static bool describe_subject(struct exporting *x, struct err *e)
{
	struct firm_profile firm;
	struct str profile;

	if (!setting_get(x->db, "profile", x->arena, &profile, e) ||
	    !firm_profile_read(profile, x->arena, &firm, e))
		return false;
	x->subject.firm = firm.name;
	x->subject.casefiles = buf_str(&x->casefiles);
	x->subject.kept = buf_str(&x->kept);
	x->subject.rules = STR(RULES_REGIME ", version " RULES_VERSION);
	x->subject.policies = buf_str(&x->policies);
	return true;
}

static bool gather(struct exporting *x, struct change_by by, struct err *e)
{
	for (size_t i = 0; i < x->asked->count; i++)
		if (!add_casefile(x, x->asked->casefiles[i], e))
			return false;
	package_add_instructions(&x->package);
	if (!describe_subject(x, e))
		return false;
	package_add_index(&x->package, &x->subject);
	if (!trail_read(x->db, STR_NONE, (struct trail_sink){ x, add_until_head }, e) ||
	    !note_files(x, by, e) || !add_checkpoint(x, by, e) ||
	    !trail_after(x->db, x->subject.head_number, (struct trail_sink){ x, add_last }, e))
		return false;
	package_add(&x->package, STR(PACKAGE_TRAIL), "the audit trail with its seals", buf_str(&x->trail));
	package_add_sums(&x->package);
	return true;
}

static bool pack(const struct exporting *x, struct buf *out, struct err *e)
{
	struct archive_out *archive;

	if (!archive_out_open(out, x->asked->form, x->subject.at, &archive, e))
		return false;
	for (size_t i = 0; i < x->package.count; i++) {
		const struct package_file *f = &x->package.files[i];

		if (!archive_out_add(archive, f->name, f->bytes, e)) {
			archive_out_drop(archive);
			return false;
		}
	}
	return archive_out_close(archive, e);
}

static bool note_export(struct exporting *x, const struct sha256 *digest, struct change_by by, struct err *e)
{
	SCOPED_CHANGE *change = NULL;
	char hex[SHA256_HEX_SIZE];
	struct str told = arena_printf(x->arena, "{\"casefiles\":[%.*s],\"digest\":\"%s\"}",
	    STR_WHOLE(x->subject.casefiles), sha256_hex(digest, hex));

	return change_open(x->db, &by, &change, e) &&
	       change_note(change, "inspection.export", STR("inspection"), STR_NONE, told, e) &&
	       change_close(&change, e);
}

bool export_inspection(struct db *db, const struct inspection_asked *asked, struct change_by by,
    struct buf *out, struct sha256 *digest, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct exporting x = { .db = db, .asked = asked, .arena = &arena, .now = by.at };
	bool good;

	x.package.arena = &arena;
	x.objects = arena_alloc(&arena, 2 * asked->count, sizeof(*x.objects));
	x.trail = buf_new(LIMIT_INSPECTION_BYTES);
	x.casefiles = x.kept = x.policies = buf_new(LIMIT_RECORD_BYTES);
	good = gather(&x, by, e) && pack(&x, out, e);
	if (good) {
		*digest = sha256_of(buf_str(out));
		good = note_export(&x, digest, by, e);
	}
	buf_free(&x.trail);
	buf_free(&x.casefiles);
	buf_free(&x.kept);
	buf_free(&x.policies);
	return good;
}
