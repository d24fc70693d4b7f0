/*
 * How it is read: product ids mean nothing until the product tree is known, which may stand behind the
 * vulnerabilities. So what is said of products is gathered, and given when all is read.
 */
#include "sources/vex/csaf_vex.h"

#include <stdlib.h>

#include "base/vec.h"
#include "formats/json_stream.h"
#include "limits.h"
#include "sources/feeds/csaf_tree.h"
#include "sources/feeds/start.h"
#include "sources/vex/claim.h"
#include "sources/vex/product.h"

enum word_kind { WORD_FLAG, WORD_IMPACT, WORD_REMEDY };

/* A flag, an impact or a remediation, and the products and groups it is about. */
struct word {
	enum word_kind kind;
	struct str label, text; /* label: of the flag; category of the remediation */
	size_t from, count;	/* of its names */
};

/* The id of a product, or of a group of them. */
struct name {
	struct str id;
	bool is_group;
};

/* A product under a status. Words are numbers from 1 on; 0: none. */
struct listing {
	struct str product;
	enum statement_status status;
	size_t flag, impact, remedy;
};

struct vulnerability {
	size_t ids, id_count, listings, listing_count, words, word_count; /* runs of the reader's */
};

struct reader {
	struct json *j;
	struct arena *arena; /* everything read, for as long as the document */
	struct statement_document head;
	struct str tracking_id, publisher, namespace;
	struct csaf_tree tree;
	struct draft draft; /* rows of one product */
	struct claim claim;
	struct vulnerability *vulnerabilities;
	struct listing *listings;
	struct word *words;
	struct name *names;
	struct str *ids;
	size_t count, listing_count, word_count, name_count, id_count;
	size_t room, listing_room, word_room, name_room, id_room;
};

/* --- reading --- */

static void add_id(struct reader *r, struct str id)
{
	if (id.len == 0)
		return;
	r->ids = vec_room(r->ids, &r->id_room, r->id_count + 1, sizeof(*r->ids));
	r->ids[r->id_count++] = id;
}

static void read_other_id(struct reader *r)
{
	struct str key, text = STR_NONE;

	while (json_next_key(r->j, &key))
		if (str_eq(key, STR("text")))
			draft_read_text(r->j, r->arena, &text);
		else
			json_skip(r->j);
	add_id(r, text);
}

static void read_listings(struct reader *r, enum statement_status status)
{
	while (json_next_item(r->j)) {
		struct listing l = { .status = status };

		draft_read_text(r->j, r->arena, &l.product);
		r->listings =
		    vec_room(r->listings, &r->listing_room, r->listing_count + 1, sizeof(*r->listings));
		r->listings[r->listing_count++] = l;
	}
}

/* "recommended" is advice, no status. */
static void read_status(struct reader *r)
{
	enum statement_status status;
	struct str key;

	while (json_next_key(r->j, &key))
		if (statement_status_parse(key, &status))
			read_listings(r, status);
		else
			json_skip(r->j);
}

static void read_names(struct reader *r, bool is_group)
{
	while (json_next_item(r->j)) {
		struct name n = { .is_group = is_group };

		draft_read_text(r->j, r->arena, &n.id);
		r->names = vec_room(r->names, &r->name_room, r->name_count + 1, sizeof(*r->names));
		r->names[r->name_count++] = n;
	}
}

/* An element of flags, threats or remediations. */
static void read_word(struct reader *r, enum word_kind kind)
{
	struct word w = { .kind = kind, .from = r->name_count };
	struct str key;

	while (json_next_key(r->j, &key)) {
		if (str_eq(key, STR("label")) || str_eq(key, STR("category")))
			draft_read_text(r->j, r->arena, &w.label);
		else if (str_eq(key, STR("details")))
			draft_read_text(r->j, r->arena, &w.text);
		else if (str_eq(key, STR("product_ids")))
			read_names(r, false);
		else if (str_eq(key, STR("group_ids")))
			read_names(r, true);
		else
			json_skip(r->j);
	}
	if (kind == WORD_IMPACT && !str_eq(w.label, STR("impact")))
		return;
	w.count = r->name_count - w.from;
	r->words = vec_room(r->words, &r->word_room, r->word_count + 1, sizeof(*r->words));
	r->words[r->word_count++] = w;
}

static void read_words(struct reader *r, enum word_kind kind)
{
	while (json_next_item(r->j))
		read_word(r, kind);
}

