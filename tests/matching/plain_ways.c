#include "matching/plain_ways.h"

#include <assert.h>
#include <stdio.h>

#include "base/vec.h"

static bool is_word(struct str s, const char *text)
{
	return str_eq(s, str_of(text));
}

void plain_rules_read(const char *path, struct plain_rules *r, struct arena *arena)
{
	FILE *file = fopen(path, "r");
	char line[8192];

	assert(file);
	while (fgets(line, sizeof(line), file)) {
		struct str rest = arena_copy(arena, str_of(line)), word;
		struct plain_rule *rule;

		if (line[0] == '#' || line[0] == '\n')
			continue;
		r->rules = vec_room(r->rules, &r->room, r->count + 1, sizeof(*r->rules));
		rule = &r->rules[r->count++];
		*rule = (struct plain_rule){ 0 };
		while (str_next(&rest, ' ', &word) && !str_eq(word, STR(";"))) {
			assert(rule->count < COUNT(rule->names));
			rule->names[rule->count++] = word.ptr[0] == '~' ? str_from(word, 1) : word;
		}
	}
	fclose(file);
}

static bool is_cpe(struct str word)
{
	return word.len > 2 && word.ptr[1] == ':' && strchr("aoh", word.ptr[0]);
}

static struct str without_backslashes(struct str text, struct arena *arena)
{
	char *plain = arena_alloc(arena, text.len + 1, 1);
	size_t len = 0;

	for (size_t i = 0; i < text.len; i++)
		if (text.ptr[i] != '\\')
			plain[len++] = text.ptr[i];
	return (struct str){ plain, len };
}

/* Does a word of the table stand for this package? */
static bool stands_for(struct str word, const struct identity *identity)
{
	struct str package = identity->package, type, name = package, path, before, any;

	if (identity->kind == PACKAGE_CPE || is_cpe(word))
		return identity->kind == PACKAGE_CPE && str_eq(word, package);
	if (str_eq_nocase(word, package))
		return true;
	type = str_first(package, str_index(package, '/'));
	if (!str_cut_last(&name, '/', &path))
		return false;
	if (!is_word(type, "deb") && !is_word(type, "rpm") && !is_word(type, "apk"))
		return false;
	any = word;
	return str_cut_last(&any, '/', &before) && str_eq_nocase(any, name) &&
	       (is_word(before, "distro") ||
		   (str_starts(before, type) && is_word(str_from(before, type.len), "/*")));
}

static void add_way(struct ways *ways, struct way way)
{
	for (size_t i = 0; i < ways->count; i++)
		if (ways->ways[i].kind == way.kind && str_eq(ways->ways[i].package, way.package))
			return;
	ways->ways = vec_room(ways->ways, &ways->room, ways->count + 1, sizeof(way));
	ways->ways[ways->count++] = way;
}

/* 1.2 of 2:1.2-1+deb12u1, for packages as add_packaged makes them and the SBOM has none others */
static struct str unpacked(struct str version)
{
	struct str upstream = version;

	if (str_starts(version, STR("2:")) && str_ends(version, STR("-1+deb12u1")))
		upstream = str_first(str_from(version, 2), version.len - 2 - strlen("-1+deb12u1"));
	return upstream;
}

static void add_rule_ways(
    struct ways *ways, const struct plain_rule *rule, const struct identity *identity, struct arena *arena)
{
	for (size_t i = 0; i < rule->count; i++) {
		struct str name = rule->names[i];
		bool from_cpe = identity->kind == PACKAGE_CPE;
		struct way way = { .version = unpacked(identity->version) };

		if (is_cpe(name)) {
			way.kind = PACKAGE_CPE;
			way.package = name;
			if (from_cpe)
				way.qualifier = identity->qualifier;
			add_way(ways, way);
			way.kind = PACKAGE_NAME;
			way.package = without_backslashes(str_from(name, 2), arena);
			way.qualifier = STR("");
		} else if (str_starts(name, STR("name:"))) {
			way.kind = PACKAGE_NAME;
			way.package = str_from(name, 5);
		} else if (!from_cpe || str_starts(name, STR("distro/")) || str_has(name, STR("/*/"))) {
			continue;
		} else {
			way.kind = PACKAGE_PURL;
			way.package = name;
		}
		add_way(ways, way);
	}
}

/* What a component names comes first: an alias never stands in for it. */
void plain_ways_list(
    const struct plain_rules *rules, const struct component *c, struct arena *arena, struct ways *ways)
{
	for (size_t i = 0; i < c->identity_count; i++) {
		const struct identity *id = &c->identities[i];

		if (id->is_whole)
			add_way(ways, (struct way){ id->kind, id->package, id->version, id->qualifier });
		if (id->kind == PACKAGE_PURL && !ways->ecosystem.len)
			ways->ecosystem = str_first(id->package, str_index(id->package, '/'));
	}
	for (size_t i = 0; i < c->identity_count; i++) {
		const struct identity *id = &c->identities[i];

		if (!id->is_whole)
			continue;
		if (id->kind == PACKAGE_CPE)
			add_way(ways,
			    (struct way){ PACKAGE_NAME, without_backslashes(str_from(id->package, 2), arena),
				id->version, STR("") });
		for (size_t k = 0; k < rules->count; k++)
			for (size_t n = 0; n < rules->rules[k].count; n++)
				if (stands_for(rules->rules[k].names[n], id)) {
					add_rule_ways(ways, &rules->rules[k], id, arena);
					break;
				}
	}
}
