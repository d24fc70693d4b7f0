/*
 * version_parts - the pieces that version keys are made of; used by version_*.c only.
 *
 * A key is a row of pieces, and a piece tells where it ends, so that two keys are never compared across a
 * boundary. Bytes below VERSION_NUMBERS are free for a scheme's own marks (below any number), bytes above
 * VERSION_NUMBERS_LAST for marks above any number.
 *
 *	number   one byte up to 99; else a byte for how many digits there are, and the digits
 *	word     its bytes, then VERSION_WORD_END, which is below every byte that a word may have
 */
#pragma once
#include "base/buf.h"
#include "base/err.h"

enum {
	VERSION_WORD_END = 0x01,
	VERSION_NUMBERS = 0x10,	     /* 0x10 to 0x73: 0 to 99 */
	VERSION_NUMBERS_LONG = 0x74, /* of 3 digits, and so on */
	VERSION_NUMBERS_LAST = 0x94  /* of more than 34 digits: their count follows */
};

/* Collects a key before it goes to its buf. */
struct version_writer {
	struct buf *key;
	size_t held;
	char bytes[64];
};

/* One function a scheme: writes the key of text. What the scheme does not allow is ERR_INPUT, and says what
 * is wrong with the text without naming it. */
#define VERSION_KEY_FUNCTION(name)                                                                           \
	MUST_CHECK bool name(struct str text, struct version_writer *out, struct err *e)
VERSION_KEY_FUNCTION(version_literal_key);
VERSION_KEY_FUNCTION(version_generic_key);
VERSION_KEY_FUNCTION(version_semver_key);
VERSION_KEY_FUNCTION(version_dpkg_key);
VERSION_KEY_FUNCTION(version_rpm_key);
VERSION_KEY_FUNCTION(version_pep440_key);
VERSION_KEY_FUNCTION(version_apk_key);
VERSION_KEY_FUNCTION(version_maven_key);
VERSION_KEY_FUNCTION(version_gem_key);
VERSION_KEY_FUNCTION(version_nuget_key);
VERSION_KEY_FUNCTION(version_alpm_key);
VERSION_KEY_FUNCTION(version_ebuild_key);
VERSION_KEY_FUNCTION(version_golang_key);
VERSION_KEY_FUNCTION(version_conan_key);
VERSION_KEY_FUNCTION(version_composer_key);

void version_flush(struct version_writer *out);

static inline void version_put(struct version_writer *out, unsigned byte)
{
	if (out->held == sizeof(out->bytes))
		version_flush(out);
	out->bytes[out->held++] = (char)(unsigned char)byte;
}

/* Digits as version_take_number gives them; none at all is 0. */
void version_put_number(struct version_writer *out, struct str digits);
/* Bytes above VERSION_WORD_END; in lower case if folded. */
void version_put_word(struct version_writer *out, struct str word, bool folded);

/* A word that a scheme knows, and where it stands in the order. */
struct version_word {
	struct str word; /* in lower case */
	unsigned mark;	 /* never 0 */
};

/* The mark of a word, 0 if it is none of these; folded: in upper case, too. */
unsigned version_word_mark(const struct version_word *words, size_t count, struct str word, bool folded);
/* The one small letter that *rest may begin with, behind a mark. */
void version_put_letter(struct str *rest, unsigned mark, struct version_writer *out);
/* Takes the digits that *rest begins with: without zeros in front, so empty for 0 and where there are none.
 */
static inline struct str version_take_number(struct str *rest)
{
	size_t zeros = 0, end;
	struct str digits;

	while (zeros < rest->len && rest->ptr[zeros] == '0')
		zeros++;
	for (end = zeros; end < rest->len && char_is_digit(rest->ptr[end]);)
		end++;
	digits = str_first(str_from(*rest, zeros), end - zeros);
	*rest = str_from(*rest, end);
	return digits;
}

/* Takes the ASCII letters that *rest begins with. */
static inline struct str version_take_letters(struct str *rest)
{
	struct str all = *rest;
	size_t end = 0;

	while (end < all.len && char_is_alpha(all.ptr[end]))
		end++;
	*rest = str_from(all, end);
	return str_first(all, end);
}

static inline bool version_starts_with_digit(struct str s)
{
	return s.len > 0 && char_is_digit(s.ptr[0]);
}
