#include "records/user.h"

#define NAME_LEAST 2
#define NAME_MOST 32
#define NAME_IN_SECRET 4 /* as long a name is no part of a secret anywhere */
#define SECRET_LEAST 12
#define SECRET_MOST 1024

static const struct {
	const char *word;
	enum role role;
} role_words[] = {
	{ "reader", ROLE_READER },
	{ "security", ROLE_SECURITY },
	{ "regulatory", ROLE_REGULATORY },
	{ "reviewer", ROLE_REVIEWER },
	{ "designated_person", ROLE_DESIGNATED },
	{ "administrator", ROLE_ADMINISTRATOR },
};

const char user_statement[] =
    "I am accountable for everything that is done under my name. My signature here binds me as my "
    "handwritten\n"
    "one does. I keep my secret to myself, lend my name to nobody, and tell the administrator at once when\n"
    "I believe that somebody else knows it.\n";

static bool add_role(struct str word, unsigned *roles, struct err *e)
{
	for (size_t i = 0; i < sizeof(role_words) / sizeof(*role_words); i++)
		if (str_eq(word, str_of(role_words[i].word))) {
			*roles |= role_words[i].role;
			return true;
		}
	return err_fail(e, ERR_INPUT,
	    "there is no role \"" STR_FMT
	    "\"; there are reader, security, regulatory, reviewer, designated_person and administrator",
	    STR_ARG(word));
}

bool roles_parse(struct str words, unsigned *roles, struct err *e)
{
	struct str word;

	*roles = 0;
	while (str_next(&words, ',', &word))
		if (!add_role(str_trim(word), roles, e))
			return false;
	return true;
}

void roles_write(unsigned roles, struct buf *out)
{
	bool first = true;

	for (size_t i = 0; i < sizeof(role_words) / sizeof(*role_words); i++)
		if (roles & role_words[i].role) {
			buf_printf(out, "%s%s", first ? "" : ", ", role_words[i].word);
			first = false;
		}
}

static bool is_name_byte(char c)
{
	return (c >= 'a' && c <= 'z') || char_is_digit(c) || c == '.' || c == '-' || c == '_';
}

bool user_name_check(struct str name, struct err *e)
{
	bool fits =
	    name.len >= NAME_LEAST && name.len <= NAME_MOST && name.ptr[0] >= 'a' && name.ptr[0] <= 'z';

	for (size_t i = 0; i < name.len; i++)
		fits = fits && is_name_byte(name.ptr[i]);
	return fits ||
	       err_fail(e, ERR_INPUT,
		   "user name \"" STR_FMT
		   "\": expected %d to %d lower-case letters, digits, \".\", \"-\" or \"_\", a letter first",
		   STR_ARG(name), NAME_LEAST, NAME_MOST);
}

static bool is_monotonous(struct str s)
{
	for (size_t i = 1; i < s.len; i++)
		if (s.ptr[i] != s.ptr[0])
			return false;
	return true;
}

static bool is_word_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || char_is_digit(c) || (c & 0x80);
}

/* Short names are parts of many words: "ra" of "grapes". They count where they stand as a word. */
static bool contains_name(struct str name, struct str secret)
{
	for (size_t i = 0; name.len && i + name.len <= secret.len; i++) {
		size_t end = i + name.len;

		if (!str_eq_nocase((struct str){ secret.ptr + i, name.len }, name))
			continue;
		if (name.len >= NAME_IN_SECRET || ((i == 0 || !is_word_byte(secret.ptr[i - 1])) &&
						      (end == secret.len || !is_word_byte(secret.ptr[end]))))
			return true;
	}
	return false;
}

/* In UTF-8 each begins with a byte that continues none. */
static size_t characters_of(struct str s)
{
	size_t count = 0;

	for (size_t i = 0; i < s.len; i++)
		count += ((unsigned char)s.ptr[i] & 0xc0) != 0x80;
	return count;
}

bool user_secret_check(struct str name, struct str secret, struct err *e)
{
	size_t characters = characters_of(secret);

	if (characters < SECRET_LEAST || secret.len > SECRET_MOST)
		return err_fail(e, ERR_INPUT, "a secret has %d to %d characters; this one has %zu",
		    SECRET_LEAST, SECRET_MOST, characters);
	if (is_monotonous(secret))
		return err_fail(e, ERR_INPUT, "a secret is not one character over and over");
	return !contains_name(name, secret) ||
	       err_fail(
		   e, ERR_INPUT, "a secret does not contain the user's name, \"" STR_FMT "\"", STR_ARG(name));
}
