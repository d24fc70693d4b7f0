#include "actions/field/import_gudid.h"

#include "actions/digest_file.h"
#include "actions/field/register_device.h"
#include "formats/json_write.h"
#include "formats/unpack.h"
#include "identity/udi.h"
#include "limits.h"
#include "store/change.h"
#include "store/devices.h"

struct walking {
	const struct gudid_filter *filter;
	struct gudid_sink sink;
	struct gudid_count count;
};

static bool has_words(struct str text, struct str words)
{
	for (size_t i = 0; i + words.len <= text.len; i++)
		if (str_eq_nocase(str_first(str_from(text, i), words.len), words))
			return true;
	return words.len == 0;
}

/* The same identifier, however many zeros stand in front of it or check characters behind. */
static bool same_di(struct str a, struct str b)
{
	SCOPED_ARENA arena = { 0 };
	struct udi x, y;
	struct err none;

	if (str_eq(a, b))
		return true;
	return udi_parse_di(a, UDI_UNKNOWN, &arena, &x, &none) &&
	       udi_parse_di(b, UDI_UNKNOWN, &arena, &y, &none) && str_eq(x.di, y.di);
}

static bool is_asked_for(const struct gudid_filter *f, const struct gudid_device *d)
{
	if (!has_words(d->company, f->company) || !has_words(d->brand, f->brand))
		return false;
	for (size_t i = 0; i < f->di_count; i++)
		if (same_di(d->di, f->dis[i]))
			return true;
	return f->di_count == 0;
}

static bool take_device(void *ctx, const struct gudid_device *d, struct err *e)
{
	struct walking *w = ctx;

	w->count.records++;
	return !is_asked_for(w->filter, d) || w->sink.device(w->sink.ctx, d, e);
}

static void take_bad(void *ctx, const struct err *why)
{
	struct walking *w = ctx;

	w->count.bad++;
	if (w->sink.bad)
		w->sink.bad(w->sink.ctx, why);
}

static bool take_input(void *ctx, struct input *in, struct err *e)
{
	return gudid_read(in, (struct gudid_sink){ ctx, take_device, take_bad }, e);
}

bool gudid_walk(const char *path, const struct gudid_filter *filter, struct gudid_sink sink,
    struct gudid_count *count, struct err *e)
{
	struct walking w = { .filter = filter, .sink = sink };

	if (!unpack_path(path, (struct unpack_sink){ &w, take_input }, e))
		return false;
	*count = w.count;
	return true;
}

/* What is read, before anything is changed. */
struct picked {
	struct arena *arena;
	struct gudid_device *devices;
	size_t count, room;
};

static struct str copy(struct picked *p, struct str text)
{
	return arena_copy(p->arena, text);
}

static bool pick(void *ctx, const struct gudid_device *d, struct err *e)
{
	struct picked *p = ctx;
	struct gudid_device *to;

	(void)e;
	p->devices = arena_room(p->arena, p->devices, p->count, &p->room, sizeof(*p->devices));
	to = &p->devices[p->count++];
	*to = *d;
	to->di = copy(p, d->di);
	to->brand = copy(p, d->brand);
	to->term = copy(p, d->term);
	to->model = copy(p, d->model);
	to->catalog = copy(p, d->catalog);
	to->distribution = copy(p, d->distribution);
	to->combination_product = copy(p, d->combination_product);
	to->premarket_exempt = copy(p, d->premarket_exempt);
	to->identifiers = arena_alloc(p->arena, d->identifier_count, sizeof(*to->identifiers));
	for (size_t i = 0; i < d->identifier_count; i++)
		to->identifiers[i].di = copy(p, d->identifiers[i].di);
	to->products = arena_alloc(p->arena, d->product_count, sizeof(*to->products));
	for (size_t i = 0; i < d->product_count; i++)
		to->products[i] =
		    (struct gudid_product){ copy(p, d->products[i].code), copy(p, d->products[i].name) };
	to->submissions = arena_alloc(p->arena, d->submission_count, sizeof(*to->submissions));
	for (size_t i = 0; i < d->submission_count; i++)
		to->submissions[i] = copy(p, d->submissions[i]);
	return true;
}

