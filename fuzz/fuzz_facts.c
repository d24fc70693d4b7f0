/*
 * The facts document, and everything behind it: whatever can be read gets a determination that agrees with
 * itself.
 */
#include "fuzz.h"

#include "decision/decide.h"
#include "decision/facts_json.h"
#include "obligations/obligation.h"
#include "reports/determination_json.h"

#define WRITTEN_BYTES ((size_t)64 * 1024 * 1024)

static void judge(const struct facts *f, const struct policy *p, struct arena *a)
{
	SCOPED_BUF text = buf_new(WRITTEN_BYTES);
	struct json_out *w = json_out_buf(&text, false);
	struct determination d;
	struct obligation *obligations;
	size_t count;

	decide(f, p, a, &d);
	obligations = obligations_fda(f, p, &d, a, &count);
	determination_write_json(&d, obligations, count, w);
	if (!json_out_close(w) || (d.final && d.missing_count > 0))
		__builtin_trap();
	if (d.reading.discretion == DISCRETION_APPLIES)
		for (int i = 0; i < CONDITION_COUNT; i++)
			if (d.reading.conditions[i].state != CONDITION_MET)
				__builtin_trap();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct str json = { (const char *)bytes, len };
	SCOPED_FACTS_DOCUMENT *document = NULL;
	SCOPED_ARENA arena = { 0 };
	struct time_zone utc = time_zone_utc();
	struct facts facts;
	struct policy policy;
	struct err e = { 0 };

	if (facts_document_open(json, &document, &e) &&
	    facts_document_read(document, &utc, &arena, &facts, &policy, &e))
		judge(&facts, &policy, &arena);
	else if (e.text[0] == '\0')
		__builtin_trap();
	return 0;
}
