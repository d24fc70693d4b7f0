/*
 * /api/v1/casefiles/{casefile}/advisory - what is published of a casefile: drafts, held to the tests of CSAF,
 * and issues; /api/v1/csaf/check - those tests on anybody's advisory (docs/man/advisory.md, csaf.md).
 */
#include "actions/intake/signal_json.h"
#include "actions/reports/publish.h"
#include "actions/reports/publish_draft.h"
#include "actions/reports/published.h"
#include "limits.h"
#include "publishing/csaf/csaf_check_json.h"
#include "server/body.h"
#include "server/tables.h"
#include "server/upload.h"

#define KEYS                                                                                                 \
	"format|status|revision|anew|why|profile|tlp|lang|title|summary|cwe|aliases|notes|references|"       \
	"affected|fixed|not_affected|under_investigation|justification|first_fixed|recommended"
#define TEXTS_MOST 256

/* What is asked for: the words of case advisory, and its format. */
struct asked {
	int64_t casefile;
	enum publish_format format;
	struct publish_saying saying;
	struct str why;
};

static bool read_format(struct str word, enum publish_format *out, struct err *e)
{
	*out = word.len ? publish_format_find(word) : PUBLISH_CSAF;
	return *out != PUBLISH_FORMAT_COUNT ||
	       err_fail(
		   e, ERR_INPUT, "format is csaf, openvex or cyclonedx, not \"" STR_FMT "\"", STR_ARG(word));
}

/* A text, or an array of texts. */
static bool read_texts(const struct body *b, const char *key, struct publication_said *out, struct err *e)
{
	struct str *texts = arena_alloc(b->arena, TEXTS_MOST, sizeof(*texts));

	out->texts = texts;
	return body_texts(b, key, texts, TEXTS_MOST, &out->count, e);
}

static bool read_asked(struct exchange *x, bool issue, struct asked *a, struct err *e)
{
	struct str format;
	struct body b;

	*a = (struct asked){ .saying = { .issue = issue, .at = publish_instant(x->at) } };
	if (!exchange_number(x, 0, &a->casefile, e) || !body_read(x, KEYS, &b, e) ||
	    !body_text(&b, "format", &format, e) || !read_format(format, &a->format, e) ||
	    !body_text(&b, "status", &a->saying.status, e) ||
	    !body_text(&b, "revision", &a->saying.revision, e) ||
	    !body_bool(&b, "anew", &a->saying.anew, e) || !body_text(&b, "why", &a->why, e))
		return false;
	for (size_t i = 0; i < PUBLISH_WORDS; i++)
		if (!read_texts(&b, publish_words[i].key, &a->saying.given[i], e))
			return false;
	return true;
}

/* What was issued of the casefile before, and where the last of it stands for everybody. */
static bool put_issued(struct exchange *x, struct json_out *w, const struct publish_draft *d, struct err *e)
{
	const struct publication_facts *f = &d->facts;
	struct csaf_listed *all;
	size_t count;

	if (!published_all(x->db, &x->arena, &all, &count, e))
		return false;
	json_key(w, "issued");
	json_open_array(w);
	for (size_t i = 0; i < f->issued_count; i++) {
		if (f->issued[i].casefile != f->casefile->casefile.id)
			continue;
		json_open_object(w);
		json_field_text(w, "id", f->issued[i].id);
		json_field_int(w, "version", f->issued[i].number);
		json_field_instant(w, "at", f->issued[i].at);
		json_field_text(w, "revision", f->issued[i].summary);
		json_close_object(w);
	}
	json_close_array(w);
	json_key(w, "public_at");
	for (size_t i = 0; i < count; i++)
		if (str_eq(all[i].id, d->publication.id)) {
			json_put_text(
			    w, arena_printf(&x->arena, "/advisories/" STR_FMT, STR_WHOLE(all[i].place)));
			return true;
		}
	json_put_null(w);
	return true;
}

static bool put_embargoes(struct exchange *x, struct json_out *w, int64_t casefile, struct err *e)
{
	struct signal *signals;
	size_t count;

	if (!signal_embargoes(x->db, casefile, x->at, &x->arena, &signals, &count, e))
		return false;
	json_key(w, "embargoes");
	signal_embargoes_json(w, signals, count);
	return true;
}

static void put_left_out(struct exchange *x, struct json_out *w, const struct publish_draft *d)
{
	struct str *versions;
	size_t count;

	publish_left_out(d, &x->arena, &versions, &count);
	json_key(w, "left_out");
	json_open_array(w);
	for (size_t i = 0; i < count; i++)
		json_put_text(w, versions[i]);
	json_close_array(w);
}

static bool put_draft(struct exchange *x, struct json_out *w, const struct asked *a,
    const struct publish_draft *d, struct err *e)
{
	SCOPED_BUF document = buf_new(LIMIT_RECORD_BYTES);
	struct csaf_verdict verdict;

	if (!publish_write_draft(&d->publication, a->format, &document, e) ||
	    !publish_check(&d->publication, &x->arena, &verdict, e))
		return false;
	json_field_text(w, "format", str_of(publish_format_word(a->format)));
	json_key(w, "document");
	json_put_written(w, str_trim(buf_str(&document)));
	json_key(w, "tests");
	csaf_verdict_json(w, csaf_file_name(d->publication.id, &x->arena), &verdict, CSAF_INFORMATIVE);
	put_left_out(x, w, d);
	return put_embargoes(x, w, a->casefile, e) && put_issued(x, w, d, e);
}

