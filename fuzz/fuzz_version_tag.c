/*
 * Tags of repositories, a line NAME<TAB>TAG: what is read out of one begins with a number and is no longer
 * than the tag, and reading it again changes nothing.
 */
#include "fuzz.h"

#include "identity/version_tag.h"
#include "matching/hint.h"

static bool begins_with_number(struct str version)
{
	size_t v = version.len > 0 && char_lower(version.ptr[0]) == 'v';

	return version.len > v && char_is_digit(version.ptr[v]);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	SCOPED_ARENA arena = { 0 };
	struct str tag = { (const char *)bytes, len }, name = STR_NONE, version = STR_NONE, again;

	str_cut(&tag, '\t', &name);
	hint_key(tag, &arena);
	hint_package(PACKAGE_CPE, tag, &arena);
	if (version_tag_read(tag, &name, 1, &arena, &version) != TAG_READ)
		return 0;
	if (!begins_with_number(version) || version.len > tag.len)
		__builtin_trap();
	(void)version_tag_same_form(tag, version, name);
	switch (version_tag_read(version, &name, 1, &arena, &again)) {
	case TAG_NONE:
		break;
	case TAG_READ: /* two words behind it: "1.2-stable-release" */
		if (again.len >= version.len)
			__builtin_trap();
		break;
	case TAG_UNREAD: /* what is left looks like a commit */
		break;
	}
	return 0;
}
