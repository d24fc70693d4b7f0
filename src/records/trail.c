#include "records/trail.h"

#include "records/seal.h"

static void add_entry(struct sha256_stream *h, const struct trail_entry *entry)
{
	static const char head[] = "aftercare trail 1"; /* with its zero byte */

	sha256_add(h, (struct str){ head, sizeof(head) });
	sha256_add(h, sha256_str(&entry->previous));
	seal_number(h, entry->number);
	seal_number(h, entry->at.us);
	seal_field(h, entry->who);
	seal_field(h, entry->what);
	seal_field(h, entry->object);
	seal_field(h, entry->old);
	seal_field(h, entry->new);
	seal_field(h, entry->why);
}

struct sha256 trail_seal(const struct trail_entry *entry)
{
	struct sha256_stream *h = sha256_open();

	add_entry(h, entry);
	return sha256_close(h);
}

struct sha256 trail_seal_next(struct sha256_stream *h, const struct trail_entry *entry)
{
	add_entry(h, entry);
	return sha256_next(h);
}
