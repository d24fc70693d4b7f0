#include "actions/reports/consignee_list.h"

#include "actions/casework/case_view.h"
#include "base/recall.h"
#include "base/vec.h"
#include "inventory/shipment_release.h"
#include "store/consignees.h"
#include "store/devices.h"
#include "store/lots.h"

/* A device with what tells which release a shipment of it runs. */
struct sold {
	struct device device;
	struct release *releases;
	struct lot *lots;
	size_t release_count, lot_count;
};

#define SOLD_BYTES (64 * 1024 * 1024) /* of devices that are kept in mind; a handful is usual */

struct listing {
	struct db *db;
	const struct consignee_query *query;
	struct arena *arena;
	struct consignee_listing *out;
	struct recall sold;	       /* struct sold, by device id */
	int64_t device_id, release_id; /* that are asked for; 0: all */
	bool by_casefile;
};

static bool find_sold(struct listing *l, int64_t device_id, const struct sold **out, struct err *e)
{
	struct sold *known = recall_find(&l->sold, device_id);

	if (!known) {
		known = arena_alloc(&l->sold.arena, 1, sizeof(*known));
		if (!device_by_id(l->db, device_id, l->arena, &known->device, e) ||
		    !release_list(l->db, device_id, l->arena, &known->releases, &known->release_count, e) ||
		    !lots_of_device(l->db, device_id, l->arena, &known->lots, &known->lot_count, e))
			return false;
		recall_keep(&l->sold, device_id, known);
	}
	*out = known;
	return true;
}

static struct str version_of(const struct sold *sold, int64_t release_id)
{
	for (size_t i = 0; i < sold->release_count; i++)
		if (sold->releases[i].id == release_id)
			return sold->releases[i].version;
	return STR("");
}

static void not_told(struct holding *h)
{
	h->state = HOLDING_NOT_TOLD;
	h->why = STR("which release it runs is not known");
}

/* False where the units are known not to be affected. */
static bool is_told(const struct listing *l, int64_t release_id, struct holding *h)
{
	const struct consignee_listing *out = l->out;

	not_told(h);
	for (size_t i = 0; i < out->release_count; i++) {
		if (out->releases[i].release.id != release_id)
			continue;
		h->why = out->releases[i].why;
		if (out->releases[i].bearing == RELEASE_AFFECTED)
			h->state = HOLDING_AFFECTED;
		return out->releases[i].bearing != RELEASE_NOT_AFFECTED;
	}
	return true;
}

/* The shipment as one of what is asked for; false in *wanted where it is none. */
static bool read_holding(
    struct listing *l, const struct shipment *s, struct holding *out, bool *wanted, struct err *e)
{
	const struct sold *sold;
	int64_t release_id;

	if (!find_sold(l, s->device_id, &sold, e))
		return false;
	release_id = shipment_release(s, sold->lots, sold->lot_count);
	*out = (struct holding){
		.shipment = *s, .device = sold->device.name, .release = version_of(sold, release_id)
	};
	*wanted = l->device_id == 0 || l->query->sent || s->quantity > s->returned;
	if (l->release_id && release_id == 0)
		not_told(out);
	else if (l->release_id)
		*wanted = *wanted && release_id == l->release_id;
	if (l->by_casefile)
		*wanted = is_told(l, release_id, out) && *wanted;
	return true;
}

static int by_consignee(const void *left, const void *right)
{
	const struct consignee *a = left, *b = right;

	return (a->id > b->id) - (a->id < b->id);
}

static int by_account(const void *left, const void *right)
{
	const struct consignee_holdings *a = left, *b = right;

	return str_cmp(a->consignee.account, b->consignee.account);
}

/* The holdings of one consignee, of the shipments to it. */
static bool gather(struct listing *l, const struct shipment *shipments, size_t count,
    struct consignee_holdings *c, struct err *e)
{
	c->items = arena_alloc(l->arena, count, sizeof(*c->items));
	for (size_t i = 0; i < count; i++) {
		struct holding *h = &c->items[c->count];
		bool wanted;

		if (!read_holding(l, &shipments[i], h, &wanted, e))
			return false;
		if (!wanted)
			continue;
		c->count++;
		c->units += h->shipment.quantity - h->shipment.returned;
		if (c->state != HOLDING_AFFECTED && h->state != HOLDING_ASKED_FOR)
			c->state = h->state;
	}
	return true;
}

