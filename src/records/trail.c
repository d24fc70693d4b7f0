#include "records/trail.h"

static void add_number(struct sha256_stream *h, uint64_t n)
{
	char bytes[8];

	for (int i = 0; i < 8; i++)
		bytes[i] = (char)(unsigned char)(n >> (56 - 8 * i));
	sha256_add(h, (struct str){ bytes, sizeof(bytes) });
}

static void add_field(struct sha256_stream *h, struct str field)
{
	sha256_add(h, field.ptr ? (struct str){ "\1", 1 } : (struct str){ "\0", 1 });
	add_number(h, field.len);
	sha256_add(h, field);
}

struct sha256 trail_seal(const struct trail_entry *entry)
{
	static const char head[] = "aftercare trail 1"; /* with its zero byte */
	struct sha256_stream *h = sha256_open();

	sha256_add(h, (struct str){ head, sizeof(head) });
	sha256_add(h, sha256_str(&entry->previous));
	add_number(h, (uint64_t)entry->number);
	add_number(h, (uint64_t)entry->at.us);
	add_field(h, entry->who);
	add_field(h, entry->what);
	add_field(h, entry->object);
	add_field(h, entry->old);
	add_field(h, entry->new);
	add_field(h, entry->why);
	return sha256_close(h);
}
