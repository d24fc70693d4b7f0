/*
 * The cases of tests/cases/rules: what the rules must say, in text.
 *
 *	case: a notice late in the evening of day 30 is in time
 *	rules: C2-1
 *	base: uncontrolled
 *	set communications[0].on "2026-02-04T23:50:00-05:00"
 *	drop plan
 *	expect conditions [{"id": "day30", "state": "met"}]
 *	without warnings {"id": "isao_late"}
 *	absent literal
 *	fails: events[0].kind: ...
 *
 * A block begins with "case:"; "#" begins a comment. base names a file of base/; set, drop, expect, without
 *and absent may stand any number of times. rules names the rules that the rationale must give, each of which
 *tools/check-rules looks for. expect is a subset (judge.h); without is what no element may match.
 */
#include "judge.h"

#include <glob.h>

#define LINE_BYTES 4096

/* Outlives a failure, so that it can be printed. */
static char title[256];

struct running {
	char rules[512];
	char fails[512];
	json_t *facts, *actual;
	bool judged, wrong;
	size_t checks, failures; /* of the case; of the file */
};

/* The next step of a path: a key, or an index where it is a number in brackets. */
static bool step(struct str *path, struct str *key, size_t *index)
{
	size_t end = 0;

	if (path->len == 0)
		return false;
	if (path->ptr[0] == '[') {
		end = str_index(*path, ']');
		assert_true(end > 1 && end < path->len);
		*index = (size_t)(path->ptr[1] - '0');
		*key = STR_NONE;
		*path = str_from(*path, end + 1);
	} else {
		while (end < path->len && path->ptr[end] != '.' && path->ptr[end] != '[')
			end++;
		*key = str_first(*path, end);
		*path = str_from(*path, end);
	}
	if (path->len && path->ptr[0] == '.')
		*path = str_from(*path, 1);
	return true;
}

static json_t *child(json_t *of, struct str key, size_t index)
{
	char name[128];

	if (!key.ptr)
		return json_array_get(of, index);
	snprintf(name, sizeof(name), STR_FMT, STR_ARG(key));
	return json_object_get(of, name);
}

/* value NULL drops what is there. Takes the value over. */
static void put(json_t *of, struct str key, size_t index, json_t *value)
{
	char name[128];

	if (!key.ptr) {
		if (!value)
			json_array_remove(of, index);
		else if (index < json_array_size(of))
			json_array_set_new(of, index, value);
		else
			json_array_append_new(of, value);
		return;
	}
	snprintf(name, sizeof(name), STR_FMT, STR_ARG(key));
	if (value)
		json_object_set_new(of, name, value);
	else
		json_object_del(of, name);
}

static void change(json_t *facts, struct str path, json_t *value)
{
	struct str key, next;
	size_t index = 0, next_index = 0;
	json_t *of = facts;

	assert_true(step(&path, &key, &index));
	while (step(&path, &next, &next_index)) {
		json_t *inner = child(of, key, index);

		if (!inner) {
			inner = next.ptr ? json_object() : json_array();
			put(of, key, index, inner);
		}
		of = inner;
		key = next;
		index = next_index;
	}
	put(of, key, index, value);
}

static json_t *find(json_t *of, struct str path)
{
	struct str key;
	size_t index = 0;

	while (of && step(&path, &key, &index))
		of = child(of, key, index);
	return of;
}

static json_t *parse(struct str text)
{
	json_error_t why;
	json_t *value = json_loadb(text.ptr, text.len, JSON_DECODE_ANY, &why);

	if (!value)
		fail_msg("\"" STR_FMT "\" is no JSON: %s", STR_ARG(text), why.text);
	return value;
}

static void load_base(struct running *r, struct str name)
{
	char path[512];
	json_error_t why;

	snprintf(path, sizeof(path), CHECK_SOURCE "/tests/cases/rules/base/" STR_FMT ".json", STR_ARG(name));
	r->facts = json_load_file(path, JSON_REJECT_DUPLICATES, &why);
	if (!r->facts)
		fail_msg("%s: line %d: %s", path, why.line, why.text);
}

static void check_rules(struct running *r)
{
	struct str rest = str_of(r->rules), rule;
	json_t *rationale = json_object_get(r->actual, "rationale");

	while (rest.len > 0 && str_next(&rest, ' ', &rule)) {
		json_t *wanted = json_pack("[{s:s%}]", "rule", rule.ptr, rule.len);

		if (!judge_holds("rationale", wanted, rationale))
			r->wrong = true;
		json_decref(wanted);
	}
}

