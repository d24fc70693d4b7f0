#include "actions/casework/action_register.h"

#include "actions/findings/affected_releases.h"
#include "base/buf.h"
#include "base/number.h"
#include "inventory/shipment_release.h"
#include "limits.h"
#include "reports/casefile_record.h"
#include "store/consignees.h"
#include "store/devices.h"
#include "store/lots.h"

#define RELEASES_MOST ((size_t)64 * 1024) /* more are not told apart */
#define PART_MOST ((size_t)64 * 1024 * 1024)

static const struct {
	const char *key, *says;
} parts[] = {
	{ "register_device", "the device" },
	{ "register_releases", "its versions or their units" },
	{ "register_lots", "its lots" },
	{ "register_shipments", "its consignees" },
};
_Static_assert(COUNT(parts) == REGISTER_PART_COUNT, "a key for every part");

struct register_reading {
	struct arena *arena;
	struct affected_release *releases;
	size_t release_count;
	struct lot *lots;
	size_t lot_count;
};

/* Of a release that is not known too. */
static bool is_concerned(const struct register_reading *r, int64_t release)
{
	for (size_t i = 0; i < r->release_count; i++)
		if (r->releases[i].release.id == release)
			return r->releases[i].bearing != RELEASE_NOT_AFFECTED;
	return true;
}

static void say(struct buf *out, struct str text)
{
	buf_printf(out, "%zu:%.*s\n", text.len, STR_WHOLE(text));
}

/* What 806.20(b)(1) and (2) ask of it, and 806.10(c)(3) and (5). */
static void say_device(const struct device_profile *p, struct buf *out)
{
	static const enum device_list lists[] = { DEVICE_PRODUCT_CODE, DEVICE_UDI_DI, DEVICE_MODEL_NUMBER,
		DEVICE_CATALOG_NUMBER };

	say(out, p->device.name);
	say(out, p->device.common_name);
	say(out, p->device.classification_name);
	say(out, p->device.intended_use);
	for (size_t i = 0; i < COUNT(lists); i++) {
		buf_printf(out, "%zu\n", p->lists[lists[i]].count);
		for (size_t k = 0; k < p->lists[lists[i]].count; k++)
			say(out, p->lists[lists[i]].items[k]);
	}
}

static void say_releases(const struct register_reading *r, struct buf *out)
{
	for (size_t i = 0; i < r->release_count; i++) {
		const struct affected_release *one = &r->releases[i];

		if (one->bearing == RELEASE_NOT_AFFECTED)
			continue;
		say(out, one->release.version);
		buf_printf(out, "%lld\n", (long long)one->release.units);
	}
}

static void say_lots(const struct action_register *r, struct buf *out)
{
	for (size_t i = 0; i < r->lot_count; i++) {
		const struct lot *lot = &r->lots[i];

		buf_printf(out, "%lld %lld %lld\n", (long long)lot->id, (long long)lot->release_id,
		    (long long)lot->quantity);
		say(out, lot->lot);
		say(out, lot->serial_from);
		say(out, lot->serial_to);
		say(out, lot->model_number);
	}
}

/* Not what came back: that is how the action goes, and not whom it concerns. */
static void say_shipments(const struct action_register *r, struct buf *out)
{
	for (size_t i = 0; i < r->shipment_count; i++) {
		const struct shipment *s = &r->shipments[i];

		buf_printf(out, "%lld %lld %lld\n", (long long)s->id, (long long)s->consignee_id,
		    (long long)s->quantity);
		say(out, s->lot);
		say(out, s->serial_from);
		say(out, s->serial_to);
	}
}

static struct str kept(struct buf *out, struct arena *arena)
{
	struct str text = arena_copy(arena, buf_str(out));

	buf_clear(out);
	return text;
}

static void say_all(
    const struct register_reading *r, const struct device_profile *profile, struct action_register *out)
{
	SCOPED_BUF text = buf_new(PART_MOST);

	say_device(profile, &text);
	out->parts[REGISTER_DEVICE] = kept(&text, r->arena);
	say_releases(r, &text);
	out->parts[REGISTER_RELEASES] = kept(&text, r->arena);
	say_lots(out, &text);
	out->parts[REGISTER_LOTS] = kept(&text, r->arena);
	say_shipments(out, &text);
	out->parts[REGISTER_SHIPMENTS] = kept(&text, r->arena);
}

/* Those concerned, in the arena. */
static void keep_concerned(const struct register_reading *r, const struct shipment *shipments, size_t count,
    struct action_register *out)
{
	struct shipment *sent = arena_alloc(r->arena, count + 1, sizeof(*sent));
	struct lot *lots = arena_alloc(r->arena, r->lot_count + 1, sizeof(*lots));
	SCOPED_BUF releases = buf_new(RELEASES_MOST);

