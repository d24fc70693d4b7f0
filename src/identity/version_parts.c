#include "identity/version_parts.h"

#define SHORT_MOST 0x7f /* digits whose count takes one byte; LIMIT_VERSION_BYTES needs two at most */

void version_put_number(struct buf *key, struct str digits)
{
	while (digits.len && digits.ptr[0] == '0')
		digits = str_from(digits, 1);
	if (digits.len > SHORT_MOST)
		buf_byte(key, (char)(unsigned char)(0x80 | digits.len >> 8));
	buf_byte(key, (char)(unsigned char)digits.len);
	buf_add(key, digits);
}

static struct str take_while(struct str *rest, bool (*fits)(char))
{
	size_t n = 0;
	struct str taken;

	while (n < rest->len && fits(rest->ptr[n]))
		n++;
	taken = str_first(*rest, n);
	*rest = str_from(*rest, n);
	return taken;
}

struct str version_take_digits(struct str *rest)
{
	return take_while(rest, char_is_digit);
}

struct str version_take_letters(struct str *rest)
{
	return take_while(rest, char_is_alpha);
}
