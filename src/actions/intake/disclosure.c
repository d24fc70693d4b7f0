#include "actions/intake/disclosure.h"

#include "actions/intake/signal_list.h"
#include "actions/intake/signals.h"
#include "base/secret.h"
#include "base/text.h"
#include "formats/json_write.h"
#include "identity/cve_id.h"
#include "limits.h"
#include "records/user.h"
#include "store/change.h"
#include "store/devices.h"

#define NUMBER_LETTERS 10 /* of five random bits each */

enum answer_form { ANSWER_LINE, ANSWER_TEXT, ANSWER_WORD };

/* What is asked, and under which key of what was received the signal keeps it. */
static const struct question {
	const char *key, *kept_as; /* NULL: elsewhere */
	enum answer_form form;
	bool needed;
	const char *words;
	size_t at;
} questions[] = {
	{ "product", "product", ANSWER_LINE, true, NULL, offsetof(struct disclosure, product) },
	{ "version", "version", ANSWER_LINE, false, NULL, offsetof(struct disclosure, version) },
	{ "summary", "summary", ANSWER_LINE, true, NULL, offsetof(struct disclosure, summary) },
	{ "description", "details", ANSWER_TEXT, true, NULL, offsetof(struct disclosure, description) },
	{ "exploit", "exploit", ANSWER_TEXT, false, NULL, offsetof(struct disclosure, exploit) },
	{ "impact", "impact", ANSWER_TEXT, false, NULL, offsetof(struct disclosure, impact) },
	{ "discovery", "discovery", ANSWER_LINE, false, NULL, offsetof(struct disclosure, discovery) },
	{ "is_public", "is_public", ANSWER_WORD, false, "no|yes|unknown",
	    offsetof(struct disclosure, is_public) },
	{ "is_exploited", "is_exploited", ANSWER_WORD, false, "no|yes|unknown",
	    offsetof(struct disclosure, is_exploited) },
	{ "plans", "plans", ANSWER_TEXT, false, NULL, offsetof(struct disclosure, plans) },
	{ "may_share", "may_share", ANSWER_WORD, false, "no|yes", offsetof(struct disclosure, may_share) },
	{ "vulnerability", NULL, ANSWER_LINE, false, NULL, offsetof(struct disclosure, vulnerability) },
	{ "name", NULL, ANSWER_LINE, false, NULL, offsetof(struct disclosure, name) },
	{ "email", NULL, ANSWER_LINE, false, NULL, offsetof(struct disclosure, email) },
	{ "credit", NULL, ANSWER_WORD, false, "named|anonymous|none", offsetof(struct disclosure, credit) },
};

static struct str answered(const struct disclosure *d, const struct question *q)
{
	const struct str *given = (const struct str *)(const void *)((const char *)d + q->at);

	return str_trim(*given);
}

static bool is_one_line(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if ((unsigned char)s.ptr[i] < ' ' || s.ptr[i] == 0x7f)
			return false;
	return true;
}

static bool check_answer(const struct question *q, struct str given, struct err *e)
{
	size_t most = q->form == ANSWER_TEXT ? LIMIT_FORM_TEXT_BYTES : LIMIT_FORM_LINE_BYTES;

	if (!text_says(given))
		return !q->needed || err_fail(e, ERR_INPUT, "%s is missing", q->key);
	if (given.len > most)
		return err_fail(e, ERR_INPUT, "%s may have at most %zu bytes", q->key, most);
	if (q->form != ANSWER_TEXT && !is_one_line(given))
		return err_fail(e, ERR_INPUT, "%s is one line", q->key);
	return q->form != ANSWER_WORD || str_is_among(given, q->words) ||
	       err_fail(e, ERR_INPUT, "%s is one of %s", q->key, q->words);
}

static bool check(const struct disclosure *d, struct err *e)
{
	struct str email = str_trim(d->email), name;

	for (size_t i = 0; i < COUNT(questions); i++)
		if (!check_answer(&questions[i], answered(d, &questions[i]), e))
			return false;
	if (email.len &&
	    (!str_cut(&email, '@', &name) || !name.len || !email.len || str_has(email, STR(" "))))
		return err_fail(e, ERR_INPUT, "email is an address such as name@example.org");
	return true;
}

/* Ten letters and digits that nobody can guess from those of another report. */
static struct str make_number(struct arena *arena)
{
	char word[SECRET_WORD_SIZE];

	secret_word(word);
	return arena_copy(arena, str_first(str_of(word), NUMBER_LETTERS));
}

/* One of ours by its name or UDI-DI stands in the signal as a device too; whether it is stays in the house.
 */