static void read_vulnerability(struct reader *r)
{
	struct vulnerability v = { .ids = r->id_count, .listings = r->listing_count, .words = r->word_count };
	struct str key, cve = STR_NONE;

	while (json_next_key(r->j, &key)) {
		if (str_eq(key, STR("cve")))
			draft_read_text(r->j, r->arena, &cve);
		else if (str_eq(key, STR("ids")))
			while (json_next_item(r->j))
				read_other_id(r);
		else if (str_eq(key, STR("product_status")))
			read_status(r);
		else if (str_eq(key, STR("flags")))
			read_words(r, WORD_FLAG);
		else if (str_eq(key, STR("threats")))
			read_words(r, WORD_IMPACT);
		else if (str_eq(key, STR("remediations")))
			read_words(r, WORD_REMEDY);
		else
			json_skip(r->j);
	}
	/* the publisher's own numbers mean something else elsewhere: a CVE id stands alone */
	if (cve.len)
		r->id_count = v.ids;
	add_id(r, cve);
	v.id_count = r->id_count - v.ids;
	v.listing_count = r->listing_count - v.listings;
	v.word_count = r->word_count - v.words;
	r->vulnerabilities =
	    vec_room(r->vulnerabilities, &r->room, r->count + 1, sizeof(*r->vulnerabilities));
	r->vulnerabilities[r->count++] = v;
}

static void read_publisher(struct reader *r)
{
	struct str key;

	while (json_next_key(r->j, &key)) {
		if (str_eq(key, STR("name")))
			draft_read_text(r->j, r->arena, &r->head.author);
		else if (str_eq(key, STR("category")))
			draft_read_text(r->j, r->arena, &r->head.role);
		else if (str_eq(key, STR("namespace")))
			draft_read_text(r->j, r->arena, &r->namespace);
		else
			json_skip(r->j);
	}
}

static void read_tracking(struct reader *r)
{
	struct str key;

	while (json_next_key(r->j, &key)) {
		if (str_eq(key, STR("id")))
			draft_read_text(r->j, r->arena, &r->tracking_id);
		else if (str_eq(key, STR("version")))
			draft_read_text(r->j, r->arena, &r->head.version);
		else if (str_eq(key, STR("initial_release_date")))
			draft_read_instant(r->j, &r->head.issued);
		else if (str_eq(key, STR("current_release_date")))
			draft_read_instant(r->j, &r->head.updated);
		else
			json_skip(r->j);
	}
}

/* In lower case; TLP 1.0 and CSAF 2.0 say white for clear. Another word is none. */
static void read_label(struct reader *r)
{
	static const char *const labels[] = { "clear", "green", "amber", "amber+strict", "red" };
	struct str text = STR_NONE;

	draft_read_text(r->j, r->arena, &text);
	if (str_eq_nocase(text, STR("white")))
		text = STR("clear");
	for (size_t i = 0; i < COUNT(labels); i++)
		if (str_eq_nocase(text, str_of(labels[i])))
			r->head.tlp = str_of(labels[i]);
}

static void read_distribution(struct reader *r)
{
	struct str key, inner;

	while (json_next_key(r->j, &key)) {
		if (!str_eq(key, STR("tlp"))) {
			json_skip(r->j);
			continue;
		}
		while (json_next_key(r->j, &inner))
			if (str_eq(inner, STR("label")))
				read_label(r);
			else
				json_skip(r->j);
	}
}

static void read_head_field(struct reader *r, struct str key)
{
	struct str text = STR_NONE;

	if (str_eq(key, STR("csaf_version"))) {
		draft_read_text(r->j, r->arena, &text);
		if (!str_starts(text, STR("2.")))
			json_refuse(r->j, "csaf_version is 2.0 or 2.1, not \"" STR_FMT "\"", STR_ARG(text));
		r->head.format = arena_printf(r->arena, "CSAF " STR_FMT, STR_ARG(text));
	} else if (str_eq(key, STR("category"))) {
		draft_read_text(r->j, r->arena, &text);
		r->head.is_withdrawn =
		    str_eq(text, STR("csaf_withdrawn")) || str_eq(text, STR("csaf_superseded"));
	} else if (str_eq(key, STR("title"))) {
		draft_read_text(r->j, r->arena, &r->head.title);
	} else if (str_eq(key, STR("distribution"))) {
		read_distribution(r);
	} else if (str_eq(key, STR("publisher"))) {
		read_publisher(r);
	} else if (str_eq(key, STR("tracking"))) {
		read_tracking(r);
	} else {
		json_skip(r->j);
	}
}

