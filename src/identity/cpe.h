/*
 * cpe - a CPE name: part, vendor, product, version and seven more attributes.
 *
 * Specification: NISTIR 7695 (naming: 2.3 formatted string, 2.2 URI), NISTIR 7696 (matching). Attributes are
 * kept as canonical 2.3 formatted text: lower case, special characters escaped with a backslash and nothing
 * else, "*" for ANY, "-" for NA. So equal values are equal bytes.
 */
#pragma once
#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/str.h"

enum cpe_attribute {
	CPE_PART,
	CPE_VENDOR,
	CPE_PRODUCT,
	CPE_VERSION,
	CPE_UPDATE,
	CPE_EDITION,
	CPE_LANGUAGE,
	CPE_SW_EDITION,
	CPE_TARGET_SW,
	CPE_TARGET_HW,
	CPE_OTHER,
	CPE_ATTRIBUTE_COUNT
};

struct cpe {
	struct str attribute[CPE_ATTRIBUTE_COUNT];
};

/* Either form, told by its beginning. Strict: what NISTIR 7695 does not allow is refused with the attribute
 * named. The attributes borrow from text where it is canonical already, else live in the arena. */
MUST_CHECK bool cpe_parse(struct str text, struct arena *arena, struct cpe *out, struct err *e);
/* As cpe_parse, but takes what tools write by mistake and can be understood in one way only: special
 * characters left unescaped (+ and the like), missing attributes at the end. *mended says that something had
 * to be. */
MUST_CHECK bool cpe_parse_lenient(
    struct str text, struct arena *arena, struct cpe *out, bool *mended, struct err *e);
/* The 2.3 formatted string. */
void cpe_write(const struct cpe *c, struct buf *out);
/* "o:amazon:freertos": what matching looks up. */
void cpe_write_package(const struct cpe *c, struct buf *out);
/* The value of an attribute without its escapes, in the arena or borrowed. */
struct str cpe_unescape(struct str value, struct arena *arena);
/* The other way, for words as people write them: in lower case, what has a meaning in CPE names escaped. In
 * the arena. */
struct str cpe_escape(struct str text, struct arena *arena);
const char *cpe_attribute_name(enum cpe_attribute a);

static inline bool cpe_is_any(struct str value)
{
	return value.len == 1 && value.ptr[0] == '*';
}
static inline bool cpe_is_na(struct str value)
{
	return value.len == 1 && value.ptr[0] == '-';
}

/* NISTIR 7696 table 6-2; source is the advisory's value, target the component's. */
enum cpe_relation { CPE_DISJOINT, CPE_EQUAL, CPE_SUBSET, CPE_SUPERSET, CPE_UNDEFINED };
enum cpe_relation cpe_compare(struct str source, struct str target);
