#include "sources/feeds/eol.h"

#include "base/arena.h"
#include "formats/json_stream.h"
#include "identity/purl.h"
#include "limits.h"
#include "sources/feeds/draft.h"
#include "sources/lifecycle.h"

/* A product while it is being read; everything is in the record's arena. */
struct product {
	struct lifecycle made;
	size_t name_room, cycle_room;
	struct str *aliases;
	size_t alias_count, alias_room;
	bool is_distribution;
};

static void add_name(struct product *p, struct arena *record, int kind, struct str name)
{
	struct lifecycle *l = &p->made;

	if (name.len == 0)
		return;
	for (size_t i = 0; i < l->name_count; i++)
		if (l->names[i].kind == kind && str_eq(l->names[i].name, name))
			return;
	l->names = arena_room(record, l->names, l->name_count, &p->name_room, sizeof(*l->names));
	l->names[l->name_count++] = (struct life_name){ kind, name };
}

/* A date, or null. One that cannot be read is unknown: no record is lost for it. */
static struct date read_date(struct json *j, struct arena *record)
{
	struct str text = { 0 };
	struct date date;
	struct err unread;

	draft_read_text(j, record, &text);
	return date_parse(str_trim(text), &date, &unread) ? date : DATE_NONE;
}

static bool read_yes(struct json *j)
{
	bool yes = false;

	if (json_peek(j) == JSON_BOOL)
		json_bool(j, &yes);
	else
		json_skip(j);
	return yes;
}

static void read_release(struct product *p, struct json *j, struct arena *record)
{
	struct life_cycle c = {
		.end_of_support = DATE_NONE, .end_of_life = DATE_NONE, .end_of_extended = DATE_NONE
	};
	struct lifecycle *l = &p->made;
	struct str key;

	while (json_next_key(j, &key)) {
		if (str_eq(key, STR("name")))
			draft_read_text(j, record, &c.name);
		else if (str_eq(key, STR("eoasFrom")))
			c.end_of_support = read_date(j, record);
		else if (str_eq(key, STR("eolFrom")))
			c.end_of_life = read_date(j, record);
		else if (str_eq(key, STR("eoesFrom")))
			c.end_of_extended = read_date(j, record);
		else if (str_eq(key, STR("isEol")))
			c.has_ended = read_yes(j);
		else
			json_skip(j);
	}
	if (c.name.len == 0)
		return;
	l->cycles = arena_room(record, l->cycles, l->cycle_count, &p->cycle_room, sizeof(*l->cycles));
	l->cycles[l->cycle_count++] = c;
}

/* "cpe:2.3:o:debian:debian_linux" or "cpe:/o:debian:debian_linux": part, vendor and product, and nothing
 * behind. */
static void add_cpe(struct product *p, struct str id, struct arena *record)
{
	struct str rest = str_starts(id, STR("cpe:2.3:")) ? str_from(id, 8)
			  : str_starts(id, STR("cpe:/"))  ? str_from(id, 5)
							  : STR("");
	size_t colons = 0;

	for (size_t i = 0; i < rest.len; i++) {
		colons += rest.ptr[i] == ':';
		if (rest.ptr[i] == '*')
			return;
	}
	if (colons == 2)
		add_name(p, record, PACKAGE_CPE, draft_lower(rest, record));
}

static void add_purl(struct product *p, struct str id, struct arena *record)
{
	SCOPED_BUF package = buf_new(LIMIT_PURL_BYTES);
	struct purl purl;
	struct err unread;

	if (!purl_parse(id, record, &purl, &unread))
		return;
	purl_write_package(&purl, &package);
	add_name(p, record, PACKAGE_PURL, arena_copy(record, buf_str(&package)));
}

static void read_identifier(struct product *p, struct json *j, struct arena *record)
{
	struct str key, type = { 0 }, id = { 0 };

	while (json_next_key(j, &key)) {
		if (str_eq(key, STR("type")))
			draft_read_text(j, record, &type);
		else if (str_eq(key, STR("id")))
			draft_read_text(j, record, &id);
		else
			json_skip(j);
	}
	if (str_eq(type, STR("cpe")))
		add_cpe(p, id, record);
	else if (str_eq(type, STR("purl")))
		add_purl(p, id, record);
}

static void read_aliases(struct product *p, struct json *j, struct arena *record)
{
	while (json_next_item(j)) {
		struct str alias = { 0 };

		draft_read_text(j, record, &alias);
		p->aliases = arena_room(record, p->aliases, p->alias_count, &p->alias_room, sizeof(alias));
		p->aliases[p->alias_count++] = alias;
	}
}

static void read_product(struct product *p, struct json *j, struct arena *record)
{
	struct str key, category = { 0 };

	while (json_next_key(j, &key)) {
		if (str_eq(key, STR("name")))
			draft_read_text(j, record, &p->made.product);
		else if (str_eq(key, STR("label")))
			draft_read_text(j, record, &p->made.label);
		else if (str_eq(key, STR("category")))
			draft_read_text(j, record, &category);
		else if (str_eq(key, STR("aliases")))
			read_aliases(p, j, record);
		else if (str_eq(key, STR("identifiers")))
			while (json_next_item(j))
				read_identifier(p, j, record);
		else if (str_eq(key, STR("releases")))
			while (json_next_item(j))
				read_release(p, j, record);
		else
			json_skip(j);
	}
	p->is_distribution = str_eq(category, STR("os"));
	if (p->is_distribution)
		add_name(p, record, LIFE_DISTRIBUTION, p->made.product);
	for (size_t i = 0; i < p->alias_count && p->is_distribution; i++)
		add_name(p, record, LIFE_DISTRIBUTION, p->aliases[i]);
	if (p->made.label.len == 0)
		p->made.label = p->made.product;
	if (p->made.product.len == 0)
		json_refuse(j, "a product without a name");
}

static bool take_product(struct json *j, struct arena *record, const struct advisory_sink *out, struct err *e)
{
	struct product p = { 0 };
	struct err why = { 0 };

	arena_reset(record);
	json_record_begin(j, false);
	read_product(&p, j, record);
	if (!json_record_end(j, &why))
		return json_failed(j) || out->skipped(out->ctx, &why, e);
	return !out->lifecycle || out->lifecycle(out->ctx, &p.made, e) ||
	       err_within(e, STR_FMT, STR_ARG(p.made.product));
}

static bool take_result(struct json *j, const struct advisory_sink *out, struct err *e)
{
	SCOPED_ARENA record = { .limit = LIMIT_RECORD_BYTES };

	if (json_peek(j) != JSON_ARRAY)
		return take_product(j, &record, out, e);
	while (json_next_item(j))
		if (!take_product(j, &record, out, e))
			return false;
	return true;
}

static bool take_date(struct json *j, const struct advisory_sink *out, struct err *e)
{
	struct instant made = INSTANT_NONE;

	if (!draft_read_instant(j, &made) || !instant_is_known(made) || !out->list_date)
		return true;
	return out->list_date(out->ctx, EOL_SOURCE, made, e);
}

bool eol_read(struct input *in, struct advisory_sink out, struct err *e)
{
	SCOPED_JSON *j = json_open(in);
	struct str key;

	while (json_next_key(j, &key)) {
		bool good = true;

		if (str_eq(key, STR("generated_at")))
			good = take_date(j, &out, e);
		else if (str_eq(key, STR("result")))
			good = take_result(j, &out, e);
		else
			json_skip(j);
		if (!good)
			return false;
	}
	return json_finish(j, e);
}
