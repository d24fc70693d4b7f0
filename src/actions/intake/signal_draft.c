#include "actions/intake/signal_draft.h"

#include "actions/intake/signals.h"
#include "base/vec.h"
#include "formats/json_write.h"
#include "limits.h"
#include "store/casefiles.h"
#include "store/devices.h"
#include "store/signals.h"

void signal_draft_add(struct signal_draft *d, struct signal_pair pair)
{
	d->pairs = arena_room(d->arena, d->pairs, d->count, &d->room, sizeof(*d->pairs));
	d->pairs[d->count++] = pair;
}

static int by_vulnerability(const void *left, const void *right)
{
	const struct signal_pair *a = left, *b = right;
	int order = str_cmp(a->vulnerability, b->vulnerability);

	if (order == 0)
		order = (a->received_at.us > b->received_at.us) - (a->received_at.us < b->received_at.us);
	return order ? order : str_cmp(a->device, b->device);
}

struct keeping {
	struct signal_draft *draft;
	struct db *db;
	struct change *change;
	struct change_by by;
	struct casefile *casefiles;
	size_t casefile_count;
	struct signals_made *made;
};

/* The origin of the pair; no pointer where a signal or a casefile has it already. */
static bool find_origin(struct keeping *k, const struct signal_pair *pair, struct str *origin, struct err *e)
{
	struct device device;
	int64_t before;

	*origin = STR_NONE;
	if (!device_get(k->db, pair->device, k->draft->arena, &device, e))
		return false;
	for (size_t i = 0; i < k->casefile_count; i++)
		if (k->casefiles[i].device_id == device.id &&
		    str_eq_nocase(k->casefiles[i].vulnerability, pair->vulnerability))
			return true;
	*origin = arena_printf(k->draft->arena, "%s " STR_FMT " device %lld", k->draft->kind,
	    STR_ARG(pair->vulnerability), (long long)device.id);
	if (!signal_origin_find(k->db, *origin, &before, e))
		return false;
	if (before)
		*origin = STR_NONE;
	return true;
}

static struct str received_json(
    const struct signal_draft *d, const struct signal_pair *first, const struct str *devices, size_t count)
{
	SCOPED_BUF json = buf_new(LIMIT_RECORD_BYTES);
	struct json_out *w = json_out_buf(&json, false);

	json_open_object(w);
	json_field_text(w, "kind", str_of(d->kind));
	json_field_text(w, "received", first->received);
	json_field_text(w, "received_by", STR("aftercare"));
	json_field_text(w, "source", first->source);
	json_field_text(w, "summary", first->summary);
	json_field_text(w, "reference", first->reference);
	json_field_text(w, "vulnerability", first->vulnerability);
	if (first->tlp.len)
		json_field_text(w, "tlp", first->tlp);
	json_key(w, "devices");
	json_open_array(w);
	for (size_t i = 0; i < count; i++)
		json_put_text(w, devices[i]);
	json_close_array(w);
	json_close_object(w);
	json_out_close(w);
	return arena_copy(d->arena, buf_str(&json));
}

static bool is_among(const struct str *list, size_t count, struct str s)
{
	for (size_t i = 0; i < count; i++)
		if (str_eq(list[i], s))
			return true;
	return false;
}

/* The pairs of one vulnerability. */
static bool keep_one(struct keeping *k, const struct signal_pair *pairs, size_t count, struct err *e)
{
	struct arena *arena = k->draft->arena;
	struct str *devices = arena_alloc(arena, count, sizeof(*devices));
	struct str *origins = arena_alloc(arena, count, sizeof(*origins));
	struct signal_receipt receipt = { .contact = STR("{}"), .origins = origins };
	struct signal_pair first = { 0 }; /* with the strictest label of all */
	struct signals_made *made = k->made;

	for (size_t i = 0; i < count; i++) {
		struct str origin;

		if (!find_origin(k, &pairs[i], &origin, e))
			return false;
		if (!origin.ptr || is_among(devices, receipt.origin_count, pairs[i].device))
			continue;
		if (receipt.origin_count == 0)
			first = pairs[i];
		if (signal_tlp_rank(pairs[i].tlp) > signal_tlp_rank(first.tlp))
			first.tlp = pairs[i].tlp;
		devices[receipt.origin_count] = pairs[i].device;
		origins[receipt.origin_count++] = origin;
	}
	if (receipt.origin_count == 0) {
		made->passed_over++;
		return true;
	}
	if (!k->change) {
		made->would = arena_room(arena, made->would, made->count, &made->room, sizeof(*made->would));
		made->would[made->count++] = (struct signal_would_be){ first.vulnerability, first.summary,
			first.received, devices, receipt.origin_count };
		return true;
	}
	receipt.received = received_json(k->draft, &first, devices, receipt.origin_count);
	made->ids = arena_room(arena, made->ids, made->count, &made->room, sizeof(*made->ids));
	return signal_add_within(k->db, k->change, &receipt, k->by, &made->ids[made->count++], e);
}

bool signal_draft_keep(struct signal_draft *d, struct db *db, struct change *change, struct change_by by,
    struct signals_made *out, struct err *e)
{
	struct keeping k = { .draft = d, .db = db, .change = change, .by = by, .made = out };

	vec_sort(d->pairs, d->count, sizeof(*d->pairs), by_vulnerability);
	if (!casefile_list(db, d->arena, &k.casefiles, &k.casefile_count, e))
		return false;
	for (size_t i = 0, end; i < d->count; i = end) {
		for (end = i;
		     end < d->count && str_eq(d->pairs[end].vulnerability, d->pairs[i].vulnerability);)
			end++;
		if (!keep_one(&k, &d->pairs[i], end - i, e))
			return err_within(e, STR_FMT, STR_ARG(d->pairs[i].vulnerability));
	}
	return true;
}
