#include "formats/pdf/pdf_syntax.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include "base/number.h"
#include "base/utf8.h"
#include "formats/text_out.h"

void pdf_put_int(struct buf *out, int64_t n)
{
	char text[NUMBER_TEXT_SIZE];

	buf_add(out, number_write(n, text));
}

/* n parts of a whole, of which there are 10 to the power of places: without zeros at the end. */
static void put_fraction(struct buf *out, long n, int places)
{
	char digits[NUMBER_TEXT_SIZE];
	long left = labs(n);
	int last = 0;

	for (int i = places - 1; i >= 0; i--, left /= 10) {
		digits[i] = (char)('0' + left % 10);
		if (!last && digits[i] != '0')
			last = i + 1;
	}
	if (n < 0)
		buf_byte(out, '-');
	pdf_put_int(out, left);
	if (last) {
		buf_byte(out, '.');
		buf_add(out, (struct str){ digits, (size_t)last });
	}
}

void pdf_put_real(struct buf *out, double n)
{
	put_fraction(out, lround(n * 100), 2);
}

void pdf_put_reals(struct buf *out, const double *n, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		pdf_put_real(out, n[i]);
		buf_byte(out, ' ');
	}
}

void pdf_put_colour(struct buf *out, int colour)
{
	for (int shift = 16; shift >= 0; shift -= 8) {
		put_fraction(out, (((colour >> shift) & 0xff) * 1000 + 127) / 255, 3);
		buf_byte(out, ' ');
	}
}

void pdf_put_reference(struct buf *out, int number)
{
	pdf_put_int(out, number);
	buf_add(out, STR(" 0 R"));
}

void pdf_put_string_byte(struct buf *out, unsigned char byte)
{
	/* a bare CR would be read as LF */
	if (byte == '(' || byte == ')' || byte == '\\') {
		buf_byte(out, '\\');
		buf_byte(out, (char)byte);
	} else if (byte == '\r') {
		buf_add(out, STR("\\r"));
	} else {
		buf_byte(out, (char)byte);
	}
}

static bool is_plain(struct str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (text.ptr[i] < 0x20 || text.ptr[i] > 0x7e)
			return false;
	return true;
}

uint32_t pdf_take_character(struct str *s)
{
	size_t n = utf8_sequence(*s);
	uint32_t c;

	assert(n > 0);
	c = n == 1 ? (unsigned char)s->ptr[0] : (unsigned char)s->ptr[0] & (0x7fU >> n);
	for (size_t i = 1; i < n; i++)
		c = c << 6 | ((unsigned char)s->ptr[i] & 0x3f);
	*s = str_from(*s, n);
	return c;
}

static void put_unit(struct buf *out, uint32_t unit)
{
	static const char digits[] = "0123456789ABCDEF";

	for (int shift = 12; shift >= 0; shift -= 4)
		buf_byte(out, digits[(unit >> shift) & 15]);
}

void pdf_put_utf16(struct buf *out, struct str text)
{
	while (text.len) {
		uint32_t c = pdf_take_character(&text);

		if (c >= 0x10000) {
			put_unit(out, 0xd800 + ((c - 0x10000) >> 10));
			put_unit(out, 0xdc00 + ((c - 0x10000) & 0x3ff));
		} else {
			put_unit(out, c);
		}
	}
}

void pdf_put_text(struct buf *out, struct str text)
{
	if (is_plain(text)) {
		buf_byte(out, '(');
		for (size_t i = 0; i < text.len; i++)
			pdf_put_string_byte(out, (unsigned char)text.ptr[i]);
		buf_byte(out, ')');
	} else {
		buf_add(out, STR("<FEFF"));
		pdf_put_utf16(out, text);
		buf_byte(out, '>');
	}
}

void pdf_put_instant(struct buf *out, struct instant at)
{
	char text[INSTANT_TEXT_SIZE];
	struct str s = str_of(instant_write((struct instant){ at.us - at.us % 1000000 }, text));

	buf_add(out, STR("(D:"));
	for (size_t i = 0; i < s.len; i++)
		if (char_is_digit(s.ptr[i]))
			buf_byte(out, s.ptr[i]);
	buf_add(out, STR("Z)"));
}

void pdf_add_clean(struct str s, struct buf *out)
{
	while (s.len) {
		size_t n = utf8_sequence(s);
		bool control = n == 1 && ((unsigned char)s.ptr[0] < 0x20 || s.ptr[0] == 0x7f) &&
			       s.ptr[0] != '\t' && s.ptr[0] != '\n';

		buf_add(out, n && !control ? str_first(s, n) : STR(UTF8_REPLACEMENT));
		s = str_from(s, n ? n : 1);
	}
}
