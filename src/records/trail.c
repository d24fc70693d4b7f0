#include "records/trail.h"

#include "records/seal.h"

struct sha256 trail_seal(const struct trail_entry *entry)
{
	static const char head[] = "aftercare trail 1"; /* with its zero byte */
	struct sha256_stream *h = sha256_open();

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
	return sha256_close(h);
}