/* Consignees and shipments both stand by consignee id. */
static bool join(struct listing *l, struct consignee *consignees, size_t count, struct err *e)
{
	struct consignee_report *r = &l->out->report;
	struct shipment *shipments;
	size_t shipment_count, at = 0;

	if (!shipment_list(l->db, l->device_id, l->arena, &shipments, &shipment_count, e))
		return false;
	r->consignees = arena_alloc(l->arena, count, sizeof(*r->consignees));
	for (size_t i = 0; i < count; i++) {
		struct consignee_holdings *c = &r->consignees[r->count];
		size_t end = at;

		while (end < shipment_count && shipments[end].consignee_id == consignees[i].id)
			end++;
		*c = (struct consignee_holdings){ .consignee = consignees[i] };
		if (!gather(l, shipments + at, end - at, c, e))
			return false;
		at = end;
		r->units += c->units;
		if (c->count || l->device_id == 0)
			r->count++;
	}
	return true;
}

static bool ask_casefile(struct listing *l, struct err *e)
{
	struct affected_release *releases;
	struct case_view view;
	struct device device;

	if (!case_view(l->db, l->query->casefile, DATE_NONE, l->query->now, l->arena, &view, e) ||
	    !device_by_id(l->db, view.casefile.device_id, l->arena, &device, e))
		return false;
	l->by_casefile = true;
	l->device_id = device.id;
	l->out->vulnerability = view.casefile.vulnerability;
	if (!affected_releases(l->db, &device, view.casefile.vulnerability, view.facts.today, l->arena,
		&releases, &l->out->release_count, e))
		return false;
	l->out->releases = releases;
	if (determination_is_not_affected(&view.determination))
		l->out->not_affected_why = arena_printf(l->arena,
		    "casefile %lld says that the device is not affected", (long long)l->query->casefile);
	return true;
}

static bool ask_names(struct listing *l, struct err *e)
{
	const struct consignee_query *q = l->query;
	struct device device;
	struct release release;

	if (!device_get(l->db, q->device, l->arena, &device, e))
		return false;
	l->device_id = device.id;
	if (q->release.len == 0)
		return true;
	if (!release_find(l->db, device.id, q->release, l->arena, &release, e))
		return false;
	l->release_id = release.id;
	return release.id ||
	       err_fail(e, ERR_ABSENT, "there is no release \"" STR_FMT "\" of device \"" STR_FMT "\"",
		   STR_ARG(q->release), STR_ARG(q->device));
}

static bool list_all(struct listing *l, struct err *e)
{
	struct consignee *consignees;
	size_t count;

	if (l->query->casefile ? !ask_casefile(l, e) : l->query->device.len && !ask_names(l, e))
		return false;
	if (l->out->not_affected_why.len)
		return true;
	if (!consignee_list(l->db, l->arena, &consignees, &count, e))
		return false;
	vec_sort(consignees, count, sizeof(*consignees), by_consignee);
	if (!join(l, consignees, count, e))
		return false;
	vec_sort(
	    l->out->report.consignees, l->out->report.count, sizeof(*l->out->report.consignees), by_account);
	return true;
}

bool consignee_listing(struct db *db, const struct consignee_query *query, struct arena *arena,
    struct consignee_listing *out, struct err *e)
{
	struct consignee_listing found = { 0 };
	struct listing l = {
		.db = db, .query = query, .arena = arena, .out = &found, .sold = recall_new(SOLD_BYTES)
	};
	bool done;

	if (!db_read_begin(db, e))
		return false;
	done = list_all(&l, e);
	db_read_end(db);
	recall_free(&l.sold);
	if (done)
		*out = found;
	return done;
}

static bool read_holdings(
    struct listing *l, struct str account, struct consignee_holdings *out, struct err *e)
{
	struct shipment *shipments;
	size_t count;

	return consignee_get(l->db, account, l->arena, &out->consignee, e) &&
	       shipments_of_consignee(l->db, out->consignee.id, l->arena, &shipments, &count, e) &&
	       gather(l, shipments, count, out, e);
}

bool consignee_holdings(
    struct db *db, struct str account, struct arena *arena, struct consignee_holdings *out, struct err *e)
{
	struct listing l = { .db = db, .arena = arena, .sold = recall_new(SOLD_BYTES) };
	struct consignee_holdings c = { 0 };
	bool done;

	if (!db_read_begin(db, e))
		return false;
	done = read_holdings(&l, account, &c, e);
	db_read_end(db);
	recall_free(&l.sold);
	if (done)
		*out = c;
	return done;
}
