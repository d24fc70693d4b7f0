/*
 * Composer in its own two steps: a text is brought to the form that version_compare() of PHP takes, words and
 * numbers between dots; then these are compared in turn.
 */
#include "identity/version_compare.h"

#include <ctype.h>
#include <regex.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define MODIFIER "[._-]?((stable|beta|b|rc|alpha|a|patch|pl|p)(([.-]?[0-9]+)*))?([.-]?dev)?"
#define NUMBER "(\\.[0-9]+)?"
enum { WORD = 2, NUMBERS = 3, DEV = 5, GROUPS = 16, NORMAL_BYTES = VERSION_COMPARE_BYTES + 64 };

enum form { VERSION, BRANCH, DATE, FORMS };
static regex_t forms[FORMS];

__attribute__((constructor)) static void compile_forms(void)
{
	static const char *const patterns[FORMS] = {
		[VERSION] = "^v?([0-9]{1,5})" NUMBER NUMBER NUMBER MODIFIER "$",
		[BRANCH] = "^v?([0-9]+(\\.[0-9]+)*)((\\.[x*])+)[.-]?dev$",
		[DATE] = "^v?([0-9]{4}([.:-]?[0-9]+)*)" MODIFIER "$",
	};

	for (int i = 0; i < FORMS; i++)
		if (regcomp(&forms[i], patterns[i], REG_EXTENDED | REG_ICASE))
			abort();
}

static bool matches(enum form form, const char *text, regmatch_t groups[GROUPS])
{
	return regexec(&forms[form], text, GROUPS, groups, 0) == 0;
}

/* Adds .piece to the form; what is no letter and no digit in it becomes a dot. */
static void add(char *form, const char *piece, size_t len)
{
	size_t at = strlen(form);

	if (at && len && isalnum((unsigned char)*piece))
		form[at++] = '.';
	for (size_t i = 0; i < len; i++)
		form[at++] = (char)(isalnum((unsigned char)piece[i]) ? tolower(piece[i]) : '.');
	form[at] = '\0';
}

static void add_group(char *form, const char *text, regmatch_t group)
{
	if (group.rm_so >= 0 && group.rm_eo > group.rm_so)
		add(form, text + group.rm_so, (size_t)(group.rm_eo - group.rm_so));
}

static void add_modifier(char *form, const char *text, const regmatch_t *groups)
{
	bool stable = groups[WORD].rm_so >= 0 && strncasecmp(text + groups[WORD].rm_so, "stable", 6) == 0;

	if (stable)
		return;
	add_group(form, text, groups[WORD]);
	add_group(form, text, groups[NUMBERS]);
	if (groups[DEV].rm_so >= 0)
		add(form, "dev", 3);
}

static bool normalise(const char *version, char form[NORMAL_BYTES])
{
	regmatch_t g[GROUPS];
	char text[VERSION_COMPARE_BYTES + 1];
	char *plus;
	size_t len;

	version += strspn(version, " \t\r\n");
	snprintf(text, sizeof(text), "%s", version);
	for (len = strlen(text); len && strchr(" \t\r\n", text[len - 1]);)
		text[--len] = '\0';
	plus = strchr(text, '+');
	if (plus) {
		*plus = '\0';
		for (const char *p = plus + 1; *p || p == plus + 1; p++)
			if ((unsigned char)*p <= ' ')
				return false;
	}
	form[0] = '\0';
	if (matches(VERSION, text, g)) {
		for (int i = 1; i <= 4; i++) {
			add_group(form, text, g[i]);
			if (g[i].rm_so < 0)
				add(form, "0", 1);
		}
		add_modifier(form, text, g + 4);
	} else if (matches(BRANCH, text, g)) {
		int count = (int)(g[3].rm_eo - g[3].rm_so) / 2;

		add_group(form, text, g[1]);
		for (const char *p = text; p < text + g[1].rm_eo; p++)
			count += *p == '.';
		if (count > 3)
			return false;
		for (int i = 0; i < 3 - count + (int)(g[3].rm_eo - g[3].rm_so) / 2; i++)
			add(form, "9999999", 7);
		add(form, "dev", 3);
	} else if (matches(DATE, text, g)) {
		add_group(form, text, g[1]);
		add_modifier(form, text, g + 2);
	} else {
		return false;
	}
	return true;
}

/* A piece of the form, and where it is in the order of PHP. */
static int rank(const char *piece, size_t len)
{
	static const char *const words[] = { "dev", "a", "b", "rc" };

	if (len == 0)
		return 5;
	if (isdigit((unsigned char)*piece))
		return 6;
	for (int i = 0; i < 4; i++)
		if (strncmp(piece, words[i], strlen(words[i])) == 0)
			return i + 1;
	return 7; /* patch, pl, p */
}

bool compare_composer(const char *a, const char *b, int *sign)
{
	char form_a[NORMAL_BYTES], form_b[NORMAL_BYTES];

	if (!normalise(a, form_a) || !normalise(b, form_b))
		return false;
	a = form_a;
	b = form_b;
	do {
		size_t a_len = strcspn(a, "."), b_len = strcspn(b, ".");

		*sign = compare_sign(rank(a, a_len) - rank(b, b_len));
		if (*sign == 0 && rank(a, a_len) == 6)
			*sign = compare_digits(a, a_len, b, b_len);
		a += a_len;
		b += b_len;
		if (!*a && !*b)
			break;
		a += *a == '.';
		b += *b == '.';
	} while (*sign == 0);
	return true;
}
