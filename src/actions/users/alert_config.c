#include "actions/config_file.h"
#include "actions/users/alert.h"
#include "base/number.h"
#include "transfer/mail.h"

#define KEYS "server|user|password_file|from|to|title|pause_seconds"
#define MOST_RECEIVERS 20
#define PAUSE_SECONDS 300
#define MOST_PAUSE_SECONDS 86400
#define SECOND_US INT64_C(1000000)

static bool take_receivers(
    const struct json_node *list, struct arena *arena, struct alert_config *out, struct err *e)
{
	if (!list || list->kind != JSON_ARRAY || list->count == 0 || list->count > MOST_RECEIVERS)
		return err_fail(e, ERR_INPUT, "to is a list of 1 to %d addresses", MOST_RECEIVERS);
	out->to = arena_alloc(arena, list->count, sizeof(*out->to));
	for (const struct json_node *one = list->first; one; one = one->next) {
		if (!mail_is_address(json_node_text(one)))
			return err_fail(e, ERR_INPUT,
			    "to: \"" STR_FMT "\" is no address, as soc@example.com is", STR_ARG(one->text));
		out->to[out->to_count++] = one->text;
	}
	return true;
}

static bool take_pause(const struct json_node *pause, struct alert_config *out, struct err *e)
{
	int64_t seconds = PAUSE_SECONDS;

	if (pause && (pause->kind != JSON_NUMBER ||
			 !number_parse(pause->text, "pause_seconds", 0, MOST_PAUSE_SECONDS, &seconds, e)))
		return err_fail(
		    e, ERR_INPUT, "pause_seconds is a whole number from 0 to %d", MOST_PAUSE_SECONDS);
	out->pause_us = seconds * SECOND_US;
	return true;
}

static bool take(const struct json_node *root, struct arena *arena, struct alert_config *out, struct err *e)
{
	if (!config_file_needs(root, "server", &out->server, e) ||
	    !config_file_needs(root, "from", &out->from, e) ||
	    !take_receivers(json_node_get(root, STR("to")), arena, out, e) ||
	    !take_pause(json_node_get(root, STR("pause_seconds")), out, e))
		return false;
	if (!mail_is_server(out->server))
		return err_fail(e, ERR_INPUT,
		    "server: \"" STR_FMT "\" is no mail server, as smtps://mail.example.com is",
		    STR_ARG(out->server));
	if (!mail_is_address(out->from))
		return err_fail(e, ERR_INPUT, "from: \"" STR_FMT "\" is no address, as soc@example.com is",
		    STR_ARG(out->from));
	out->user = json_node_field(root, STR("user"));
	out->title = json_node_field(root, STR("title"));
	return config_file_secret(json_node_field(root, STR("password_file")), "the mail server's password",
	    arena, &out->password, e);
}

bool alert_config_read(const char *path, struct arena *arena, struct alert_config *out, struct err *e)
{
	const struct json_node *root;

	*out = (struct alert_config){ 0 };
	if (!config_file_read(path, KEYS, arena, &root, e))
		return false;
	return take(root, arena, out, e) || err_within(e, "%s", path);
}