static bool answer_draft(struct exchange *x, const struct asked *a, struct err *e)
{
	struct publish_draft d = { 0 };
	struct json_out *w;

	if (!publish_draft(x->db, a->casefile, &a->saying, &x->arena, &d, e))
		return false;
	w = answer_json(x);
	json_open_object(w);
	if (!put_draft(x, w, a, &d, e)) {
		json_out_drop(w);
		return false;
	}
	json_close_object(w);
	return answer_json_close(x, w, e);
}

/* With what the issue before said. */
static bool get_draft(struct exchange *x, struct err *e)
{
	struct asked a = { .saying = { .at = publish_instant(x->at) } };
	struct str format;

	return exchange_number(x, 0, &a.casefile, e) && exchange_query(x, "format", &format, e) &&
	       read_format(format, &a.format, e) && answer_draft(x, &a, e);
}

static bool post_draft(struct exchange *x, struct err *e)
{
	struct asked a;

	return read_asked(x, false, &a, e) && answer_draft(x, &a, e);
}

static bool answer_issued(
    struct exchange *x, int64_t record, const struct publication_issue *i, struct err *e)
{
	const struct publication *p = i->publication;
	struct sha256 digest = sha256_of(i->document);
	char hex[SHA256_HEX_SIZE];
	struct json_out *w;

	x->answer.status = 201;
	w = answer_json(x);
	json_open_object(w);
	json_field_int(w, "record", record);
	json_field_text(w, "id", p->id);
	json_field_int(w, "version", p->revisions[p->revision_count - 1].number);
	json_field_text(w, "status", str_of(publication_status_word(p->status)));
	json_field_text(w, "tlp", p->tlp);
	json_field_text(w, "sha256", str_of(sha256_hex(&digest, hex)));
	json_key(w, "document");
	json_put_written(w, str_trim(i->document));
	json_close_object(w);
	return answer_json_close(x, w, e);
}

static bool post_issue(struct exchange *x, struct err *e)
{
	SCOPED_BUF document = buf_new(LIMIT_RECORD_BYTES);
	struct publication_issue i;
	struct publish_draft d = { 0 };
	struct asked a;
	int64_t record;

	if (!read_asked(x, true, &a, e) || !publish_draft(x->db, a.casefile, &a.saying, &x->arena, &d, e) ||
	    !publish_write(&d.publication, a.format, &document, e))
		return false;
	i = (struct publication_issue){ &d.facts, &d.request, &d.publication, a.format, buf_str(&document) };
	return publish_issue(x->db, &i, exchange_by(x, a.why), &record, e) && answer_issued(x, record, &i, e);
}

static bool read_level(struct exchange *x, enum csaf_level *level, struct err *e)
{
	struct str word;

	*level = CSAF_OPTIONAL;
	if (!exchange_query(x, "level", &word, e) || !word.ptr)
		return !e->code;
	for (int i = 0; i < CSAF_LEVEL_COUNT; i++)
		if (str_eq(word, str_of(csaf_level_name((enum csaf_level)i)))) {
			*level = (enum csaf_level)i;
			return true;
		}
	return err_fail(e, ERR_USAGE, "query: level is mandatory, optional or informative");
}

static bool check_upload(struct exchange *x, const struct upload *u, enum csaf_level level, struct err *e)
{
	const struct json_node *root;
	struct csaf_verdict verdict;
	SCOPED_INPUT *in = NULL;
	struct json_out *w;

	if (!input_open_file(u->path, &in, e) || !json_tree_read(in, &x->arena, &root, e))
		return upload_blame(u, e);
	csaf_check(root, upload_name(u), &x->arena, &verdict);
	w = answer_json(x);
	csaf_verdict_json(w, upload_name(u), &verdict, level);
	return answer_json_close(x, w, e);
}

/* Nothing is kept of it. */
static bool post_check(struct exchange *x, struct err *e)
{
	enum csaf_level level;
	struct upload u;
	bool done;

	if (!read_level(x, &level, e) || !upload_take(x, &x->arena, &u, e))
		return false;
	done = check_upload(x, &u, level, e);
	upload_end(&u);
	return done;
}

const struct route routes_advisories[] = {
	{ METHOD_GET, "/api/v1/casefiles/{casefile}/advisory", get_draft, ROUTE_SLOW, 0, NULL },
	{ METHOD_POST, "/api/v1/casefiles/{casefile}/advisory", post_issue, 0, 0, "casefile.advisory" },
	{ METHOD_POST, "/api/v1/casefiles/{casefile}/advisory/draft", post_draft, ROUTE_SLOW, 0, NULL },
	{ METHOD_POST, "/api/v1/csaf/check", post_check, ROUTE_UPLOAD | ROUTE_SLOW, 0, NULL },
	{ 0 },
};
