#include "sources/feeds/version_words.h"

/* Longer phrases stand before shorter ones that begin them. */
static const struct {
	enum phrase_kind kind;
	const char *words[4];
} phrases[] = {
	{ PHRASE_UP_TO, { "prior", "to", "and", "including" } },
	{ PHRASE_UP_TO, { "up", "to", "and", "including" } },
	{ PHRASE_EARLIER, { "and", "all", "prior" } },
	{ PHRASE_EARLIER, { "and", "earlier" } },
	{ PHRASE_EARLIER, { "and", "prior" } },
	{ PHRASE_EARLIER, { "and", "below" } },
	{ PHRASE_EARLIER, { "and", "lower" } },
	{ PHRASE_EARLIER, { "and", "older" } },
	{ PHRASE_EARLIER, { "and", "before" } },
	{ PHRASE_EARLIER, { "and", "previous" } },
	{ PHRASE_EARLIER, { "or", "earlier" } },
	{ PHRASE_EARLIER, { "or", "prior" } },
	{ PHRASE_EARLIER, { "or", "below" } },
	{ PHRASE_EARLIER, { "or", "lower" } },
	{ PHRASE_EARLIER, { "or", "older" } },
	{ PHRASE_LATER, { "and", "later" } },
	{ PHRASE_LATER, { "and", "above" } },
	{ PHRASE_LATER, { "and", "newer" } },
	{ PHRASE_LATER, { "and", "higher" } },
	{ PHRASE_LATER, { "or", "later" } },
	{ PHRASE_LATER, { "or", "above" } },
	{ PHRASE_LATER, { "or", "newer" } },
	{ PHRASE_LATER, { "or", "higher" } },
	{ PHRASE_BEFORE, { "prior", "to" } },
	{ PHRASE_BEFORE, { "earlier", "than" } },
	{ PHRASE_BEFORE, { "lower", "than" } },
	{ PHRASE_BEFORE, { "less", "than" } },
	{ PHRASE_BEFORE, { "older", "than" } },
	{ PHRASE_BEFORE, { "before" } },
	{ PHRASE_BEFORE, { "below" } },
	{ PHRASE_UP_TO, { "up", "to" } },
	{ PHRASE_UP_TO, { "upto" } },
	{ PHRASE_UP_TO, { "through" } },
	{ PHRASE_UP_TO, { "thru" } },
	{ PHRASE_UP_TO, { "to" } },
	{ PHRASE_UP_TO, { "-" } },
	{ PHRASE_UP_TO, { "\xe2\x80\x93" } }, /* en dash */
	{ PHRASE_FROM, { "from" } },
	{ PHRASE_FROM, { "starting", "with" } },
	{ PHRASE_JOIN, { "and" } },
	{ PHRASE_JOIN, { "or" } },
	{ PHRASE_JOIN, { "&" } },
	{ PHRASE_NOISE, { "version" } },
	{ PHRASE_NOISE, { "versions" } },
	{ PHRASE_NOISE, { "ver" } },
	{ PHRASE_NOISE, { "ver." } },
	{ PHRASE_NOISE, { "v" } },
	{ PHRASE_NOISE, { "firmware" } },
	{ PHRASE_NOISE, { "release" } },
	{ PHRASE_NOISE, { "releases" } },
	{ PHRASE_ALL, { "all" } },
	{ PHRASE_ALL, { "any" } },
	{ PHRASE_ALL, { "*" } },
};

/* Words that continue a version: "V5.5 SP6 HF9", "7.0 build 1234". Digits may follow each. */
static const char *const suffixes[] = { "sp", "hf", "update", "upd", "patch", "p", "build", "rc", "beta",
	"alpha", "r", "u", "su", "fp", "cu", "mr", "ap", "rev", "hotfix", "pl", "sr", "service", "pack", "ga",
	"lts" };

/* As str_eq_nocase; word is in small letters. Most words differ in the first one. */
static bool is_word(struct str text, const char *word)
{
	return text.len > 0 && char_lower(text.ptr[0]) == word[0] && str_eq_nocase(text, str_of(word));
}

bool version_words_suffix(struct str text, bool *bare)
{
	struct str word = text;

	while (word.len > 0 && (char_is_digit(word.ptr[word.len - 1]) || word.ptr[word.len - 1] == '.'))
		word.len--;
	for (size_t i = 0; i < COUNT(suffixes); i++) {
		if (is_word(word, suffixes[i])) {
			*bare = word.len == text.len;
			return true;
		}
	}
	return false;
}

static const struct {
	const char *text;
	enum token_kind kind;
} symbols[] = {
	{ "<=", TOKEN_MOST },
	{ "=<", TOKEN_MOST },
	{ "\xe2\x89\xa4", TOKEN_MOST }, /* less-than or equal sign */
	{ ">=", TOKEN_LEAST },
	{ "=>", TOKEN_LEAST },
	{ "\xe2\x89\xa5", TOKEN_LEAST },
	{ "<", TOKEN_LESS },
	{ ">", TOKEN_MORE },
	{ "!=", TOKEN_NOT },
	{ "==", TOKEN_EQUAL },
	{ "=", TOKEN_EQUAL },
	{ "||", TOKEN_COMMA },
	{ "|", TOKEN_COMMA },
	{ ",", TOKEN_COMMA },
	{ ";", TOKEN_COMMA },
};

/* Most bytes begin none: this is looked at for each byte of a text. */
static bool begins_symbol(char c)
{
	return strchr("<>=!|,;\xe2", c) && c;
}

static bool take_symbol(struct str *rest, struct token *out)
{
	if (!begins_symbol(rest->ptr[0]))
		return false;
	for (size_t i = 0; i < COUNT(symbols); i++) {
		struct str symbol = str_of(symbols[i].text);

		if (str_starts(*rest, symbol)) {
			*out = (struct token){ symbols[i].kind, symbol };
			*rest = str_from(*rest, symbol.len);
			return true;
		}
	}
	return false;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

bool version_words_split(struct str rest, struct token out[VERSION_WORDS_MOST])
{
	size_t count = 0;

	for (rest = str_trim(rest); rest.len > 0; rest = str_trim(rest)) {
		struct token skipped;
		struct str at = rest;
		size_t len = 0;

		if (count == VERSION_WORDS_MOST - 1)
			return false;
		if (take_symbol(&rest, &out[count])) {
			count++;
			continue;
		}
		do {
			len++;
			at = str_from(at, 1);
		} while (at.len > 0 && !is_blank(at.ptr[0]) &&
			 !take_symbol(&(struct str){ at.ptr, at.len }, &skipped));
		out[count++] = (struct token){ TOKEN_WORD, str_first(rest, len) };
		rest = at;
	}
	out[count] = (struct token){ TOKEN_END, STR_NONE };
	return true;
}

bool version_words_phrase(const struct token *t, enum phrase_kind *kind, size_t *words)
{
	for (size_t i = 0; i < COUNT(phrases); i++) {
		size_t n = 0;

		while (n < COUNT(phrases[i].words) && phrases[i].words[n] && t[n].kind == TOKEN_WORD &&
		       is_word(t[n].text, phrases[i].words[n]))
			n++;
		if (n == COUNT(phrases[i].words) || !phrases[i].words[n]) {
			*words = n;
			*kind = phrases[i].kind;
			return true;
		}
	}
	return false;
}
