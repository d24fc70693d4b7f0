/*
 * gudid_xml - GUDID records as XML: device elements below the root, in any namespace.
 */
#include "formats/xml_read.h"
#include "limits.h"
#include "sources/gudid.h"

#define DEVICE_DEPTH 2 /* the root is 1 */

struct reader {
	struct gudid_sink sink;
	struct gudid_draft draft;
	int depth;
	bool in_device;
	enum gudid_item item;
	struct str
	    names[DEVICE_DEPTH + 4]; /* of the open elements; in the draft's arena from the device on */
};

static bool open_element(void *ctx, struct xml *x, const struct xml_element *element, struct err *e)
{
	struct reader *r = ctx;
	struct str name = element->name.local;

	(void)x;
	(void)e;
	r->depth++;
	if (r->depth == DEVICE_DEPTH && str_eq(name, STR("device"))) {
		gudid_draft_reset(&r->draft);
		r->in_device = true;
		r->item = GUDID_NO_ITEM;
	}
	if (!r->in_device)
		return true;
	if ((size_t)r->depth < COUNT(r->names))
		r->names[r->depth] = arena_copy(&r->draft.arena, name);
	if (r->depth == DEVICE_DEPTH + 2)
		r->item = gudid_draft_begin(&r->draft, name);
	return true;
}

static bool take_text(struct reader *r, struct xml *x, struct str text, struct err *e)
{
	bool of_record = r->depth == DEVICE_DEPTH + 1;
	bool of_item = r->depth == DEVICE_DEPTH + 3 && r->item != GUDID_NO_ITEM;

	if (!of_record && !of_item)
		return true;
	if (gudid_draft_take(&r->draft, of_item ? r->item : GUDID_NO_ITEM, r->names[r->depth], text))
		return true;
	err_fail(e, ERR_LIMIT, "more than %d of one kind", LIMIT_DEVICE_NUMBERS);
	return xml_within(x, e);
}

static bool close_element(void *ctx, struct xml *x, struct str text, struct err *e)
{
	struct reader *r = ctx;
	bool done = true;

	if (r->in_device && r->depth == DEVICE_DEPTH) {
		r->in_device = false;
		done = r->sink.device(r->sink.ctx, &r->draft.device, e);
	} else if (r->in_device) {
		done = take_text(r, x, text, e);
		if (r->depth == DEVICE_DEPTH + 2) {
			gudid_draft_end(&r->draft, r->item);
			r->item = GUDID_NO_ITEM;
		}
	}
	r->depth--;
	return done;
}

bool gudid_read_xml(struct input *in, struct gudid_sink sink, struct err *e)
{
	struct reader r = { .sink = sink };
	bool done = xml_read(in, (struct xml_sink){ &r, open_element, close_element }, e);

	arena_free(&r.draft.arena);
	return done;
}