static void read_document(struct reader *r)
{
	struct str key, inner;

	while (json_next_key(r->j, &key)) {
		if (str_eq(key, STR("document"))) {
			while (json_next_key(r->j, &inner))
				read_head_field(r, inner);
		} else if (str_eq(key, STR("product_tree"))) {
			csaf_tree_read(&r->tree, r->j);
		} else if (str_eq(key, STR("vulnerabilities"))) {
			while (json_next_item(r->j))
				read_vulnerability(r);
		} else {
			json_skip(r->j);
		}
	}
}

/* --- giving --- */

static int by_product(const void *left, const void *right)
{
	const struct listing *a = left, *b = right;

	return str_cmp(a->product, b->product);
}

/* Everything that makes a statement of its own. */
static int by_words(const void *left, const void *right)
{
	const struct listing *a = left, *b = right;
	size_t x[] = { a->status, a->flag, a->impact, a->remedy };
	size_t y[] = { b->status, b->flag, b->impact, b->remedy };

	for (size_t i = 0; i < COUNT(x); i++)
		if (x[i] != y[i])
			return x[i] < y[i] ? -1 : 1;
	return 0;
}

static int by_words_and_product(const void *left, const void *right)
{
	int sign = by_words(left, right);

	return sign ? sign : by_product(left, right);
}

/* The first word of each kind stays. */
static void mark(struct listing *l, enum word_kind kind, size_t number)
{
	size_t *to = kind == WORD_FLAG ? &l->flag : kind == WORD_IMPACT ? &l->impact : &l->remedy;

	if (*to == 0)
		*to = number;
}

static void mark_product(
    struct listing *list, size_t count, struct str product, enum word_kind kind, size_t number)
{
	size_t low = 0, high = count;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (str_cmp(list[middle].product, product) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < count && str_eq(list[low].product, product); low++)
		mark(&list[low], kind, number);
}

/* A word without products is about all of them. */
static void mark_word(struct reader *r, struct listing *list, size_t count, size_t index)
{
	const struct word *w = &r->words[index];

	for (size_t i = 0; i < count && w->count == 0; i++)
		mark(&list[i], w->kind, index + 1);
	for (size_t i = 0; i < w->count; i++) {
		const struct name *n = &r->names[w->from + i];
		const struct csaf_member *members;
		size_t member_count = 0;

		if (!n->is_group) {
			mark_product(list, count, n->id, w->kind, index + 1);
			continue;
		}
		members = csaf_tree_group(&r->tree, n->id, &member_count);
		for (size_t k = 0; k < member_count; k++)
			mark_product(list, count, members[k].product, w->kind, index + 1);
	}
}

static bool set_rows(struct reader *r, struct str id, struct statement_product *p)
{
	const struct advisory *a = &r->draft.advisory;
	struct str uri;

	draft_clear(&r->draft);
	if (!csaf_tree_rows(&r->tree, id, STATUS_AFFECTED, &r->draft))
		return false;
	p->id = id;
	p->name = csaf_tree_name(&r->tree, id);
	p->rows = arena_alloc(&r->claim.arena, a->affected_count, sizeof(*p->rows));
	p->row_count = a->affected_count;
	for (size_t i = 0; i < p->row_count; i++)
		p->rows[i] = a->affected[i];
	/* a place in an SBOM, or all of one */
	for (size_t i = 0; csaf_tree_uri(&r->tree, id, i, &uri); i++)
		if (str_starts_nocase(uri, STR("urn:")) && !product_name(p, uri, &r->claim.arena))
			return false;
	return true;
}

/* "rpm/redhat/openssl" of el8 is a package of that platform already. */
static bool names_platform(const struct statement_product *p)
{
	for (size_t i = 0; i < p->row_count; i++)
		if (p->rows[i].kind == PACKAGE_PURL && p->rows[i].qualifier.len)
			return true;
	return false;
}

static bool set_product(struct reader *r, struct str id, struct statement_product *p)
{
	struct statement_product *inner;
	struct str component, platform;

	if (!set_rows(r, id, p))
		return false;
	if (!csaf_tree_parts(&r->tree, id, &component, &platform) || names_platform(p))
		return true;
	inner = arena_alloc(&r->claim.arena, 1, sizeof(*inner));
	if (!set_rows(r, component, inner) || !set_rows(r, platform, p))
		return false;
	p->id = id;
	p->subcomponents = inner;
	p->subcomponent_count = 1;
	return true;
}

static bool set_words(struct reader *r, const struct listing *l, struct err *why)
{
	struct vex_statement *s = &r->claim.s;

	if (l->impact)
		s->impact = r->words[l->impact - 1].text;
	if (l->remedy) {
		s->action = r->words[l->remedy - 1].text;
		s->responses = &r->words[l->remedy - 1].label;
		s->response_count = s->responses[0].len > 0;
	}
	if (l->flag && s->status == STATEMENT_NOT_AFFECTED &&
	    !statement_justification_parse(r->words[l->flag - 1].label, &s->justification))
		return err_fail(why, ERR_INPUT, "flag \"" STR_FMT "\" is not known",
		    STR_ARG(r->words[l->flag - 1].label));
	return true;
}

