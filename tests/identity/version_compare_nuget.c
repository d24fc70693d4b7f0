/*
 * NuGet: four numbers, then the release labels, then nothing else: the rules of its VersionComparer.
 */
#include "identity/version_compare.h"

#include <string.h>
#include <strings.h>

#define DIGITS "0123456789"
#define LABEL DIGITS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-"

struct nuget {
	const char *numbers[4];
	size_t digits[4];
	const char *labels; /* NULL: a release */
};

/* The length of labels between dots; 0 if one is empty. */
static size_t labels_length(const char *text)
{
	size_t len = 0;

	for (;;) {
		size_t one = strspn(text + len, LABEL);

		len += one;
		if (one == 0)
			return 0;
		if (text[len] != '.')
			return len;
		len++;
	}
}

static bool read_nuget(const char *text, struct nuget *v)
{
	*v = (struct nuget){ { "", "", "", "" }, { 0 }, NULL };
	text += strspn(text, " \t\r\n");
	for (int i = 0; i < 4; i++) {
		v->numbers[i] = text;
		v->digits[i] = strspn(text, DIGITS);
		text += v->digits[i];
		if (v->digits[i] == 0)
			return false;
		if (*text != '.' || i == 3)
			break;
		text++;
	}
	if (*text == '-') {
		v->labels = text + 1;
		if (labels_length(v->labels) == 0)
			return false;
		text = v->labels + labels_length(v->labels);
	}
	if (*text == '+') {
		size_t len = labels_length(text + 1);

		if (len == 0)
			return false;
		text += 1 + len;
	}
	return text[strspn(text, " \t\r\n")] == '\0';
}

static int compare_labels(const char *a, const char *b)
{
	for (;; a++, b++) {
		size_t la = strspn(a, LABEL), lb = strspn(b, LABEL), shorter = la < lb ? la : lb;
		bool a_number = strspn(a, DIGITS) == la, b_number = strspn(b, DIGITS) == lb;
		int sign;

		if (a_number != b_number)
			return a_number ? -1 : 1;
		sign = a_number ? compare_digits(a, la, b, lb) : compare_sign(strncasecmp(a, b, shorter));
		if (sign == 0 && !a_number)
			sign = compare_sign((long)la - (long)lb);
		if (sign)
			return sign;
		a += la;
		b += lb;
		if (*a != '.' || *b != '.')
			return (*a == '.') - (*b == '.');
	}
}

bool compare_nuget(const char *a, const char *b, int *sign)
{
	struct nuget va, vb;

	if (!read_nuget(a, &va) || !read_nuget(b, &vb))
		return false;
	*sign = 0;
	for (int i = 0; i < 4 && *sign == 0; i++)
		*sign = compare_digits(va.numbers[i], va.digits[i], vb.numbers[i], vb.digits[i]);
	if (*sign == 0 && va.labels && vb.labels)
		*sign = compare_labels(va.labels, vb.labels);
	else if (*sign == 0)
		*sign = !va.labels - !vb.labels;
	return true;
}
