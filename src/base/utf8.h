/*
 * utf8 - is this text UTF-8 as RFC 3629 has it: no surrogates, nothing over-long, nothing above U+10FFFF.
 */
#pragma once
#include <stdint.h>

#include "base/str.h"

/* How many bytes the first character of s has; 0 where it is bad, cut short or s is empty. */
size_t utf8_sequence(struct str s);

/* The bytes of s that are good before the first bad sequence: s.len when all of it is. */
size_t utf8_valid_prefix(struct str s);

static inline bool utf8_is_valid(struct str s)
{
	return utf8_valid_prefix(s) == s.len;
}

/* Writes the code point as 1 to 4 bytes and says how many. It must be a valid scalar value. */
size_t utf8_encode(uint32_t code_point, char out[4]);

/* s cut to at most most bytes without breaking a character. */
struct str utf8_first(struct str s, size_t most);