static bool check_all_found(const struct gudid_import *what, const struct picked *p, struct err *e)
{
	for (size_t i = 0; i < what->di_count; i++) {
		bool found = false;

		for (size_t k = 0; k < p->count && !found; k++)
			found = same_di(p->devices[k].di, what->dis[i]);
		if (!found)
			return err_fail(e, ERR_INPUT, "%s has no record of device identifier " STR_FMT,
			    what->path, STR_ARG(what->dis[i]));
	}
	return true;
}

struct importing {
	struct db *db;
	struct arena *arena;
	const struct gudid_import *what;
	struct gudid_taken *taken;
	size_t count, room;
	struct str device, di; /* at work */
	bool is_new;
};

static void tell(
    struct importing *im, enum gudid_fate fate, const char *key, struct str says, struct str stands)
{
	im->taken = arena_room(im->arena, im->taken, im->count, &im->room, sizeof(*im->taken));
	im->taken[im->count++] =
	    (struct gudid_taken){ im->device, im->di, im->is_new, fate, str_of(key), says, stands };
}

static void take_field(struct importing *im, struct device_profile *p, const char *name, struct str says)
{
	const struct device_field *f = device_fields;
	struct err why = { 0 };
	struct str stands;

	while (strcmp(f->name, name) != 0)
		f++;
	stands = device_field_text(&p->device, f);
	if (says.len == 0 || str_eq(stands, says))
		return;
	if (stands.len)
		tell(im, GUDID_KEPT, name, says, stands);
	else if (!device_field_set(&p->device, f, says, im->arena, &why))
		tell(im, GUDID_REFUSED, name, says, arena_copy(im->arena, str_of(why.text)));
	else
		tell(im, GUDID_FILLED, name, says, STR(""));
}

static void take_number(
    struct importing *im, struct device_profile *p, enum device_list list, struct str says)
{
	const char *name = device_list_name(list);
	size_t before = p->lists[list].count;
	struct err why = { 0 };

	if (says.len == 0)
		return;
	if (!device_list_add(p, list, says, im->arena, &why))
		tell(im, GUDID_REFUSED, name, says, arena_copy(im->arena, str_of(why.text)));
	else if (p->lists[list].count > before)
		tell(im, GUDID_ADDED, name, says, STR(""));
}

/* Its identifiers, but for those that another device has. */
static bool take_identifiers(
    struct importing *im, struct device_profile *p, const struct gudid_device *g, struct err *e)
{
	for (size_t i = 0; i < g->identifier_count; i++) {
		struct device holder;

		if (!device_find(im->db, g->identifiers[i].di, im->arena, &holder, e))
			return false;
		if (holder.id && holder.id != p->device.id)
			tell(im, GUDID_REFUSED, device_list_name(DEVICE_UDI_DI), g->identifiers[i].di,
			    arena_printf(im->arena, "device \"" STR_FMT "\" has it", STR_ARG(holder.name)));
		else
			take_number(im, p, DEVICE_UDI_DI, g->identifiers[i].di);
	}
	return true;
}

/* Where all submissions are of one kind. */
static struct str pathway_of(const struct gudid_device *g)
{
	static const struct {
		const char *begins, *pathway;
	} kinds[] = { { "K", "510k" }, { "BK", "510k" }, { "DEN", "denovo" }, { "P", "pma" }, { "BP", "pma" },
		{ "N", "pma" }, { "H", "hde" } };
	struct str pathway = STR("");

	if (g->submission_count == 0 && str_eq(g->premarket_exempt, STR("true")))
		return STR("exempt");
	for (size_t i = 0; i < g->submission_count; i++)
		for (size_t k = 0; k < COUNT(kinds); k++) {
			if (!str_starts(g->submissions[i], str_of(kinds[k].begins)))
				continue;
			if (pathway.len && !str_eq(pathway, str_of(kinds[k].pathway)))
				return STR("");
			pathway = str_of(kinds[k].pathway);
		}
	return pathway;
}

static bool take_record(
    struct importing *im, struct device_profile *p, const struct gudid_device *g, struct err *e)
{
	static const char *const answers[][2] = { { "true", "yes" }, { "false", "no" } };

