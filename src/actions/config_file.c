#include "actions/config_file.h"

#include <sys/stat.h>

#define SECRET_FILE_MOST 4096

bool config_file_read(
    const char *path, const char *keys, struct arena *arena, const struct json_node **root, struct err *e)
{
	SCOPED_INPUT *in = NULL;

	if (!input_open_file(path, &in, e) || !json_tree_read(in, arena, root, e))
		return false;
	for (const struct json_node *one = (*root)->first; one; one = one->next)
		if (!str_is_among(one->key, keys))
			return err_fail(
			    e, ERR_INPUT, "%s: \"" STR_FMT "\" is none of %s", path, STR_ARG(one->key), keys);
	return true;
}

bool config_file_needs(const struct json_node *root, const char *key, struct str *out, struct err *e)
{
	*out = json_node_field(root, str_of(key));
	return out->len || err_fail(e, ERR_INPUT, "%s is missing, or no text", key);
}

bool config_file_secret(
    struct str path, const char *whose, struct arena *arena, struct str *out, struct err *e)
{
	const char *name = arena_text(arena, path);
	SCOPED_BUF text = buf_new(SECRET_FILE_MOST);
	SCOPED_INPUT *in = NULL;
	struct stat about;

	*out = STR("");
	if (!path.len)
		return true;
	if (stat(name, &about) != 0)
		return err_fail(e, ERR_IO, "%s: cannot be read", name);
	if (about.st_mode & 077)
		return err_fail(e, ERR_INPUT, "%s: others can read %s: chmod 600", name, whose);
	if (!input_open_file(name, &in, e) || !input_read_all(in, &text, e) || !input_finish(in, e))
		return false;
	*out = arena_copy(arena, str_trim(buf_str(&text)));
	return out->len || err_fail(e, ERR_INPUT, "%s: it is empty", name);
}
