#include "records/backup_manifest.h"

#include <stdio.h>

#include "formats/json_stream.h"

#define FORM 1
#define FIELDS 9 /* with counts as one */

static const char head[] = "aftercare backup 1 ";
_Static_assert(
    sizeof(head) - 1 + SHA256_HEX_SIZE == BACKUP_MANIFEST_LINE, "the end of the line for that of the digest");

const char *const backup_count_names[BACKUP_COUNT_COUNT] = { "devices", "releases", "components",
	"advisories", "signals", "casefiles", "records", "signatures", "attachments", "users" };

void backup_manifest_fields(const struct backup_manifest *m, struct json_out *w)
{
	char hex[SHA256_HEX_SIZE];

	json_field_int(w, "backup", FORM);
	json_field_instant(w, "at", m->at);
	json_field_text(w, "program", str_of(m->program));
	json_field_int(w, "schema", m->schema);
	json_field_int(w, "bytes", m->bytes);
	json_field_text(w, "sha256", str_of(sha256_hex(&m->digest, hex)));
	json_field_int(w, "entries", m->entries);
	json_field_text(w, "head", str_of(sha256_hex(&m->head, hex)));
	json_field_int(w, "faults", m->faults);
	json_key(w, "counts");
	json_open_object(w);
	for (size_t i = 0; i < BACKUP_COUNT_COUNT; i++)
		json_field_int(w, backup_count_names[i], m->counts[i]);
	json_close_object(w);
}

void backup_manifest_write(const struct backup_manifest *m, struct buf *out)
{
	SCOPED_BUF body = buf_new(BACKUP_MANIFEST_BYTES - BACKUP_MANIFEST_LINE);
	struct json_out *w = json_out_buf(&body, true);
	char hex[SHA256_HEX_SIZE];
	struct sha256 digest;

	json_open_object(w);
	backup_manifest_fields(m, w);
	json_close_object(w);
	json_out_close(w);
	while (body.len < body.most)
		buf_byte(&body, '\n');
	digest = sha256_of(buf_str(&body));
	buf_printf(out, "%s%s\n", head, sha256_hex(&digest, hex));
	buf_add(out, buf_str(&body));
}

static void take_digest(struct json *j, struct sha256 *to, int *given)
{
	struct str text;

	if (!json_text(j, &text))
		return;
	if (sha256_parse(text, to))
		++*given;
	else
		json_refuse(j, "expected 64 hexadecimal digits");
}

static void take_instant(struct json *j, struct instant *to, int *given)
{
	struct str text;
	struct err unread = { 0 };

	if (!json_text(j, &text))
		return;
	if (instant_parse(text, false, to, &unread))
		++*given;
	else
		json_refuse(j, "%s", unread.text);
}

static void take_program(struct json *j, char *to)
{
	struct str text;

	if (json_text(j, &text))
		snprintf(to, BACKUP_PROGRAM_SIZE, STR_FMT, STR_ARG(text));
}

static void take_counts(struct json *j, int64_t *counts)
{
	struct str key;

	while (json_next_key(j, &key)) {
		size_t i = 0;

		while (i < BACKUP_COUNT_COUNT && !str_eq(key, str_of(backup_count_names[i])))
			i++;
		if (i == BACKUP_COUNT_COUNT)
			json_skip(j);
		else
			json_int(j, 0, INT64_MAX, &counts[i]);
	}
}

static int take_fields(struct json *j, struct backup_manifest *m)
{
	int given = 0;
	struct str key;
	int64_t form;

	while (json_next_key(j, &key)) {
		if (str_eq(key, STR("backup")))
			given += json_int(j, FORM, FORM, &form);
		else if (str_eq(key, STR("at")))
			take_instant(j, &m->at, &given);
		else if (str_eq(key, STR("program")))
			take_program(j, m->program);
		else if (str_eq(key, STR("schema")))
			given += json_int(j, 1, INT32_MAX, &m->schema);
		else if (str_eq(key, STR("bytes")))
			given += json_int(j, 0, INT64_MAX - BACKUP_MANIFEST_BYTES, &m->bytes);
		else if (str_eq(key, STR("sha256")))
			take_digest(j, &m->digest, &given);
		else if (str_eq(key, STR("entries")))
			given += json_int(j, 0, INT64_MAX, &m->entries);
		else if (str_eq(key, STR("head")))
			take_digest(j, &m->head, &given);
		else if (str_eq(key, STR("faults")))
			given += json_int(j, 0, INT64_MAX, &m->faults);
		else if (str_eq(key, STR("counts"))) {
			take_counts(j, m->counts);
			given++;
		} else
			json_skip(j);
	}
	return given;
}

/* The JSON behind the line, which gives the digest that the line states. */
static bool find_body(struct str name, struct str block, struct str *body, struct err *e)
{
	struct str line;
	struct sha256 stated, digest;

	*body = block;
	if (block.len != BACKUP_MANIFEST_BYTES || !str_cut(body, '\n', &line) ||
	    !str_starts(line, STR("aftercare backup ")))
		return err_fail(
		    e, ERR_INPUT, STR_FMT ": this is no backup, or its end is missing", STR_ARG(name));
	if (!str_starts(line, str_of(head)))
		return err_fail(e, ERR_INPUT, STR_FMT ": a newer aftercare made this backup", STR_ARG(name));
	digest = sha256_of(*body);
	if (!sha256_parse(str_from(line, sizeof(head) - 1), &stated) || !sha256_same(&stated, &digest))
		return err_fail(
		    e, ERR_INPUT, STR_FMT ": the manifest of the backup was altered", STR_ARG(name));
	return true;
}

static bool read_body(struct str name, struct str body, struct backup_manifest *m, struct err *e)
{
	SCOPED_INPUT *in = input_open_memory(name, body);
	SCOPED_JSON *j = json_open(in);
	int given = take_fields(j, m);

	if (!json_finish(j, e))
		return false;
	return given == FIELDS ||
	       err_fail(e, ERR_INPUT, STR_FMT ": the manifest of the backup is not whole", STR_ARG(name));
}

bool backup_manifest_read(struct str name, struct str block, struct backup_manifest *out, struct err *e)
{
	struct backup_manifest m = { 0 };
	struct str body;

	if (!find_body(name, block, &body, e) || !read_body(name, body, &m, e))
		return false;
	*out = m;
	return true;
}
