/*
 * contract - docs/openapi.json as it was when the program was built, without its white space.
 */
#pragma once
#include <stddef.h>
#include <stdint.h>

/* Made by tools/contractgen. */
extern const uint8_t contract_bytes[];
extern const size_t contract_size_bytes;
