/*
 * CVSS vectors: what is taken has scores within bounds, and its canonical form says the same again.
 */
#include "fuzz.h"

#include "assessment/cvss.h"

static void check(const struct cvss *c)
{
	SCOPED_BUF text = buf_new(1000);
	struct cvss_scores s, again_scores;
	struct cvss again;
	struct err e = { 0 };

	cvss_score(c, &s);
	if (s.base < 0 || s.base > 100 || s.temporal > 100 || s.environmental > 100 || s.score < 0 ||
	    s.score > 100)
		__builtin_trap();
	if (cvss_band(c->version, s.score) == CVSS_UNSCORED)
		__builtin_trap();
	cvss_write(c, &text);
	if (buf_full(&text) || !cvss_parse(buf_str(&text), &again, &e))
		__builtin_trap();
	cvss_score(&again, &again_scores);
	if (memcmp(&again, c, sizeof(again)) != 0 || again_scores.score != s.score)
		__builtin_trap();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct str text = { (const char *)bytes, len };
	struct cvss c;
	struct err e = { 0 };

	if (cvss_parse(text, &c, &e))
		check(&c);
	else if (e.text[0] == '\0')
		__builtin_trap(); /* a failure that says nothing */
	return 0;
}
