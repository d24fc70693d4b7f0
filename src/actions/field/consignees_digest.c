#include "actions/field/consignees_digest.h"

#include "records/seal.h"
#include "store/consignees.h"

static const char label[] = "aftercare consignees 1";

static void seal_consignee(struct sha256_stream *h, const struct consignee *c)
{
	seal_number(h, c->id);
	seal_field(h, c->account);
	for (const struct consignee_field *f = consignee_fields; f->name; f++)
		seal_field(h, consignee_text(c, f));
}

static void seal_shipment(struct sha256_stream *h, const struct shipment *s)
{
	seal_number(h, s->id);
	seal_number(h, s->consignee_id);
	seal_number(h, s->device_id);
	seal_number(h, s->release_id);
	seal_field(h, s->reference);
	seal_field(h, s->lot);
	seal_field(h, s->serial_from);
	seal_field(h, s->serial_to);
	seal_number(h, s->shipped_on.days);
	seal_number(h, s->quantity);
	seal_number(h, s->returned);
}

bool consignees_digest(struct db *db, struct arena *arena, struct sha256 *out, struct err *e)
{
	struct consignee *consignees;
	struct shipment *shipments;
	size_t consignee_count, shipment_count;
	struct sha256_stream *h;

	if (!consignee_list(db, arena, &consignees, &consignee_count, e) ||
	    !shipment_list(db, 0, arena, &shipments, &shipment_count, e))
		return false;
	h = sha256_open();
	sha256_add(h, (struct str){ label, sizeof(label) });
	seal_number(h, (int64_t)consignee_count);
	for (size_t i = 0; i < consignee_count; i++)
		seal_consignee(h, &consignees[i]);
	for (size_t i = 0; i < shipment_count; i++)
		seal_shipment(h, &shipments[i]);
	*out = sha256_close(h);
	return true;
}
