#include "transfer/mail.h"

#include "transfer/going.h"

static struct str behind_scheme(struct str server)
{
	if (str_starts(server, STR("smtps://")))
		return str_from(server, 8);
	return str_starts(server, STR("smtp://")) ? str_from(server, 7) : STR_NONE;
}

bool mail_is_server(struct str server)
{
	struct str rest = behind_scheme(server);

	return going_is_address(server) && rest.len > 0 && rest.ptr[0] != ':' &&
	       str_index(rest, '/') == rest.len;
}

bool mail_is_address(struct str address)
{
	size_t at = str_index(address, '@');

	if (at == 0 || at + 1 >= address.len)
		return false;
	for (size_t i = 0; i < address.len; i++)
		if (address.ptr[i] <= ' ' || address.ptr[i] >= 127 || strchr("<>\"(),:;\\", address.ptr[i]))
			return false;
	return str_index(str_from(address, at + 1), '@') == address.len - at - 1;
}

static size_t give(char *room, size_t size, size_t count, void *ctx)
{
	struct str *rest = ctx;
	size_t most = size * count, len = rest->len < most ? rest->len : most;

	memcpy(room, rest->ptr, len);
	*rest = str_from(*rest, len);
	return len;
}

static struct str in_brackets(struct going *g, struct str address)
{
	return arena_printf(g->arena, "<" STR_FMT ">", STR_ARG(address));
}

static void set_all(struct going *g, const struct mail *m, struct curl_slist *to, struct str *rest)
{
	bool from_begin = str_starts(m->server, STR("smtps:")),
	     here = going_is_here(behind_scheme(m->server));

	going_set_address(g, m->server, from_begin ? STR("smtps") : STR("smtp"), here);
	if (!from_begin && !here)
		going_set_number(g, CURLOPT_USE_SSL, (long)CURLUSESSL_ALL);
	if (m->user.ptr) {
		going_set_text(g, CURLOPT_USERNAME, m->user);
		going_set_text(g, CURLOPT_PASSWORD, m->password);
	}
	going_set_text(g, CURLOPT_MAIL_FROM, in_brackets(g, m->from));
	going_set_pointer(g, CURLOPT_MAIL_RCPT, to);
	going_set_number(g, CURLOPT_UPLOAD, 1);
	going_set_function(g, CURLOPT_READFUNCTION, give);
	going_set_pointer(g, CURLOPT_READDATA, rest);
}

bool mail_send(const struct mail *m, struct err *e)
{
	SCOPED_ARENA arena = { 0 };
	struct str rest = m->text;
	struct curl_slist *to = NULL;
	struct going g;
	bool done;

	if (!mail_is_server(m->server))
		return err_fail(e, ERR_INPUT, "\"" STR_FMT "\" is no mail server", STR_ARG(m->server));
	if (!going_open(&arena, &g, e))
		return false;
	for (size_t i = 0; i < m->to_count; i++)
		to = g.lib.curl_slist_append(to, arena_text(&arena, in_brackets(&g, m->to[i])));
	set_all(&g, m, to, &rest);
	done = going_run(&g, e) || err_within(e, STR_FMT, STR_ARG(m->server));
	g.lib.curl_slist_free_all(to);
	going_close(&g);
	return done;
}
