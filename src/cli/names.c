#include "cli/names.h"

#include "base/arena.h"
#include "cli/options.h"

const struct option_spec names_options[] = {
	{ "format", OPTION_VALUE, "table|json" },
	{ NULL, OPTION_FLAG, NULL },
};

static void put_error(struct json_out *w, const char *key, struct str text, const struct err *e)
{
	json_open_object(w);
	json_field_text(w, key, text);
	json_field_text(w, "error", str_of(e->text));
	json_close_object(w);
}

static int show_table(struct app *app, const char **words, int count, const struct names *n)
{
	SCOPED_PRINT_TABLE *t = print_table_new(n->columns);
	int status = 0;

	for (int i = 0; i < count; i++) {
		struct err e = { 0 };

		if (!n->show(str_of(words[i]), t, NULL, &e))
			status = command_fails(app, &e);
	}
	print_table_write(t, app->out);
	return status;
}

static int show_json(struct app *app, const char **words, int count, const struct names *n)
{
	struct json_out *w = json_out_file(app->out, true);
	struct err unwritten;
	int status = 0;

	json_open_array(w);
	for (int i = 0; i < count; i++) {
		struct err e = { 0 };

		if (!n->show(str_of(words[i]), NULL, w, &e)) {
			put_error(w, n->key, str_of(words[i]), &e);
			status = err_exit_status(e.code);
		}
	}
	json_close_array(w);
	if (json_out_close(w))
		return status;
	err_fail(&unwritten, ERR_IO, "the output could not be written");
	return command_fails(app, &unwritten);
}

int names_run(struct app *app, int argc, char **argv, const struct names *n)
{
	SCOPED_OPTIONS o = { 0 };
	SCOPED_ARENA arena = { 0 };
	struct err e = { 0 };
	const char **words, *format;
	int count;

	if (!options_parse(argc, argv, names_options, &o, &e) || !options_words(&o, 1, argc, n->word, &e))
		return command_fails(app, &e);
	words = arena_alloc(&arena, (size_t)argc, sizeof(*words));
	count = options_values(&o, NULL, words, argc);
	format = options_value(&o, "format");
	if (format && str_eq(str_of(format), STR("json")))
		return show_json(app, words, count, n);
	return show_table(app, words, count, n);
}
