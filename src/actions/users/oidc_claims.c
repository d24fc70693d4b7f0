#include "actions/users/oidc_claims.h"

#include "base/number.h"
#include "formats/json_tree.h"

#define SUBJECT_BYTES_MOST 255 /* OpenID Connect Core 1.0, 2 */
#define EMAIL_BYTES_MOST 254   /* RFC 5321, 4.5.3.1.3, without its brackets */

static bool is_same(const struct json_node *root, const char *key, struct str expected, struct err *e)
{
	struct str found = json_node_field(root, str_of(key));

	return (expected.len > 0 && str_eq(found, expected)) ||
	       err_fail(e, ERR_INPUT, "%s is \"" STR_FMT "\", not \"" STR_FMT "\"", key, STR_ARG(found),
		   STR_ARG(expected));
}

/* For us: alone, or among others where azp says that it was made for us. */
static bool check_audience(const struct json_node *root, struct str client_id, struct err *e)
{
	const struct json_node *aud = json_node_get(root, STR("aud"));
	struct str party = json_node_field(root, STR("azp"));
	bool named = str_eq(json_node_text(aud), client_id);
	size_t count = 1;

	if (aud && aud->kind == JSON_ARRAY) {
		count = aud->count;
		for (const struct json_node *one = aud->first; one; one = one->next)
			named = named || str_eq(json_node_text(one), client_id);
	}
	if (!named)
		return err_fail(e, ERR_INPUT, "aud does not name \"" STR_FMT "\"", STR_ARG(client_id));
	if ((count > 1 || party.len) && !str_eq(party, client_id))
		return err_fail(e, ERR_INPUT, "azp is \"" STR_FMT "\", not \"" STR_FMT "\"", STR_ARG(party),
		    STR_ARG(client_id));
	return true;
}

/* Seconds since 1970, whole; -1: it is not there. */
static bool seconds_of(const struct json_node *root, const char *key, int64_t *out, struct err *e)
{
	const struct json_node *at = json_node_get(root, str_of(key));

	*out = -1;
	if (!at)
		return true;
	if (at->kind != JSON_NUMBER)
		return err_fail(e, ERR_INPUT, "%s is no number", key);
	return number_parse(
	    str_first(at->text, str_index(at->text, '.')), key, 0, INT64_MAX / 1000000, out, e);
}

static bool check_times(const struct json_node *root, struct instant now, struct err *e)
{
	int64_t seconds = now.us / 1000000, ends, begins, made;

	if (!seconds_of(root, "exp", &ends, e) || !seconds_of(root, "nbf", &begins, e) ||
	    !seconds_of(root, "iat", &made, e))
		return false;
	if (ends < 0 || made < 0)
		return err_fail(e, ERR_INPUT, "%s is missing", ends < 0 ? "exp" : "iat");
	if (seconds >= ends + OIDC_CLOCK_SECONDS)
		return err_fail(e, ERR_INPUT, "it has expired (exp)");
	if (begins > seconds + OIDC_CLOCK_SECONDS)
		return err_fail(e, ERR_INPUT, "it does not hold yet (nbf)");
	if (made > seconds + OIDC_CLOCK_SECONDS || made < seconds - OIDC_OLD_SECONDS)
		return err_fail(e, ERR_INPUT, "it was not made just now (iat)");
	return true;
}

static bool is_true(const struct json_node *at)
{
	return at && at->kind == JSON_BOOL && str_eq(at->text, STR("true"));
}

bool oidc_claims_read(struct str json, const struct oidc_expected *expected, struct arena *arena,
    struct oidc_claims *out, struct err *e)
{
	SCOPED_INPUT *in = input_open_memory(STR("id_token"), json);
	const struct json_node *root;
	struct str subject, email;

	if (!json_tree_read(in, arena, &root, e))
		return false;
	if (!is_same(root, "iss", expected->issuer, e) || !check_audience(root, expected->client_id, e) ||
	    !check_times(root, expected->now, e) || !is_same(root, "nonce", expected->nonce, e))
		return err_within(e, "id_token");
	subject = json_node_field(root, STR("sub"));
	if (subject.len == 0 || subject.len > SUBJECT_BYTES_MOST)
		return err_fail(e, ERR_INPUT, "id_token: sub has 1 to %d bytes", SUBJECT_BYTES_MOST);
	email = json_node_field(root, STR("email"));
	*out = (struct oidc_claims){ .issuer = arena_copy(arena, expected->issuer),
		.subject = arena_copy(arena, subject),
		.email = STR("") };
	if (is_true(json_node_get(root, STR("email_verified"))) && email.len <= EMAIL_BYTES_MOST)
		out->email = arena_copy(arena, email);
	return true;
}