/* A run of listings with the same words, as one statement or several of LIMIT_STATEMENT_PRODUCTS. */
static bool give_run(struct reader *r, const struct vulnerability *v, const struct listing *list,
    size_t count, const struct statement_sink *out, struct err *e)
{
	struct vex_statement *s = &r->claim.s;
	struct err why = { 0 };

	claim_clear(&r->claim);
	s->ids = &r->ids[v->ids];
	s->id_count = v->id_count;
	s->status = list->status;
	s->products = arena_alloc(&r->claim.arena, count, sizeof(*s->products));
	if (!set_words(r, list, &why)) {
		err_within(&why, STR_FMT ": " STR_FMT, STR_ARG(r->head.id), STR_ARG(s->ids[0]));
		return out->warning(out->ctx, &why, e);
	}
	for (size_t i = 0; i < count; i++) {
		if (i > 0 && str_eq(list[i].product, list[i - 1].product))
			continue;
		if (!set_product(r, list[i].product, &s->products[s->product_count++]))
			return err_fail(e, ERR_LIMIT, STR_FMT ": more than %d ranges of versions",
			    STR_ARG(list[i].product), LIMIT_ADVISORY_ROWS);
	}
	return out->statement(out->ctx, s, e);
}

static bool give_vulnerability(
    struct reader *r, const struct vulnerability *v, const struct statement_sink *out, struct err *e)
{
	size_t count = v->listing_count;
	struct listing *list;
	struct err why = { 0 };

	if (count == 0)
		return true;
	list = &r->listings[v->listings];
	if (v->id_count == 0) {
		err_fail(&why, ERR_INPUT, STR_FMT ": vulnerability %zu has no id", STR_ARG(r->head.id),
		    (size_t)(v - r->vulnerabilities) + 1);
		return out->warning(out->ctx, &why, e);
	}
	vec_sort(list, count, sizeof(*list), by_product);
	for (size_t i = 0; i < v->word_count; i++)
		mark_word(r, list, count, v->words + i);
	vec_sort(list, count, sizeof(*list), by_words_and_product);
	for (size_t from = 0, to; from < count; from = to) {
		for (to = from + 1; to < count && to - from < LIMIT_STATEMENT_PRODUCTS; to++)
			if (by_words(&list[from], &list[to]) != 0)
				break;
		if (!give_run(r, v, &list[from], to - from, out, e))
			return false;
	}
	return true;
}

static bool give_all(struct reader *r, struct str name, const struct statement_sink *out, struct err *e)
{
	if (r->head.format.len == 0)
		return err_fail(e, ERR_INPUT, STR_FMT ": document.csaf_version is missing", STR_ARG(name));
	if (r->tracking_id.len == 0)
		return err_fail(e, ERR_INPUT, STR_FMT ": document.tracking.id is missing", STR_ARG(name));
	r->head.id = r->namespace.len ? arena_printf(r->arena, STR_FMT " " STR_FMT, STR_ARG(r->namespace),
					    STR_ARG(r->tracking_id))
				      : r->tracking_id;
	for (size_t i = 0; i < r->count && !r->head.is_withdrawn; i++)
		if (!give_vulnerability(r, &r->vulnerabilities[i], out, e))
			return false;
	return true;
}

static void free_reader(struct reader *r)
{
	csaf_tree_free(&r->tree);
	draft_free(&r->draft);
	claim_free(&r->claim);
	free(r->vulnerabilities);
	free(r->listings);
	free(r->words);
	free(r->names);
	free(r->ids);
}

bool csaf_vex_recognises(struct str start)
{
	return start_has(start, "document.csaf_version") || start_has(start, "document.tracking");
}

bool csaf_vex_read(struct input *in, struct statement_sink out, struct arena *arena,
    struct statement_document *head, struct err *e)
{
	SCOPED_JSON *j = json_open(in);
	struct reader r = { .j = j, .arena = arena };
	bool done;

	r.head = (struct statement_document){ .issued = INSTANT_NONE, .updated = INSTANT_NONE };
	csaf_tree_clear(&r.tree, arena);
	read_document(&r);
	done = json_finish(j, e) && give_all(&r, input_name(in), &out, e);
	if (done)
		*head = r.head;
	free_reader(&r);
	return done;
}
