/*
 * /api/v1/sbom/check, /api/v1/sbom/diff, .../sbom/check, .../sbom/diff - is an SBOM complete and sound, and
 * what changed between two (docs/man/sbom-check.md). What is handed in here is kept nowhere.
 */
#include "actions/firm_day.h"
#include "actions/sboms/check_sbom.h"
#include "actions/sboms/diff_sboms.h"
#include "formats/unpack.h"
#include "limits.h"
#include "reports/sbom_check_json.h"
#include "reports/sbom_diff_json.h"
#include "server/tables.h"
#include "server/upload.h"

struct asked {
	enum check_regime regime;
	struct date today;
};

static bool read_asked(struct exchange *x, struct asked *out, struct err *e)
{
	struct date today = DATE_NONE;
	struct str word;

	out->regime = CHECK_FDA;
	if (!exchange_query(x, "require", &word, e) || !exchange_query_date(x, "today", &today, e) ||
	    !firm_day(x->db, today, x->at, &out->today, e))
		return false;
	return !word.ptr || check_regime_find(word, &out->regime) ||
	       err_fail(
		   e, ERR_USAGE, "query: require is ntia, cisa or fda, not \"" STR_FMT "\"", STR_ARG(word));
}

static bool answer_check(
    struct exchange *x, struct checked_sbom *s, const struct asked *asked, struct str called, struct err *e)
{
	struct json_out *w = answer_json(x);

	if (called.len)
		s->reading.file = called;
	checked_sbom_json(w, s, asked->regime);
	return answer_json_close(x, w, e);
}

static bool check_upload(struct exchange *x, const struct upload *u, const struct asked *asked, struct err *e)
{
	SCOPED_CHECKED_SBOM s = { 0 };

	return (check_sbom(u->path, asked->today, &x->arena, &s, e) || upload_blame(u, e)) &&
	       check_sbom_file_lives(x->db, u->path, asked->today, &x->arena, &s, e) &&
	       answer_check(x, &s, asked, upload_name(u), e);
}

static bool post_check(struct exchange *x, struct err *e)
{
	struct asked asked;
	struct upload u;
	bool done;

	if (!read_asked(x, &asked, e) || !upload_take(x, &x->arena, &u, e))
		return false;
	done = check_upload(x, &u, &asked, e);
	upload_end(&u);
	return done;
}

/* The newest document of the release. */
static bool get_check(struct exchange *x, struct err *e)
{
	struct kept_sbom which = { x->params[0], x->params[1] };
	SCOPED_CHECKED_SBOM s = { 0 };
	struct asked asked;

	return read_asked(x, &asked, e) && check_kept_sbom(x->db, &which, asked.today, &x->arena, &s, e) &&
	       answer_check(x, &s, &asked, STR(""), e);
}

static bool answer_diff(
    struct exchange *x, const struct sbom_side *from, const struct sbom_side *to, struct err *e)
{
	struct sbom_diff d;
	struct json_out *w;

	diff_sboms(from, to, &x->arena, &d);
	w = answer_json(x);
	sbom_diff_write(from->name, to->name, &d, w);
	return answer_json_close(x, w, e);
}

static bool get_diff(struct exchange *x, struct err *e)
{
	struct sbom_side from, to;
	struct str version;

	if (!exchange_query(x, "from", &version, e))
		return false;
	if (!version.len)
		return err_fail(e, ERR_USAGE, "query: from is missing: the release to compare with");
	return sbom_side_of_release(x->db, x->params[0], version, &x->arena, &from, e) &&
	       sbom_side_of_release(x->db, x->params[0], x->params[1], &x->arena, &to, e) &&
	       answer_diff(x, &from, &to, e);
}

static bool diff_upload(struct exchange *x, const struct upload *u, struct err *e)
{
	SCOPED_LOADED_SBOM loaded = { 0 };
	struct sbom_side from, to;

	if (!sbom_side_of_release(x->db, x->params[0], x->params[1], &x->arena, &from, e))
		return false;
	if (!load_sbom(u->path, &x->arena, &loaded, e))
		return upload_blame(u, e);
	to = sbom_side_of_document(&loaded);
	to.name = upload_name(u);
	return answer_diff(x, &from, &to, e);
}

/* From what the release has to the document: what it would change. */
static bool post_diff(struct exchange *x, struct err *e)
{
	struct upload u;
	bool done;

	if (!upload_take(x, &x->arena, &u, e))
		return false;
	done = diff_upload(x, &u, e);
	upload_end(&u);
	return done;
}

/* Two documents, in one archive. */
struct pair {
	struct exchange *x;
	const struct upload *file;
	struct loaded_sbom sboms[2];
	size_t count;
};

static bool take_one(void *ctx, struct input *in, struct err *e)
{
	SCOPED_BUF bytes = buf_new(LIMIT_SBOM_BYTES);
	struct pair *p = ctx;
	struct str name = str_from(input_name(in), strlen(p->file->path)), folder;

	if (p->count == 2)
		return err_fail(e, ERR_INPUT, "holds more than two documents");
	str_cut_last(&name, ':', &folder);
	if (!input_read_all(in, &bytes, e) || !load_sbom_bytes(arena_copy(&p->x->arena, str_trim(name)),
						  buf_str(&bytes), &p->x->arena, &p->sboms[p->count], e))
		return false;
	p->count++;
	return true;
}

static bool diff_pair(struct pair *p, struct err *e)
{
	struct sbom_side sides[2];

	if (!unpack_path(p->file->path, (struct unpack_sink){ p, take_one }, e)) {
		upload_blame(p->file, e);
		return !str_starts(str_of(e->text), upload_name(p->file)) &&
		       err_within(e, STR_FMT, STR_ARG(upload_name(p->file)));
	}
	if (p->count != 2)
		return err_fail(e, ERR_INPUT,
		    STR_FMT ": an archive of two documents is expected, this has %zu",
		    STR_ARG(upload_name(p->file)), p->count);
	for (size_t i = 0; i < 2; i++)
		sides[i] = sbom_side_of_document(&p->sboms[i]);
	return answer_diff(p->x, &sides[0], &sides[1], e);
}

/* From the first of them to the second. */
static bool post_diff_pair(struct exchange *x, struct err *e)
{
	struct pair p = { .x = x };
	struct upload u;
	bool done;

	if (!upload_take(x, &x->arena, &u, e))
		return false;
	p.file = &u;
	done = diff_pair(&p, e);
	loaded_sbom_clear(&p.sboms[0]);
	loaded_sbom_clear(&p.sboms[1]);
	upload_end(&u);
	return done;
}

#define SBOM "/api/v1/devices/{device}/releases/{release}/sbom"

const struct route routes_sbom_checks[] = {
	{ METHOD_POST, "/api/v1/sbom/check", post_check, ROUTE_UPLOAD | ROUTE_SLOW, 0, NULL },
	{ METHOD_POST, "/api/v1/sbom/diff", post_diff_pair, ROUTE_UPLOAD | ROUTE_SLOW, 0, NULL },
	{ METHOD_GET, SBOM "/check", get_check, ROUTE_SLOW, 0, NULL },
	{ METHOD_GET, SBOM "/diff", get_diff, ROUTE_SLOW, 0, NULL },
	{ METHOD_POST, SBOM "/diff", post_diff, ROUTE_UPLOAD | ROUTE_SLOW, 0, NULL },
	{ 0 },
};
