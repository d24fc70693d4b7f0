#include <sys/stat.h>

#include "actions/users/oidc.h"
#include "formats/json_tree.h"
#include "transfer/fetch.h"

#define SECRET_FILE_MOST 4096
#define KEYS "issuer|client_id|client_secret_file|address|title"
#define PAGE "/oidc" /* of the web app */

static bool read_whole(const char *path, size_t most, struct arena *arena, struct str *out, struct err *e)
{
	SCOPED_INPUT *in = NULL;
	SCOPED_BUF text = buf_new(most);

	if (!input_open_file(path, &in, e) || !input_read_all(in, &text, e) || !input_finish(in, e))
		return false;
	*out = arena_copy(arena, buf_str(&text));
	return true;
}

static bool read_secret(struct str path, struct arena *arena, struct str *out, struct err *e)
{
	const char *name = arena_text(arena, path);
	struct stat about;

	*out = STR("");
	if (!path.len)
		return true;
	if (stat(name, &about) != 0)
		return err_fail(e, ERR_IO, "%s: cannot be read", name);
	if (about.st_mode & 077)
		return err_fail(e, ERR_INPUT, "%s: others can read the client's secret: chmod 600", name);
	if (!read_whole(name, SECRET_FILE_MOST, arena, out, e))
		return false;
	*out = str_trim(*out);
	return out->len || err_fail(e, ERR_INPUT, "%s: it is empty", name);
}

static bool needs(const struct json_node *root, const char *key, struct str *out, struct err *e)
{
	*out = json_node_field(root, str_of(key));
	return out->len || err_fail(e, ERR_INPUT, "%s is missing", key);
}

static bool check_keys(const struct json_node *root, struct err *e)
{
	for (const struct json_node *one = root->first; one; one = one->next)
		if (!str_is_among(one->key, KEYS) || one->kind != JSON_TEXT)
			return err_fail(
			    e, ERR_INPUT, "\"" STR_FMT "\" is no text of %s", STR_ARG(one->key), KEYS);
	return true;
}

static bool take(const struct json_node *root, struct arena *arena, struct oidc_config *out, struct err *e)
{
	struct str address;

	if (!check_keys(root, e) || !needs(root, "issuer", &out->issuer, e) ||
	    !needs(root, "client_id", &out->client_id, e) || !needs(root, "address", &address, e))
		return false;
	if (!fetch_is_safe(out->issuer) || !fetch_is_safe(address))
		return err_fail(e, ERR_INPUT, "issuer and address are https addresses, or of this machine");
	if (str_ends(address, STR("/")))
		address = str_first(address, address.len - 1);
	out->redirect = arena_join(arena, address, STR(PAGE));
	out->title = json_node_field(root, STR("title"));
	if (!out->title.len)
		out->title = out->issuer;
	return read_secret(json_node_field(root, STR("client_secret_file")), arena, &out->client_secret, e);
}

bool oidc_config_read(const char *path, struct arena *arena, struct oidc_config *out, struct err *e)
{
	SCOPED_INPUT *in = NULL;
	const struct json_node *root;

	*out = (struct oidc_config){ 0 };
	if (!input_open_file(path, &in, e) || !json_tree_read(in, arena, &root, e))
		return false;
	return take(root, arena, out, e) || err_within(e, "%s", path);
}
