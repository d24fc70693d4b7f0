/*
 * version_tag - the version in a tag of a repository: OpenSSL_1_1_1k, curl-7_76_1, R_2_4_8, release-1.2.3.
 *
 * What stands before the version is the product's own name or a word that means a version; behind it may
 * stand a word that means a release. Nothing else is taken away: of "openssl-fips-2.0.16" nobody can say that
 * it is OpenSSL 2.0.16.
 */
#pragma once
#include "base/arena.h"

enum version_tag {
	TAG_NONE,  /* no tag: the text is a version as it stands */
	TAG_READ,  /* a tag, and what it stands for */
	TAG_UNREAD /* it begins with words that say nothing, or is a branch or a commit */
};

/* names: what the product is called, as anybody writes it. *version is in the arena. */
enum version_tag version_tag_read(
    struct str text, const struct str *names, size_t count, struct arena *arena, struct str *version);

/* Has the other text what was taken away from the tag, in front or behind: is it of the same form? */
bool version_tag_same_form(struct str tag, struct str version, struct str other);
