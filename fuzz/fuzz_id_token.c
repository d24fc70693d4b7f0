/*
 * What a provider answers: in the first line the keys, in the second the token; and the second again as the
 * claims of one, whose signature was right.
 */
#include "fuzz.h"

#include "actions/users/oidc_claims.h"
#include "formats/jws.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct oidc_expected expected = { STR("https://login.example"), STR("us"), STR("n1"),
		{ INT64_C(1790000000) * 1000000 } };
	struct str token = { (const char *)bytes, len }, keys, out;
	SCOPED_ARENA arena = { 0 };
	struct oidc_claims claims;
	struct err e = { 0 };

	if (!str_cut(&token, '\n', &keys))
		return 0;
	if (!jws_read(token, keys, &arena, &out, &e) && e.text[0] == '\0')
		__builtin_trap();
	e = (struct err){ 0 };
	if (oidc_claims_read(token, &expected, &arena, &claims, &e) ? claims.subject.len == 0
								    : e.text[0] == '\0')
		__builtin_trap();
	return 0;
}
