#include "identity/version_parts.h"

void version_flush(struct version_writer *out)
{
	buf_add(out->key, (struct str){ out->bytes, out->held });
	out->held = 0;
}

/* Digits with their count before them: the longer number is the larger, as there are no zeros in front. */
static void put_long_number(struct version_writer *out, struct str digits)
{
	size_t mark = VERSION_NUMBERS_LONG + digits.len - 3;

	version_put(out, mark < VERSION_NUMBERS_LAST ? (unsigned)mark : VERSION_NUMBERS_LAST);
	if (mark >= VERSION_NUMBERS_LAST)
		for (int shift = 56; shift >= 0; shift -= 8)
			version_put(out, (unsigned)((uint64_t)digits.len >> shift & 0xff));
	for (size_t i = 0; i < digits.len; i++)
		version_put(out, (unsigned char)digits.ptr[i]);
}

void version_put_number(struct version_writer *out, struct str digits)
{
	unsigned value = 0;

	if (digits.len > 2) {
		put_long_number(out, digits);
		return;
	}
	for (size_t i = 0; i < digits.len; i++)
		value = 10 * value + (unsigned)(digits.ptr[i] - '0');
	version_put(out, VERSION_NUMBERS + value);
}

void version_put_word(struct version_writer *out, struct str word, bool folded)
{
	for (size_t i = 0; i < word.len; i++)
		version_put(out, (unsigned char)(folded ? char_lower(word.ptr[i]) : word.ptr[i]));
	version_put(out, VERSION_WORD_END);
}

unsigned version_word_mark(const struct version_word *words, size_t count, struct str word, bool folded)
{
	for (size_t i = 0; i < count; i++)
		if (folded ? str_eq_nocase(words[i].word, word) : str_eq(words[i].word, word))
			return words[i].mark;
	return 0;
}

void version_put_letter(struct str *rest, unsigned mark, struct version_writer *out)
{
	if (rest->len == 0 || rest->ptr[0] < 'a' || rest->ptr[0] > 'z')
		return;
	version_put(out, mark);
	version_put(out, (unsigned char)rest->ptr[0]);
	*rest = str_from(*rest, 1);
}
