/*
 * seal - how records are digested: the parts one behind the other, each with its length, so that no two
 * records give the same bytes.
 */
#pragma once
#include <stdint.h>

#include "base/crypto.h"

/* 8 bytes, big-endian, two's complement. */
void seal_number(struct sha256_stream *h, int64_t n);
/* One byte, 0 where there is no pointer, else 1; its length as a number; its bytes. */
void seal_field(struct sha256_stream *h, struct str field);
