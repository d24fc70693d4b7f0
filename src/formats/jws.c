#include "formats/jws.h"

#include <cjose/cjose.h>

#include "base/buf.h"
#include "formats/json_tree.h"
#include "limits.h"

/* Which kind of key (RFC 7518, 6.1) goes with which kind of signature (3.1). */
static const struct {
	const char *alg, *kty;
} kinds[] = {
	{ "RS256", "RSA" },
	{ "RS384", "RSA" },
	{ "RS512", "RSA" },
	{ "PS256", "RSA" },
	{ "PS384", "RSA" },
	{ "PS512", "RSA" },
	{ "ES256", "EC" },
	{ "ES384", "EC" },
	{ "ES512", "EC" },
};

static const char *kty_of(const char *alg)
{
	for (size_t i = 0; alg && i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (strcmp(kinds[i].alg, alg) == 0)
			return kinds[i].kty;
	return NULL;
}

/* Does the signature's header name this key? A header without kid names all of its kind. */
static bool may_be(const struct json_node *key, const char *kty, const char *kid)
{
	struct str use = json_node_field(key, STR("use"));

	return str_eq(json_node_field(key, STR("kty")), str_of(kty)) &&
	       (use.len == 0 || str_eq(use, STR("sig"))) &&
	       (!kid || str_eq(json_node_field(key, STR("kid")), str_of(kid)));
}

static bool is_signed_by(cjose_jws_t *jws, const struct json_node *key)
{
	SCOPED_BUF json = buf_new(LIMIT_FETCH_BYTES);
	struct json_out *w = json_out_buf(&json, false);
	cjose_jwk_t *jwk;
	cjose_err err;
	bool good;

	json_node_write(key, w);
	if (!json_out_close(w))
		return false;
	jwk = cjose_jwk_import(json.ptr, json.len, &err);
	good = jwk && cjose_jws_verify(jws, jwk, &err);
	cjose_jwk_release(jwk);
	return good;
}

static bool read_keys(struct str keys, struct arena *arena, const struct json_node **out, struct err *e)
{
	SCOPED_INPUT *in = input_open_memory(STR("keys"), keys);
	const struct json_node *root;

	if (!json_tree_read(in, arena, &root, e))
		return false;
	*out = json_node_get(root, STR("keys"));
	return *out || err_fail(e, ERR_INPUT, "keys: /keys is missing");
}

static bool check(cjose_jws_t *jws, struct str keys, struct arena *arena, struct err *e)
{
	cjose_header_t *header = cjose_jws_get_protected(jws);
	const char *alg = cjose_header_get(header, CJOSE_HDR_ALG, NULL);
	const char *kid = cjose_header_get(header, CJOSE_HDR_KID, NULL), *kty = kty_of(alg);
	const struct json_node *set;

	if (!kty)
		return err_fail(e, ERR_INPUT, "signatures of kind \"%.40s\" are not taken", alg ? alg : "");
	if (cjose_header_get_raw(header, "crit", NULL))
		return err_fail(e, ERR_INPUT, "its header has what must be understood and is not (crit)");
	if (!read_keys(keys, arena, &set, e) || !set)
		return false;
	for (const struct json_node *key = set->first; key; key = key->next)
		if (may_be(key, kty, kid) && is_signed_by(jws, key))
			return true;
	return err_fail(e, ERR_INPUT, "it is signed by none of the keys");
}

bool jws_read(struct str compact, struct str keys, struct arena *arena, struct str *out, struct err *e)
{
	cjose_jws_t *jws;
	cjose_err err;
	uint8_t *plain;
	size_t len;
	bool good;

	if (compact.len > LIMIT_FETCH_BYTES)
		return err_fail(e, ERR_LIMIT, "longer than %d bytes", LIMIT_FETCH_BYTES);
	jws = cjose_jws_import(compact.ptr, compact.len, &err);
	if (!jws)
		return err_fail(e, ERR_INPUT, "expected three parts of base64url with dots between them");
	good = check(jws, keys, arena, e);
	if (good && !cjose_jws_get_plaintext(jws, &plain, &len, &err))
		good = err_fail(e, ERR_INPUT, "it has no content");
	if (good)
		*out = arena_copy(arena, (struct str){ (const char *)plain, len });
	cjose_jws_release(jws);
	return good;
}
