/*
 * /advisories/, /.well-known/ - what anybody may read without signing in: the advisories that somebody has
 * issued for everybody, as a CSAF provider serves them (CSAF 2.0, 7.1), and whom one writes to.
 */
#include "actions/reports/published.h"
#include "base/crypto.h"
#include "limits.h"
#include "publishing/advisory_page.h"
#include "publishing/security_txt.h"
#include "server/tables.h"
#include "store/casefiles.h"

#define SECURITY_TXT_BYTES (16UL * 1024)
#define PAGE_POLICY                                                                                          \
	"default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; "           \
	"form-action 'none'"

static bool read_firm(struct exchange *x, struct firm_profile *firm, struct err *e)
{
	struct str profile;

	return setting_get(x->db, "profile", &x->arena, &profile, e) &&
	       firm_profile_read(profile, &x->arena, firm, e);
}

static bool get_security_txt(struct exchange *x, struct err *e)
{
	struct firm_profile firm = { 0 };
	struct csaf_listed *all;
	struct err unread;
	size_t count;

	if (!read_firm(x, &firm, e))
		return false;
	/* an advisory that is damaged takes the way to report from nobody */
	if (!published_all(x->db, &x->arena, &all, &count, &unread))
		count = 0;
	x->answer.body = buf_new(SECURITY_TXT_BYTES);
	if (!security_txt_write(&firm, count > 0, x->at, &x->answer.body))
		return err_fail(e, ERR_ABSENT,
		    "the manufacturer has not stated yet whom one writes to about the security of its "
		    "devices");
	x->answer.type = "text/plain; charset=utf-8";
	x->answer.status = 200;
	return true;
}

static bool get_page(struct exchange *x, struct err *e)
{
	struct firm_profile firm = { 0 };
	struct csaf_listed *all;
	struct html *h;
	size_t count;

	if (!read_firm(x, &firm, e) || !published_all(x->db, &x->arena, &all, &count, e))
		return false;
	x->answer.body = buf_new(LIMIT_ANSWER_BYTES);
	h = html_buf(&x->answer.body);
	advisory_page_write(all, count, firm.name, h);
	if (!html_close(h))
		return err_fail(e, ERR_LIMIT, "there are too many advisories for a page");
	answer_header(x, "Content-Security-Policy", STR(PAGE_POLICY));
	x->answer.type = "text/html; charset=utf-8";
	x->answer.status = 200;
	return true;
}

/* Lists that name addresses take the one that is stated, and something to list. */
static bool read_lists(
    struct exchange *x, struct str *url, struct csaf_listed **all, size_t *count, struct err *e)
{
	struct firm_profile firm = { 0 };

	if (!read_firm(x, &firm, e) || !published_all(x->db, &x->arena, all, count, e))
		return false;
	if (!firm.advisory_url.len)
		return err_fail(e, ERR_ABSENT,
		    "the manufacturer has not stated yet under which address its advisories stand");
	*url = str_ends(firm.advisory_url, STR("/"))
		   ? firm.advisory_url
		   : arena_printf(&x->arena, STR_FMT "/", STR_WHOLE(firm.advisory_url));
	return *count > 0 || err_fail(e, ERR_ABSENT, "no advisory has been published yet");
}

static bool get_metadata(struct exchange *x, struct err *e)
{
	struct csaf_listed *all;
	struct json_out *w;
	struct str url;
	size_t count;

	if (!read_lists(x, &url, &all, &count, e))
		return false;
	w = answer_json(x);
	csaf_metadata_write(all, count, url, &x->arena, w);
	return answer_json_close(x, w, e);
}

static bool get_feed(struct exchange *x, struct err *e)
{
	struct csaf_listed *all;
	struct json_out *w;
	struct str url;
	size_t count;

	if (!read_lists(x, &url, &all, &count, e))
		return false;
	w = answer_json(x);
	csaf_feed_write(all, count, CSAF_WHITE, url, &x->arena, w);
	return answer_json_close(x, w, e);
}

static bool answer_list(struct exchange *x, const char *type,
    void (*write)(const struct csaf_listed *all, size_t count, enum csaf_label label, struct buf *out),
    struct err *e)
{
	struct csaf_listed *all;
	size_t count;

	if (!published_all(x->db, &x->arena, &all, &count, e))
		return false;
	x->answer.body = buf_new(LIMIT_ANSWER_BYTES);
	write(all, count, CSAF_WHITE, &x->answer.body);
	x->answer.type = type;
	x->answer.status = 200;
	return true;
}

static bool get_index(struct exchange *x, struct err *e)
{
	return answer_list(x, "text/plain; charset=utf-8", csaf_index_write, e);
}

static bool get_changes(struct exchange *x, struct err *e)
{
	return answer_list(x, "text/csv; charset=utf-8", csaf_changes_write, e);
}

/* As sha256sum and sha512sum write it, and check it (7.1.18 asks for one of them). */
static void answer_digest(struct exchange *x, const struct published *p, struct str name, bool longer)
{
	struct sha256 digest = sha256_of(p->document);
	char hex[SHA512_HEX_SIZE];

	x->answer.body = buf_new(SECURITY_TXT_BYTES);
	buf_printf(&x->answer.body, "%s  " STR_FMT "\n",
	    longer ? sha512_hex_of(p->document, hex) : sha256_hex(&digest, hex), STR_WHOLE(name));
	x->answer.type = "text/plain; charset=utf-8";
}

static bool get_document(struct exchange *x, struct err *e)
{
	struct str name = x->params[1];
	bool longer = str_ends(name, STR(".sha512"));
	bool wants_digest = longer || str_ends(name, STR(".sha256"));
	struct published p;

	if (wants_digest)
		name = str_first(name, name.len - STR(".sha256").len);
	if (!published_find(x->db,
		arena_printf(&x->arena, "white/" STR_FMT "/" STR_FMT, STR_ARG(x->params[0]), STR_ARG(name)),
		&x->arena, &p, e))
		return false;
	if (wants_digest) {
		answer_digest(x, &p, name, longer);
	} else {
		x->answer.body = buf_new(p.document.len + 1);
		buf_add(&x->answer.body, p.document);
		x->answer.type = "application/json";
	}
	x->answer.status = 200;
	return true;
}

#define EVERYBODY (ROUTE_PUBLIC | ROUTE_SLOW)

const struct route routes_publications[] = {
	{ METHOD_GET, "/.well-known/security.txt", get_security_txt, EVERYBODY, 0, NULL },
	{ METHOD_GET, "/.well-known/csaf/provider-metadata.json", get_metadata, EVERYBODY, 0, NULL },
	{ METHOD_GET, "/advisories/", get_page, EVERYBODY, 0, NULL },
	{ METHOD_GET, "/advisories/provider-metadata.json", get_metadata, EVERYBODY, 0, NULL },
	{ METHOD_GET, "/advisories/white/index.txt", get_index, EVERYBODY, 0, NULL },
	{ METHOD_GET, "/advisories/white/changes.csv", get_changes, EVERYBODY, 0, NULL },
	{ METHOD_GET, "/advisories/white/csaf-feed-tlp-white.json", get_feed, EVERYBODY, 0, NULL },
	{ METHOD_GET, "/advisories/white/{year}/{name}", get_document, EVERYBODY, 0, NULL },
	{ 0 },
};