	take_field(im, p, "common_name", g->term);
	if (g->product_count)
		take_field(im, p, "classification_name", g->products[0].name);
	take_field(im, p, "pathway", pathway_of(g));
	if (str_eq(g->distribution, STR("In Commercial Distribution")))
		take_field(im, p, "marketed", STR("yes"));
	for (size_t i = 0; i < COUNT(answers); i++)
		if (str_eq(g->combination_product, str_of(answers[i][0])))
			take_field(im, p, "combination_product", str_of(answers[i][1]));
	for (size_t i = 0; i < g->product_count; i++)
		take_number(im, p, DEVICE_PRODUCT_CODE, g->products[i].code);
	for (size_t i = 0; i < g->submission_count; i++)
		take_number(im, p, DEVICE_MARKETING_NUMBER, g->submissions[i]);
	take_number(im, p, DEVICE_MODEL_NUMBER, g->model);
	take_number(im, p, DEVICE_CATALOG_NUMBER, g->catalog);
	return take_identifiers(im, p, g, e);
}

/* Which device the record is of: *p is empty but for its name where there is none yet. */
static bool find_target(
    struct importing *im, const struct gudid_device *g, struct device_profile *p, struct err *e)
{
	struct device device;

	if (im->what->device.len)
		return device_profile_get(im->db, im->what->device, im->arena, p, e);
	if (!device_find(im->db, g->di, im->arena, &device, e) ||
	    (!device.id && !device_find(im->db, g->brand, im->arena, &device, e)))
		return false;
	if (device.id)
		return device_profile_get(im->db, device.name, im->arena, p, e);
	if (g->brand.len == 0)
		return err_fail(e, ERR_INPUT, "the record has no brand name") || err_field(e, "device");
	*p = (struct device_profile){ .device.name = g->brand };
	return true;
}

static bool import_record(
    struct importing *im, struct change *change, const struct gudid_device *g, struct err *e)
{
	struct device_profile old, new;
	size_t altered;
	int64_t id;

	if (!find_target(im, g, &old, e))
		return false;
	new = old;
	im->device = new.device.name;
	im->di = g->di;
	im->is_new = old.device.id == 0;
	if (!take_record(im, &new, g, e))
		return false;
	return im->is_new ? register_device_within(im->db, change, &new, im->arena, &id, e)
			  : restate_device_within(im->db, change, &old, &new, im->arena, &altered, e);
}

static bool note_import(struct importing *im, struct change *change, struct err *e)
{
	SCOPED_BUF out = buf_new(LIMIT_RECORD_BYTES);
	char hex[SHA256_HEX_SIZE];
	struct sha256 digest;
	struct json_out *w;
	bool regular;

	if (!digest_file(im->what->path, &regular, &digest, e))
		return false;
	w = json_out_buf(&out, false);
	json_open_object(w);
	json_field_text(w, "file", im->what->called.len ? im->what->called : str_of(im->what->path));
	if (regular)
		json_field_text(w, "sha256", str_of(sha256_hex(&digest, hex)));
	json_key(w, "device_identifiers");
	json_open_array(w);
	for (size_t i = 0; i < im->what->di_count; i++)
		json_put_text(w, im->what->dis[i]);
	json_close_array(w);
	json_close_object(w);
	json_out_close(w);
	return change_note(change, "device.import", STR("devices"), STR_NONE, buf_str(&out), e);
}

bool import_gudid(struct db *db, const struct gudid_import *what, struct change_by by, struct arena *arena,
    struct gudid_taken **out, size_t *count, struct err *e)
{
	struct gudid_filter filter = { .dis = what->dis, .di_count = what->di_count };
	struct importing im = { .db = db, .arena = arena, .what = what };
	struct picked picked = { .arena = arena };
	SCOPED_CHANGE *change = NULL;
	struct gudid_count read;

	if (!gudid_walk(what->path, &filter, (struct gudid_sink){ &picked, pick, NULL }, &read, e) ||
	    !check_all_found(what, &picked, e) || !change_open(db, &by, &change, e))
		return false;
	for (size_t i = 0; i < picked.count; i++)
		if (!import_record(&im, change, &picked.devices[i], e))
			return err_within(e, "%s: " STR_FMT, what->path, STR_ARG(picked.devices[i].di));
	if (!note_import(&im, change, e) || !change_close(&change, e))
		return false;
	*out = im.taken;
	*count = im.count;
	return true;
}