/* Judges once all changes are made. */
static void judge_now(struct running *r)
{
	struct err e = { 0 };

	if (r->judged)
		return;
	assert_non_null(r->facts);
	r->judged = true;
	r->actual = judge(r->facts, &e);
	if (strcmp(e.text, r->fails) != 0) {
		printf("# expected the error \"%s\", found \"%s\"\n", r->fails, e.text);
		r->wrong = true;
	}
	if (r->actual)
		check_rules(r);
}

static void expect(struct running *r, struct str words)
{
	struct str path;
	char where[256];
	json_t *wanted;

	assert_true(str_cut(&words, ' ', &path));
	snprintf(where, sizeof(where), STR_FMT, STR_ARG(path));
	wanted = parse(words);
	if (!judge_holds(where, wanted, find(r->actual, path)))
		r->wrong = true;
	json_decref(wanted);
	r->checks++;
}

static void without(struct running *r, struct str words)
{
	struct str path;
	json_t *unwanted, *list;

	assert_true(str_cut(&words, ' ', &path));
	unwanted = parse(words);
	list = find(r->actual, path);
	if (!json_is_array(list))
		r->wrong = true;
	for (size_t i = 0; i < json_array_size(list); i++)
		if (judge_matches(unwanted, json_array_get(list, i))) {
			printf("# " STR_FMT " holds " STR_FMT "\n", STR_ARG(path), STR_ARG(words));
			r->wrong = true;
		}
	json_decref(unwanted);
	r->checks++;
}

static void absent(struct running *r, struct str path)
{
	if (find(r->actual, path)) {
		printf("# " STR_FMT " is there\n", STR_ARG(path));
		r->wrong = true;
	}
	r->checks++;
}

static void end_case(struct running *r)
{
	if (title[0]) {
		judge_now(r);
		if (r->checks == 0 && r->fails[0] == '\0') {
			printf("# the case expects nothing\n");
			r->wrong = true;
		}
		if (r->wrong)
			printf("# wrong: %s\n", title);
	}
	json_decref(r->facts);
	json_decref(r->actual);
	*r = (struct running){ .failures = r->failures + r->wrong };
	title[0] = '\0';
}

static void take_line(struct running *r, struct str line)
{
	struct str rest = line, word;

	if (!str_cut(&rest, ' ', &word))
		fail_msg("cannot read \"" STR_FMT "\"", STR_ARG(line));
	if (str_eq(word, STR("case:"))) {
		end_case(r);
		snprintf(title, sizeof(title), STR_FMT, STR_ARG(rest));
		CASE(title);
	} else if (str_eq(word, STR("rules:"))) {
		snprintf(r->rules, sizeof(r->rules), STR_FMT, STR_ARG(rest));
	} else if (str_eq(word, STR("base:"))) {
		load_base(r, rest);
	} else if (str_eq(word, STR("fails:"))) {
		snprintf(r->fails, sizeof(r->fails), "%.*s", (int)rest.len, rest.ptr);
	} else if (str_eq(word, STR("set"))) {
		assert_true(!r->judged && str_cut(&rest, ' ', &word));
		change(r->facts, word, parse(rest));
	} else if (str_eq(word, STR("drop"))) {
		assert_false(r->judged);
		change(r->facts, rest, NULL);
	} else {
		judge_now(r);
		if (str_eq(word, STR("expect")))
			expect(r, rest);
		else if (str_eq(word, STR("without")))
			without(r, rest);
		else if (str_eq(word, STR("absent")))
			absent(r, rest);
		else
			fail_msg("cannot read \"" STR_FMT "\"", STR_ARG(line));
	}
}

/* The number of cases that came out wrong. */
static size_t run_file(const char *path)
{
	struct running r = { 0 };
	FILE *from = fopen(path, "r");
	char text[LINE_BYTES];

	assert_non_null(from);
	while (fgets(text, sizeof(text), from)) {
		struct str line = str_trim(str_of(text));

		if (line.len > 0 && line.ptr[0] != '#')
			take_line(&r, line);
	}
	end_case(&r);
	fclose(from);
	return r.failures;
}

static void every_case_of_the_rules_comes_out_as_written(void **state)
{
	glob_t files;
	size_t failures = 0;

	assert_int_equal(glob(CHECK_SOURCE "/tests/cases/rules/*.txt", 0, NULL, &files), 0);
	assert_true(files.gl_pathc > 0);
	for (size_t i = 0; i < files.gl_pathc; i++)
		failures += run_file(files.gl_pathv[i]);
	globfree(&files);
	assert_int_equal(failures, 0);
	(void)state;
}

TESTS(cmocka_unit_test(every_case_of_the_rules_comes_out_as_written))
