#include "base/text.h"

#include <stdint.h>

#include "base/utf8.h"

struct span {
	uint32_t first, last;
};

/* White_Space and Default_Ignorable_Code_Point of Unicode 15 (PropList, DerivedCoreProperties), and what is
 * drawn empty: U+2800, the braille pattern without a dot; U+FFFC stands for nothing by itself. */
static const struct span unseen[] = { { 0, 0x20 }, { 0x7f, 0xa0 }, { 0xad, 0xad }, { 0x34f, 0x34f },
	{ 0x61c, 0x61c }, { 0x115f, 0x1160 }, { 0x1680, 0x1680 }, { 0x17b4, 0x17b5 }, { 0x180b, 0x180f },
	{ 0x2000, 0x200f }, { 0x2028, 0x202f }, { 0x205f, 0x206f }, { 0x2800, 0x2800 }, { 0x3000, 0x3000 },
	{ 0x3164, 0x3164 }, { 0xfe00, 0xfe0f }, { 0xfeff, 0xfeff }, { 0xffa0, 0xffa0 }, { 0xfff0, 0xfff8 },
	{ 0xfffc, 0xfffc }, { 0x1bca0, 0x1bca3 }, { 0x1d173, 0x1d17a }, { 0xe0000, 0xe0fff } };

/* Controls, line and paragraph separators, and the marks of UAX 9 that embed, override and isolate. */
static const struct span misleading[] = { { 0, 0x1f }, { 0x7f, 0x9f }, { 0x2028, 0x2029 }, { 0x202a, 0x202e },
	{ 0x2066, 0x2069 } };

/* Takes the first character off; a bad byte counts as one that is seen. */
static uint32_t take(struct str *s)
{
	static const unsigned char first_bits[] = { 0, 0x7f, 0x1f, 0x0f, 0x07 };
	size_t n = utf8_sequence(*s);
	uint32_t c;

	if (n == 0) {
		*s = str_from(*s, 1);
		return 0xfffd;
	}
	c = (unsigned char)s->ptr[0] & first_bits[n];
	for (size_t i = 1; i < n; i++)
		c = c << 6 | ((unsigned char)s->ptr[i] & 0x3fU);
	*s = str_from(*s, n);
	return c;
}

static bool is_in(uint32_t c, const struct span *spans, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (c >= spans[i].first && c <= spans[i].last)
			return true;
	return false;
}

bool text_says(struct str s)
{
	while (s.len)
		if (!is_in(take(&s), unseen, COUNT(unseen)))
			return true;
	return false;
}

bool text_is_plain_line(struct str s)
{
	while (s.len)
		if (is_in(take(&s), misleading, COUNT(misleading)))
			return false;
	return true;
}
