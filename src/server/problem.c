#include "server/problem.h"

static const struct {
	int status;
	const char *title;
} titles[] = {
	{ 400, "The request is wrong" },
	{ 401, "Not signed in" },
	{ 403, "Not permitted" },
	{ 404, "Not found" },
	{ 405, "The method is not known here" },
	{ 406, "Of no form that is accepted" },
	{ 409, "In conflict with what stands" },
	{ 412, "Changed meanwhile" },
	{ 413, "Too large" },
	{ 415, "Of a kind that is not taken" },
	{ 422, "The input is wrong" },
	{ 428, "If-Match is missing" },
	{ 429, "Too many requests" },
	{ 500, "The store or the program has failed" },
	{ 502, "Another server does not answer as it should" },
	{ 503, "Busy" },
};

int problem_status(enum err_code code)
{
	static const int statuses[ERR_CODE_COUNT] = {
		[ERR_NONE] = 500,
		[ERR_USAGE] = 400,
		[ERR_INPUT] = 422,
		[ERR_ABSENT] = 404,
		[ERR_LIMIT] = 413,
		[ERR_IO] = 500,
		[ERR_NETWORK] = 502,
		[ERR_STORE] = 500,
		[ERR_CONFLICT] = 409,
		[ERR_DENIED] = 403,
	};

	return statuses[code];
}

static const char *title_of(int status)
{
	for (size_t i = 0; i < sizeof(titles) / sizeof(titles[0]); i++)
		if (titles[i].status == status)
			return titles[i].title;
	return "Refused";
}

/* "cvss-rationale" as a key of a body: "cvss_rationale". */
static void put_field(struct json_out *w, const char *field, struct arena *arena)
{
	char *key = arena_text(arena, str_of(field));

	for (char *c = key; *c; c++)
		if (*c == '-')
			*c = '_';
	json_field_text(w, "field", str_of(key));
}

static void answer(struct exchange *x, int status, struct str detail, const struct err *e)
{
	struct json_out *w;

	buf_free(&x->answer.body);
	x->answer.header_count = 0;
	w = answer_json(x);
	x->answer.status = status;
	x->answer.type = "application/problem+json";
	json_open_object(w);
	json_field_text(w, "type", STR("about:blank"));
	json_field_text(w, "title", str_of(title_of(status)));
	json_field_int(w, "status", status);
	json_field_text(w, "detail", detail);
	if (e && e->remedy)
		json_field_text(w, "remedy", str_of(remedy_word(e->remedy)));
	if (e && e->field)
		put_field(w, e->field, &x->arena);
	json_field_text(w, "request", x->id);
	json_close_object(w);
	json_out_close(w);
}

void problem_answer_status(struct exchange *x, int status, struct str detail)
{
	answer(x, status, detail, NULL);
}

void problem_answer(struct exchange *x, const struct err *e)
{
	answer(x, problem_status(e->code), str_of(e->text), e);
}