static bool put_device(struct db *db, struct json_out *w, struct str product, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct device device;

	if (!device_find(db, product, &arena, &device, e))
		return false;
	if (!device.id)
		return true;
	json_key(w, "devices");
	json_open_array(w);
	json_put_text(w, device.name);
	json_close_array(w);
	return true;
}

/* What is no CVE id cannot name the signal's vulnerability. A report is not lost over it: it stands in the
 * details, marked, for whoever triages. */
static bool is_cve(const struct disclosure *d)
{
	int64_t cve;

	return cve_id_parse(str_trim(d->vulnerability), &cve);
}

static void put_answer(struct json_out *w, const struct disclosure *d, const struct question *q)
{
	struct str said = str_trim(d->vulnerability);
	SCOPED_BUF text = buf_new(LIMIT_FORM_TEXT_BYTES + LIMIT_FORM_LINE_BYTES + 200);

	buf_add(&text, answered(d, q));
	if (strcmp(q->key, "description") == 0 && text_says(said) && !is_cve(d)) {
		buf_add(&text, STR("\n\n[The reporter named the vulnerability \""));
		buf_add(&text, said);
		buf_add(&text, STR("\", which is no CVE id.]"));
	}
	json_field_text(w, q->kept_as, buf_str(&text));
}

static bool write_received(struct db *db, const struct disclosure *d, struct instant at, struct str number,
    struct buf *out, struct err *e)
{
	struct json_out *w = json_out_buf(out, false);
	char text[INSTANT_TEXT_SIZE];

	json_open_object(w);
	json_field_text(w, "kind", STR("researcher_report"));
	json_field_text(w, "received", str_of(instant_write(at, text)));
	json_field_text(w, "source", STR(PUBLIC_FORM));
	json_field_text(w, "reference", number);
	for (size_t i = 0; i < COUNT(questions); i++)
		if (questions[i].kept_as && text_says(answered(d, &questions[i])))
			put_answer(w, d, &questions[i]);
	if (is_cve(d))
		json_field_text(w, "vulnerability", str_trim(d->vulnerability));
	if (!put_device(db, w, str_trim(d->product), e)) {
		json_out_drop(w);
		return false;
	}
	json_close_object(w);
	return json_out_close(w) || err_fail(e, ERR_LIMIT, "the report is too large");
}

static struct str object_of_two(
    const char *first, struct str a, const char *second, struct str b, struct arena *arena)
{
	SCOPED_BUF out = buf_new(LIMIT_FORM_BODY_BYTES);
	struct json_out *w = json_out_buf(&out, false);

	json_open_object(w);
	if (a.len)
		json_field_text(w, first, a);
	if (b.len)
		json_field_text(w, second, b);
	json_close_object(w);
	json_out_close(w);
	return arena_copy(arena, buf_str(&out));
}

/* Who wishes to stay unnamed is not named in the trail either, where nothing can be erased. */
static struct str credit_of(const struct disclosure *d, struct arena *arena)
{
	struct str wish = str_trim(d->credit);
	bool named = str_eq(wish, STR("named"));

	return wish.len ? object_of_two("wish", wish, "name", named ? str_trim(d->name) : STR(""), arena)
			: STR_NONE;
}

static bool read_day(
    struct db *db, int64_t id, struct instant now, struct arena *arena, struct date *out, struct err *e)
{
	struct signal_query query = { .today = DATE_NONE, .now = now };
	struct signal_file file;
	struct signal_row row;

	if (!signal_read(db, id, arena, &file, e) || !signal_row_of(db, &file.signal, &query, &row, e))
		return false;
	*out = row.acknowledge_by;
	return true;
}

bool disclosure_take(struct db *db, const struct disclosure *d, struct instant now, struct arena *arena,
    struct disclosure_receipt *out, struct err *e)
{
	SCOPED_BUF received = buf_new(LIMIT_RECORD_BYTES);
	struct change_by by = { .at = now, .program = ROLE_PUBLIC_FORM };
	struct signal_receipt receipt = { 0 };
	struct disclosure_receipt r = { .number = make_number(arena) };
	SCOPED_CHANGE *change = NULL;
	int64_t id;

	if (!check(d, e) || !change_open(db, &by, &change, e) ||
	    !write_received(db, d, by.at, r.number, &received, e))
		return false;
	receipt.received = buf_str(&received);
	receipt.contact = object_of_two("name", str_trim(d->name), "email", str_trim(d->email), arena);
	receipt.credit = credit_of(d, arena);
	if (!signal_add_within(db, change, &receipt, by, &id, e) ||
	    !read_day(db, id, by.at, arena, &r.acknowledge_by, e) || !change_close(&change, e))
		return false;
	*out = r;
	return true;
}
