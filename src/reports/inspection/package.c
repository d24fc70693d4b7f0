#include "reports/inspection/package.h"

#include <inttypes.h>

#include "formats/html_write.h"
#include "formats/json_stream.h"
#include "formats/json_write.h"
#include "limits.h"
#include "reports/document/document_html.h"

/* VERIFY.txt and verify.py of this folder. */
extern const unsigned char verify_txt[], verify_py[];
extern const size_t verify_txt_size, verify_py_size;

static struct str text_of(const unsigned char *bytes, size_t size)
{
	return (struct str){ (const char *)bytes, size };
}

void package_add(struct package *p, struct str name, const char *holds, struct str bytes)
{
	p->files = arena_room(p->arena, p->files, p->count, &p->room, sizeof(*p->files));
	p->files[p->count++] = (struct package_file){ name, bytes, holds };
}

static void put_digest(struct document *d, struct str bytes)
{
	struct sha256 digest = sha256_of(bytes);
	char hex[SHA256_HEX_SIZE];

	document_printf(d, RUN_CODE, "%s", sha256_hex(&digest, hex));
}

static struct document *index_document(const struct package *p, const struct package_subject *s)
{
	static const struct table_column columns[] = { { .title = "File", .percent = 26 },
		{ .title = "Holds", .percent = 28 }, { .title = "Bytes", .align = ALIGN_END },
		{ .title = "SHA-256", .percent = 34 } };
	struct document_meta meta = { .kind = "inspection",
		.title = STR("Inspection package"),
		.kicker = arena_printf(p->arena, "Casefiles %.*s", STR_WHOLE(s->casefiles)),
		.as_of = DATE_NONE,
		.at = s->at,
		.program = s->program,
		.author = s->firm };
	struct document *d = document_new(p->arena, &meta);
	char hex[SHA256_HEX_SIZE];

	document_fields(d, FIELDS_WIDE);
	document_field(d, "firm", STR("Manufacturer"));
	document_text_or_dash(d, s->firm);
	document_field(d, "state", STR("As of"));
	document_instant(d, s->at);
	document_printf(d, RUN_PLAIN, ", entry %" PRId64 " of the audit trail", s->head_number);
	document_field(d, "head", STR("Its seal"));
	document_printf(d, RUN_CODE, "%s", sha256_hex(&s->head, hex));
	document_field(d, "kept_until", STR("Casefiles are kept until"));
	document_text_or_dash(d, s->kept);
	document_field(d, "rules", STR("Rules"));
	document_text(d, s->rules);
	document_field(d, "policies", STR("Policies"));
	document_text(d, s->policies);
	document_field(d, "program", STR("Program"));
	document_text(d, s->program);
	document_section(d, "files", "Files", "Files");
	document_table(d,
	    STR("With the audit trail, " PACKAGE_TRAIL
		", whose last entry tells their digests too. How they are "
		"verified is in VERIFY.txt"),
	    columns, COUNT(columns));
	for (size_t i = 0; i < p->count; i++) {
		document_row(d, ROW_PLAIN);
		document_cell(d);
		document_text(d, p->files[i].name);
		document_cell(d);
		document_say(d, p->files[i].holds);
		document_cell(d);
		document_printf(d, RUN_PLAIN, "%zu", p->files[i].bytes.len);
		document_cell(d);
		put_digest(d, p->files[i].bytes);
	}
	return d;
}

static struct str index_html(const struct package *p, const struct package_subject *s)
{
	SCOPED_BUF page = buf_new(LIMIT_INSPECTION_BYTES);
	struct html *h = html_buf(&page);

	document_write_html(index_document(p, s), h);
	html_close(h);
	return arena_copy(p->arena, buf_str(&page));
}

static struct str index_json(const struct package *p, const struct package_subject *s)
{
	SCOPED_BUF json = buf_new(LIMIT_INSPECTION_BYTES);
	struct json_out *w = json_out_buf(&json, true);
	char hex[SHA256_HEX_SIZE], at[INSTANT_TEXT_SIZE];

	json_open_object(w);
	json_field_text(w, "package", STR("inspection"));
	json_field_text(w, "program", s->program);
	json_field_text_or_null(w, "firm", s->firm.len ? s->firm : STR_NONE);
	json_field_text(w, "casefiles", s->casefiles);
	json_field_text(w, "kept_until", s->kept);
	json_field_text(w, "rules", s->rules);
	json_field_text(w, "policies", s->policies);
	json_field_text(w, "changed_at", str_of(instant_write(s->at, at)));
	json_field_int(w, "head", s->head_number);
	json_field_text(w, "head_digest", str_of(sha256_hex(&s->head, hex)));
	json_key(w, "files");
	json_open_array(w);
	for (size_t i = 0; i < p->count; i++) {
		struct sha256 digest = sha256_of(p->files[i].bytes);

		json_open_object(w);
		json_field_text(w, "name", p->files[i].name);
		json_field_text(w, "holds", str_of(p->files[i].holds));
		json_field_int(w, "bytes", (int64_t)p->files[i].bytes.len);
		json_field_text(w, "sha256", str_of(sha256_hex(&digest, hex)));
		json_close_object(w);
	}
	json_close_array(w);
	json_close_object(w);
	json_out_close(w);
	return arena_copy(p->arena, buf_str(&json));
}

static struct str sums(const struct package *p)
{
	SCOPED_BUF out = buf_new(LIMIT_INSPECTION_BYTES);
	char hex[SHA256_HEX_SIZE];

	for (size_t i = 0; i < p->count; i++) {
		struct sha256 digest = sha256_of(p->files[i].bytes);

		buf_printf(&out, "%s  ", sha256_hex(&digest, hex));
		buf_add(&out, p->files[i].name);
		buf_byte(&out, '\n');
	}
	return arena_copy(p->arena, buf_str(&out));
}

void package_add_instructions(struct package *p)
{
	package_add(
	    p, STR("VERIFY.txt"), "how the package is verified", text_of(verify_txt, verify_txt_size));
	package_add(p, STR("verify.py"), "a script that does it", text_of(verify_py, verify_py_size));
}

struct str package_files_json(const struct package *p, struct str casefiles, struct str trail)
{
	SCOPED_BUF json = buf_new(LIMIT_INSPECTION_BYTES);
	struct sha256 before = sha256_of(trail);
	char hex[SHA256_HEX_SIZE];
	struct json_out *w;

	buf_add(&json, STR("{\"casefiles\":["));
	buf_add(&json, casefiles);
	buf_printf(&json, "],\"trail\":\"%s\",\"files\":", sha256_hex(&before, hex));
	w = json_out_buf(&json, false);
	json_open_object(w);
	for (size_t i = 0; i < p->count; i++) {
		struct sha256 digest = sha256_of(p->files[i].bytes);

		json_key_str(w, p->files[i].name);
		json_put_text(w, str_of(sha256_hex(&digest, hex)));
	}
	json_close_object(w);
	json_out_close(w);
	buf_byte(&json, '}');
	return arena_copy(p->arena, buf_str(&json));
}

void package_add_index(struct package *p, const struct package_subject *s)
{
	struct str page = index_html(p, s), object = index_json(p, s);

	package_add(p, STR(PACKAGE_PAGE), "this list, for people", page);
	package_add(p, STR(PACKAGE_INDEX), "this list, for machines", object);
}

void package_add_sums(struct package *p)
{
	package_add(p, STR(PACKAGE_SUMS), "the digests of all others", sums(p));
}
