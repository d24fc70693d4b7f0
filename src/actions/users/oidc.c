#include "actions/users/oidc.h"

#include "base/crypto.h"
#include "formats/json_tree.h"
#include "formats/jws.h"
#include "transfer/fetch.h"

#define UNRESERVED "-._~"
#define QUERY_BYTES_MOST 8192

/* What is used of the provider's own document (OpenID Connect Discovery 1.0, 4). */
struct provider {
	struct str authorization, token, keys;
};

static bool read_json(
    struct str name, struct str text, struct arena *arena, const struct json_node **out, struct err *e)
{
	SCOPED_INPUT *in = input_open_memory(name, text);

	return json_tree_read(in, arena, out, e);
}

static bool take_address(const struct json_node *root, const char *key, struct str *out, struct err *e)
{
	*out = json_node_field(root, str_of(key));
	return fetch_is_safe(*out) || err_fail(e, ERR_INPUT, "%s is no https address", key);
}

static bool discover(const struct oidc_config *c, struct arena *arena, struct provider *out, struct err *e)
{
	struct str base = str_ends(c->issuer, STR("/")) ? str_first(c->issuer, c->issuer.len - 1) : c->issuer;
	struct fetch f = { .url = arena_join(arena, base, STR("/.well-known/openid-configuration")) };
	const struct json_node *root;
	struct str text;

	if (!fetch_text(&f, arena, &text, e) || !read_json(f.url, text, arena, &root, e))
		return false;
	if (!str_eq(json_node_field(root, STR("issuer")), c->issuer))
		return err_fail(e, ERR_INPUT, STR_FMT ": it is of another issuer", STR_ARG(f.url));
	return (take_address(root, "authorization_endpoint", &out->authorization, e) &&
		   take_address(root, "token_endpoint", &out->token, e) &&
		   take_address(root, "jwks_uri", &out->keys, e)) ||
	       err_within(e, STR_FMT, STR_ARG(f.url));
}

static void add(struct buf *out, const char *key, struct str value)
{
	buf_printf(out, "%s%s=", out->len ? "&" : "", key);
	buf_escape(out, value, UNRESERVED);
}

static void make_request(struct oidc_request *out)
{
	char more[SECRET_WORD_SIZE];

	secret_word(out->state);
	secret_word(out->nonce);
	secret_word(out->verifier);
	memcpy(out->verifier + SECRET_WORD_SIZE - 1, secret_word(more), sizeof(more));
	secret_wipe(more, sizeof(more));
}

bool oidc_begin(const struct oidc_config *c, struct oidc_request *out, struct arena *arena,
    struct str *address, struct err *e)
{
	SCOPED_BUF query = buf_new(QUERY_BYTES_MOST);
	char challenge[BASE64URL_DIGEST_SIZE];
	struct provider provider;
	struct sha256 digest;

	if (!discover(c, arena, &provider, e))
		return false;
	make_request(out);
	digest = sha256_of(str_of(out->verifier));
	add(&query, "response_type", STR("code"));
	add(&query, "client_id", c->client_id);
	add(&query, "redirect_uri", c->redirect);
	add(&query, "scope", STR("openid email"));
	add(&query, "state", str_of(out->state));
	add(&query, "nonce", str_of(out->nonce));
	add(&query, "code_challenge", str_of(base64url_digest(digest.bytes, challenge)));
	add(&query, "code_challenge_method", STR("S256"));
	*address = arena_join(
	    arena, provider.authorization, str_has(provider.authorization, STR("?")) ? STR("&") : STR("?"));
	*address = arena_join(arena, *address, buf_str(&query));
	return true;
}

/* Name and secret are escaped before they are put together (RFC 6749, 2.3.1). */
static struct str escaped(struct str s, struct arena *arena)
{
	SCOPED_BUF out = buf_new(QUERY_BYTES_MOST);

	buf_escape(&out, s, UNRESERVED);
	return arena_copy(arena, buf_str(&out));
}

static bool ask_token(const struct oidc_config *c, const struct provider *provider,
    const struct oidc_request *request, struct str code, struct arena *arena, struct str *id_token,
    struct err *e)
{
	SCOPED_BUF form = buf_new(QUERY_BYTES_MOST);
	struct fetch f = { .url = provider->token };
	const struct json_node *root;
	struct str text;

	add(&form, "grant_type", STR("authorization_code"));
	add(&form, "code", code);
	add(&form, "redirect_uri", c->redirect);
	add(&form, "code_verifier", str_of(request->verifier));
	if (c->client_secret.len) {
		f.user = escaped(c->client_id, arena);
		f.password = escaped(c->client_secret, arena);
	} else {
		add(&form, "client_id", c->client_id);
	}
	if (buf_full(&form))
		return err_fail(e, ERR_INPUT, "the code is too long");
	f.form = buf_str(&form);
	if (!fetch_text(&f, arena, &text, e) || !read_json(f.url, text, arena, &root, e))
		return false;
	*id_token = json_node_field(root, STR("id_token"));
	return id_token->len || err_fail(e, ERR_INPUT, STR_FMT ": id_token is missing", STR_ARG(f.url));
}

static bool identify(const struct oidc_config *c, const struct oidc_request *request, struct str code,
    struct instant now, struct arena *arena, struct oidc_claims *out, struct err *e)
{
	struct oidc_expected expected = { c->issuer, c->client_id, str_of(request->nonce), now };
	struct str id_token, keys, claims;
	struct provider provider;
	struct fetch f = { 0 };

	if (!discover(c, arena, &provider, e) || !ask_token(c, &provider, request, code, arena, &id_token, e))
		return false;
	f.url = provider.keys;
	if (!fetch_text(&f, arena, &keys, e))
		return false;
	if (!jws_read(id_token, keys, arena, &claims, e))
		return err_within(e, "id_token");
	return oidc_claims_read(claims, &expected, arena, out, e);
}

bool oidc_identify(const struct oidc_config *c, const struct oidc_request *request, struct str code,
    struct instant now, struct arena *arena, struct oidc_claims *out, struct err *e)
{
	if (identify(c, request, code, now, arena, out, e))
		return true;
	if (e->code == ERR_INPUT)
		e->code = ERR_DENIED;
	return err_within(e, "the provider");
}
