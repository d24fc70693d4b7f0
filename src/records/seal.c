#include "records/seal.h"

#include <endian.h>

void seal_number(struct sha256_stream *h, int64_t n)
{
	uint64_t bytes = htobe64((uint64_t)n);

	sha256_add(h, (struct str){ (const char *)&bytes, sizeof(bytes) });
}

void seal_field(struct sha256_stream *h, struct str field)
{
	uint64_t len = htobe64(field.len);
	char head[1 + sizeof(len)] = { field.ptr ? 1 : 0 };

	memcpy(head + 1, &len, sizeof(len));
	sha256_add(h, (struct str){ head, sizeof(head) });
	sha256_add(h, field);
}
