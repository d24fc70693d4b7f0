#include "actions/casework/case_rubric.h"

#include <jansson.h>
#include <string.h>

#include "actions/casework/case_record.h"
#include "formats/json_write.h"
#include "limits.h"
#include "store/casefiles.h"
#include "store/change.h"

#define KIND "rubric"

static bool read_answer(struct str text, struct rubric_sheet *sheet)
{
	struct str word = text, id;
	struct err unread;
	size_t q;

	return str_cut(&word, ' ', &id) && rubric_find(id, &q) &&
	       rubric_answer_read(q, word, &sheet->answers[q], &unread);
}

static bool read_kept(struct str more, struct case_rubric *r)
{
	json_t *root = json_loadb(more.ptr, more.len, 0, NULL), *answer;
	const char *version = json_string_value(json_object_get(root, "cvss_version"));
	const char *unknown = json_string_value(json_object_get(root, "xprs_unknown"));
	bool good = version && cvss_version_find(str_of(version), &r->version);
	size_t i;

	r->sheet.unknown_is_low = unknown && strcmp(unknown, "low") == 0;
	json_array_foreach(json_object_get(root, "answers"), i, answer)
	{
		const char *text = json_string_value(answer);

		good = good && text && read_answer(str_of(text), &r->sheet);
	}
	json_decref(root);
	return good;
}

static void derive(struct case_rubric *r)
{
	rubric_derive(&r->sheet, &r->result);
	if (r->result.open == 0)
		rubric_vector(&r->result, r->version, &r->cvss);
}

bool case_rubric_read(const struct case_record *records, size_t count, struct case_rubric *out, struct err *e)
{
	struct case_rubric r = { .version = CVSS_3_0 };
	const struct case_record *last = NULL;

	for (size_t i = 0; i < count; i++)
		if (str_eq(records[i].kind, STR(KIND)))
			last = &records[i];
	if (last && !read_kept(last->more, &r))
		return err_fail(
		    e, ERR_STORE, "record %lld: a rubric that cannot be read", (long long)last->id);
	if (last)
		r.record = last->id;
	derive(&r);
	*out = r;
	return true;
}

bool case_rubric_of(
    struct db *db, int64_t casefile, struct arena *arena, struct case_rubric *out, struct err *e)
{
	struct case_record *records;
	struct casefile c;
	size_t count;

	return casefile_get(db, casefile, arena, &c, e) &&
	       casefile_records(db, casefile, arena, &records, &count, e) &&
	       case_rubric_read(records, count, out, e);
}

struct str case_rubric_vector(const struct case_rubric *r, struct arena *arena)
{
	SCOPED_BUF text = buf_new(200);

	if (r->result.open == 0)
		cvss_write(&r->cvss, &text);
	return arena_copy(arena, buf_str(&text));
}

static void put_answer(struct json_out *w, const struct rubric_sheet *sheet, size_t q)
{
	char text[32];

	snprintf(text, sizeof(text), "%s %s", rubric_questions[q].id, rubric_answer_word(sheet->answers[q]));
	json_put_text(w, str_of(text));
}

/* Every key each time, so that nothing of an earlier record shows through. */
static struct str kept_as(const struct case_rubric *r, struct arena *arena)
{
	SCOPED_BUF out = buf_new(LIMIT_RECORD_BYTES);
	struct json_out *w = json_out_buf(&out, false);

	json_open_object(w);
	json_field_text(w, "edition", STR(RUBRIC_EDITION));
	json_field_text(w, "cvss_version", str_of(cvss_version_name(r->version)));
	json_field_text(w, "xprs_unknown", str_of(rubric_unknown_word(&r->sheet)));
	json_field_text(w, "vector", case_rubric_vector(r, arena));
	json_field_int(w, "open_questions", (int64_t)r->result.open);
	json_key(w, "patient_safety");
	json_open_array(w);
	for (size_t i = 0; i < r->result.safety_count; i++)
		put_answer(w, &r->sheet, r->result.safety[i]);
	json_close_array(w);
	json_key(w, "answers");
	json_open_array(w);
	for (size_t q = 0; q < RUBRIC_QUESTIONS; q++)
		if (r->sheet.answers[q] != RUBRIC_UNANSWERED)
			put_answer(w, &r->sheet, q);
	json_close_array(w);
	json_close_object(w);
	json_out_close(w);
	return arena_copy(arena, buf_str(&out));
}

static bool keep_within(struct db *db, struct change *change, const struct case_rubric_keeping *k,
    struct change_by by, struct arena *arena, struct case_rubric *r, struct err *e)
{
	struct case_addition a = { .casefile_id = k->casefile_id, .kind = KIND, .facts = STR("{}") };
	struct case_record *records;
	struct casefile casefile;
	size_t count;

	if (!casefile_get(db, k->casefile_id, arena, &casefile, e) ||
	    !casefile_records(db, k->casefile_id, arena, &records, &count, e) ||
	    !case_rubric_read(records, count, r, e) || !rubric_change(&r->sheet, &k->changes, e))
		return false;
	if (k->version)
		r->version = *k->version;
	if (k->unknown_is_low)
		r->sheet.unknown_is_low = *k->unknown_is_low;
	derive(r);
	a.more = kept_as(r, arena);
	return case_record_within(db, change, &a, by, arena, &r->record, e);
}

bool case_rubric_keep(struct db *db, const struct case_rubric_keeping *k, struct change_by by,
    struct arena *arena, struct case_rubric *out, struct err *e)
{
	SCOPED_CHANGE *change = NULL;
	struct case_rubric r;

	if (!change_open(db, &by, &change, e) || !keep_within(db, change, k, by, arena, &r, e) ||
	    !change_close(&change, e))
		return false;
	*out = r;
	return true;
}
