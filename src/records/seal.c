#include "records/seal.h"

void seal_number(struct sha256_stream *h, int64_t n)
{
	char bytes[8];

	for (int i = 0; i < 8; i++)
		bytes[i] = (char)(unsigned char)((uint64_t)n >> (56 - 8 * i));
	sha256_add(h, (struct str){ bytes, sizeof(bytes) });
}

void seal_field(struct sha256_stream *h, struct str field)
{
	sha256_add(h, field.ptr ? (struct str){ "\1", 1 } : (struct str){ "\0", 1 });
	seal_number(h, (int64_t)field.len);
	sha256_add(h, field);
}
