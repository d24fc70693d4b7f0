#include "actions/config_file.h"
#include "actions/users/oidc.h"
#include "transfer/fetch.h"

#define KEYS "issuer|client_id|client_secret_file|address|title"
#define PAGE "/oidc" /* of the web app */

static bool check_texts(const struct json_node *root, struct err *e)
{
	for (const struct json_node *one = root->first; one; one = one->next)
		if (one->kind != JSON_TEXT)
			return err_fail(
			    e, ERR_INPUT, "\"" STR_FMT "\" is no text of %s", STR_ARG(one->key), KEYS);
	return true;
}

static bool take(const struct json_node *root, struct arena *arena, struct oidc_config *out, struct err *e)
{
	struct str address;

	if (!check_texts(root, e) || !config_file_needs(root, "issuer", &out->issuer, e) ||
	    !config_file_needs(root, "client_id", &out->client_id, e) ||
	    !config_file_needs(root, "address", &address, e))
		return false;
	if (!fetch_is_safe(out->issuer) || !fetch_is_safe(address))
		return err_fail(e, ERR_INPUT, "issuer and address are https addresses, or of this machine");
	if (str_ends(address, STR("/")))
		address = str_first(address, address.len - 1);
	out->redirect = arena_join(arena, address, STR(PAGE));
	out->title = json_node_field(root, STR("title"));
	if (!out->title.len)
		out->title = out->issuer;
	return config_file_secret(json_node_field(root, STR("client_secret_file")), "the client's secret",
	    arena, &out->client_secret, e);
}

bool oidc_config_read(const char *path, struct arena *arena, struct oidc_config *out, struct err *e)
{
	const struct json_node *root;

	*out = (struct oidc_config){ 0 };
	if (!config_file_read(path, KEYS, arena, &root, e))
		return false;
	return take(root, arena, out, e) || err_within(e, "%s", path);
}
