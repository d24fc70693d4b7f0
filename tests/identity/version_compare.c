#include "identity/version_compare.h"

#include <string.h>

int compare_digits(const char *a, size_t a_len, const char *b, size_t b_len)
{
	for (; a_len && *a == '0'; a_len--)
		a++;
	for (; b_len && *b == '0'; b_len--)
		b++;
	if (a_len != b_len)
		return a_len < b_len ? -1 : 1;
	return a_len ? compare_sign(memcmp(a, b, a_len)) : 0;
}

int compare_bytes(const char *a, size_t a_len, const char *b, size_t b_len)
{
	return compare_sign(str_cmp((struct str){ a, a_len }, (struct str){ b, b_len }));
}

bool compare_literal(const char *a, const char *b, int *sign)
{
	*sign = compare_bytes(a, strlen(a), b, strlen(b));
	return true;
}

bool version_compare(enum version_scheme scheme, const char *a, const char *b, int *sign)
{
	switch (scheme) {
	case VERSION_LITERAL:
		return compare_literal(a, b, sign);
	case VERSION_GENERIC:
		return compare_generic(a, b, sign);
	case VERSION_SEMVER:
		return compare_semver(a, b, sign);
	case VERSION_DPKG:
		return compare_dpkg(a, b, sign);
	case VERSION_RPM:
		return compare_rpm(a, b, sign);
	case VERSION_PEP440:
		return compare_pep440(a, b, sign);
	case VERSION_APK:
		return compare_apk(a, b, sign);
	case VERSION_MAVEN:
		return compare_maven(a, b, sign);
	case VERSION_GEM:
		return compare_gem(a, b, sign);
	case VERSION_NUGET:
		return compare_nuget(a, b, sign);
	case VERSION_ALPM:
		return compare_alpm(a, b, sign);
	case VERSION_EBUILD:
		return compare_ebuild(a, b, sign);
	case VERSION_GOLANG:
		return compare_golang(a, b, sign);
	case VERSION_CONAN:
		return compare_conan(a, b, sign);
	case VERSION_COMPOSER:
		return compare_composer(a, b, sign);
	case VERSION_SCHEME_COUNT:
		break;
	}
	return false;
}
