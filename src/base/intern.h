/*
 * intern - every distinct text once, named by a small number.
 *
 * Ids count up from 0 in order of first appearance. The table is keyed (SipHash by libsodium), so that a feed
 * cannot be crafted to make it slow; the key never shows in any result.
 */
#pragma once
#include <stdint.h>

#include "base/str.h"

struct intern;

#define INTERN_NONE UINT32_MAX

struct intern *intern_new(void);
void intern_free(struct intern *t);
/* The id of s, new if need be; the text is copied. */
uint32_t intern_add(struct intern *t, struct str s);
/* The id of s, or INTERN_NONE. */
uint32_t intern_find(const struct intern *t, struct str s);
/* Valid until the next intern_add. */
struct str intern_text(const struct intern *t, uint32_t id);
uint32_t intern_count(const struct intern *t);

static inline void intern_scoped_free(struct intern **t)
{
	intern_free(*t);
}
#define SCOPED_INTERN __attribute__((cleanup(intern_scoped_free))) struct intern