	for (size_t i = 0; i < r->lot_count; i++)
		if (is_concerned(r, r->lots[i].release_id))
			lots[out->lot_count++] = r->lots[i];
	for (size_t i = 0; i < count; i++)
		if (is_concerned(r, shipment_release(&shipments[i], r->lots, r->lot_count)))
			sent[out->shipment_count++] = shipments[i];
	for (size_t i = 0; i < r->release_count; i++)
		if (r->releases[i].bearing != RELEASE_NOT_AFFECTED)
			buf_printf(&releases, "%s" STR_FMT, releases.len ? "\n" : "",
			    STR_ARG(r->releases[i].release.version));
	out->lots = lots;
	out->shipments = sent;
	out->releases = buf_full(&releases) ? STR("") : arena_copy(r->arena, buf_str(&releases));
}

bool action_register(struct db *db, const struct case_view *view, struct arena *arena,
    struct action_register *out, struct err *e)
{
	struct register_reading r = { .arena = arena };
	struct device_profile profile;
	struct shipment *shipments;
	struct device device;
	size_t count;

	*out = (struct action_register){ 0 };
	if (!device_by_id(db, view->casefile.device_id, arena, &device, e) ||
	    !device_profile_get(db, device.name, arena, &profile, e) ||
	    !affected_releases(db, &device, view->casefile.vulnerability, view->facts.today, arena,
		&r.releases, &r.release_count, e) ||
	    !lots_of_device(db, device.id, arena, &r.lots, &r.lot_count, e) ||
	    !shipment_list(db, device.id, arena, &shipments, &count, e))
		return false;
	if (determination_is_not_affected(&view->determination))
		r.lot_count = count = r.release_count = 0;
	keep_concerned(&r, shipments, count, out);
	say_all(&r, &profile, out);
	return true;
}

void action_register_write(const struct action_register *r, struct json_out *w)
{
	int64_t lot = 0, shipment = 0;
	char hex[SHA256_HEX_SIZE];

	for (size_t i = 0; i < r->lot_count; i++)
		lot = r->lots[i].id > lot ? r->lots[i].id : lot;
	for (size_t i = 0; i < r->shipment_count; i++)
		shipment = r->shipments[i].id > shipment ? r->shipments[i].id : shipment;
	json_field_int(w, "last_lot", lot);
	json_field_int(w, "last_shipment", shipment);
	if (r->releases.len)
		json_field_text(w, "releases", r->releases);
	for (int i = 0; i < REGISTER_PART_COUNT; i++) {
		struct sha256 digest = sha256_of(r->parts[i]);

		json_field_text(w, parts[i].key, str_of(sha256_hex(&digest, hex)));
	}
}

/* Of what was issued before it kept its versions, none is told apart as new. */
static bool knows(const struct fda_issued *issued, struct str version)
{
	struct str rest = issued->releases, line;

	while (str_next(&rest, '\n', &line))
		if (str_eq(line, version))
			return true;
	return !issued->releases.len;
}

struct str action_register_new(
    const struct action_register *r, const struct fda_issued *since, struct arena *arena)
{
	struct {
		size_t count;
		const char *says;
	} new[] = { { 0, "software version" }, { 0, "lot" }, { 0, "shipment" } };
	struct str text = STR(""), rest = r->releases, version;

	while (str_next(&rest, '\n', &version))
		new[0].count += !knows(since, version);
	for (size_t i = 0; i < r->lot_count; i++)
		new[1].count += since->last_lot >= 0 && r->lots[i].id > since->last_lot;
	for (size_t i = 0; i < r->shipment_count; i++)
		new[2].count += since->last_shipment >= 0 && r->shipments[i].id > since->last_shipment &&
				r->shipments[i].quantity > r->shipments[i].returned;
	for (size_t i = 0; i < COUNT(new); i++)
		if (new[i].count)
			text = arena_printf(arena, "%.*s%s%zu %s%s", STR_WHOLE(text), text.len ? ", " : "",
			    new[i].count, new[i].says, PLURAL(new[i].count));
	return text;
}

struct str action_register_changed(
    const struct action_register *r, const struct report_fields *since, struct arena *arena)
{
	struct str text = STR("");

	for (int i = 0; i < REGISTER_PART_COUNT; i++) {
		struct str then = report_fields_text(since, str_of(parts[i].key));
		struct sha256 digest = sha256_of(r->parts[i]);
		char hex[SHA256_HEX_SIZE];

		if (then.len && !str_eq(then, str_of(sha256_hex(&digest, hex))))
			text = arena_printf(
			    arena, "%.*s%s%s", STR_WHOLE(text), text.len ? ", " : "", parts[i].says);
	}
	return text;
}
