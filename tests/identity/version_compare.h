/*
 * version_compare - the order of versions, told the way each scheme's own documents and tools tell it: two
 * texts side by side, without keys. The tests hold the keys against it.
 */
#pragma once
#include <stdbool.h>

#include "identity/version_key.h"

/* -1, 0 or 1 in *sign; false where one of them cannot be read. Texts are at most VERSION_COMPARE_BYTES long.
 */
bool version_compare(enum version_scheme scheme, const char *a, const char *b, int *sign);

enum { VERSION_COMPARE_BYTES = 4096 };

/* One scheme each, as version_compare. */
bool compare_literal(const char *a, const char *b, int *sign);
bool compare_generic(const char *a, const char *b, int *sign);
bool compare_semver(const char *a, const char *b, int *sign);
bool compare_dpkg(const char *a, const char *b, int *sign);
bool compare_rpm(const char *a, const char *b, int *sign);
bool compare_pep440(const char *a, const char *b, int *sign);
bool compare_apk(const char *a, const char *b, int *sign);
bool compare_maven(const char *a, const char *b, int *sign);
bool compare_gem(const char *a, const char *b, int *sign);
bool compare_nuget(const char *a, const char *b, int *sign);
bool compare_alpm(const char *a, const char *b, int *sign);
bool compare_ebuild(const char *a, const char *b, int *sign);
bool compare_golang(const char *a, const char *b, int *sign);
bool compare_conan(const char *a, const char *b, int *sign);
bool compare_composer(const char *a, const char *b, int *sign);

/* Shared by them: digits by value; texts by bytes. */
int compare_digits(const char *a, size_t a_len, const char *b, size_t b_len);
int compare_bytes(const char *a, size_t a_len, const char *b, size_t b_len);
static inline int compare_sign(long n)
{
	return (n > 0) - (n < 0);
}
