#include "sources/feeds/csaf_tree.h"

#include "base/vec.h"
#include "limits.h"
#include "sources/feeds/cpe_row.h"
#include "sources/feeds/purl_row.h"
#include "sources/feeds/version_span.h"

#define MOST_HOPS 8 /* relationships on relationships; more are a circle */

enum category {
	CATEGORY_OTHER,
	CATEGORY_VENDOR,
	CATEGORY_FAMILY,
	CATEGORY_NAME,
	CATEGORY_VERSION,
	CATEGORY_PACK
};

static const struct {
	const char *text;
	enum category category;
} categories[] = {
	{ "vendor", CATEGORY_VENDOR },
	{ "product_family", CATEGORY_FAMILY },
	{ "product_name", CATEGORY_NAME },
	{ "product_version", CATEGORY_VERSION },
	{ "product_version_range", CATEGORY_VERSION },
	{ "service_pack", CATEGORY_PACK },
	{ "patch_level", CATEGORY_PACK },
};

struct csaf_branch {
	size_t parent; /* of the root: itself */
	enum category category;
	struct str name;
};

struct csaf_product {
	struct str id, name;
	struct str reference, platform; /* of a relationship: the component and what it runs on */
	size_t branch;			/* 0: the root */
	size_t helper_from, helper_count;
	size_t row_from, row_count;
	bool resolved;
};

enum helper_kind { HELPER_CPE, HELPER_PURL, HELPER_MODEL, HELPER_URI };

/* A CPE name, package URL or model number of a product. */
struct csaf_helper {
	struct str text;
	enum helper_kind kind;
};

void csaf_tree_clear(struct csaf_tree *t, struct arena *record)
{
	t->record = record;
	t->branch_count = t->product_count = t->helper_count = t->row_count = t->member_count = 0;
	t->sorted = t->members_sorted = false;
}

void csaf_tree_free(struct csaf_tree *t)
{
	free(t->branches);
	free(t->products);
	free(t->helpers);
	free(t->rows);
	free(t->members);
	*t = (struct csaf_tree){ 0 };
}

/* --- reading --- */

static size_t add_branch(struct csaf_tree *t, size_t parent)
{
	t->branches = vec_room(t->branches, &t->branch_room, t->branch_count + 1, sizeof(*t->branches));
	t->branches[t->branch_count] = (struct csaf_branch){ .parent = parent };
	return t->branch_count++;
}

static void add_helper(struct csaf_tree *t, struct json *j, enum helper_kind kind)
{
	struct csaf_helper helper = { .kind = kind };

	draft_read_text(j, t->record, &helper.text);
	if (helper.text.len == 0)
		return;
	t->helpers = vec_room(t->helpers, &t->helper_room, t->helper_count + 1, sizeof(*t->helpers));
	t->helpers[t->helper_count++] = helper;
}

static void read_uri(struct csaf_tree *t, struct json *j)
{
	struct str key;

	while (json_next_key(j, &key))
		if (str_eq(key, STR("uri")))
			add_helper(t, j, HELPER_URI);
		else
			json_skip(j);
}

static void read_helper(struct csaf_tree *t, struct json *j)
{
	struct str key;

	while (json_next_key(j, &key)) {
		if (str_eq(key, STR("cpe"))) {
			add_helper(t, j, HELPER_CPE);
		} else if (str_eq(key, STR("purl"))) {
			add_helper(t, j, HELPER_PURL);
		} else if (str_eq(key, STR("purls"))) { /* CSAF 2.1 */
			while (json_next_item(j))
				add_helper(t, j, HELPER_PURL);
		} else if (str_eq(key, STR("model_numbers"))) {
			while (json_next_item(j))
				add_helper(t, j, HELPER_MODEL);
		} else if (str_eq(key, STR("x_generic_uris"))) {
			while (json_next_item(j))
				read_uri(t, j);
		} else {
			json_skip(j);
		}
	}
}

/* A full product name object. */
static void read_product(struct csaf_tree *t, struct json *j, size_t branch, struct csaf_product *p)
{
	struct str key;

	*p = (struct csaf_product){ .branch = branch, .helper_from = t->helper_count };
	while (json_next_key(j, &key)) {
		if (str_eq(key, STR("product_id")))
			draft_read_text(j, t->record, &p->id);
		else if (str_eq(key, STR("name")))
			draft_read_text(j, t->record, &p->name);
		else if (str_eq(key, STR("product_identification_helper")))
			read_helper(t, j);
		else
			json_skip(j);
	}
	p->helper_count = t->helper_count - p->helper_from;
}

static void add_product(struct csaf_tree *t, const struct csaf_product *p)
{
	if (p->id.len == 0)
		return;
	t->products = vec_room(t->products, &t->product_room, t->product_count + 1, sizeof(*t->products));
	t->products[t->product_count++] = *p;
}

static void read_relationship(struct csaf_tree *t, struct json *j)
{
	struct csaf_product p = { 0 };
	struct str key, reference = STR_NONE, platform = STR_NONE;

	while (json_next_key(j, &key)) {
		if (str_eq(key, STR("product_reference")))
			draft_read_text(j, t->record, &reference);
		else if (str_eq(key, STR("relates_to_product_reference")))
			draft_read_text(j, t->record, &platform);
		else if (str_eq(key, STR("full_product_name")))
			read_product(t, j, 0, &p);
		else
			json_skip(j);
	}
	p.reference = reference;
	p.platform = platform;
	add_product(t, &p);
}

static void read_group(struct csaf_tree *t, struct json *j)
{
	size_t from = t->member_count;
	struct str key, group = STR_NONE;

	while (json_next_key(j, &key)) {
		if (str_eq(key, STR("group_id"))) {
			draft_read_text(j, t->record, &group);
		} else if (str_eq(key, STR("product_ids"))) {
			while (json_next_item(j)) {
				t->members = vec_room(
				    t->members, &t->member_room, t->member_count + 1, sizeof(*t->members));
				t->members[t->member_count] = (struct csaf_member){ STR_NONE, STR_NONE };
				draft_read_text(j, t->record, &t->members[t->member_count++].product);
			}
		} else {
			json_skip(j);
		}
	}
	for (size_t i = from; i < t->member_count; i++)
		t->members[i].group = group;
}

static enum category read_category(struct json *j)
{
	struct str text;

	if (!json_text(j, &text))
		return CATEGORY_OTHER;
	for (size_t i = 0; i < COUNT(categories); i++)
		if (str_eq(text, str_of(categories[i].text)))
			return categories[i].category;
	return CATEGORY_OTHER;
}

/* Takes the value of a key of a branch, or of the tree itself (branch 0); "branches" is the caller's. */
static void read_field(struct csaf_tree *t, struct json *j, struct str key, size_t branch)
{
	struct csaf_product p;

	if (branch > 0 && str_eq(key, STR("category"))) {
		t->branches[branch].category = read_category(j);
	} else if (branch > 0 && str_eq(key, STR("name"))) {
		draft_read_text(j, t->record, &t->branches[branch].name);
	} else if (branch > 0 && str_eq(key, STR("product"))) {
		read_product(t, j, branch, &p);
		add_product(t, &p);
	} else if (branch == 0 && str_eq(key, STR("full_product_names"))) {
		while (json_next_item(j)) {
			read_product(t, j, 0, &p);
			add_product(t, &p);
		}
	} else if (branch == 0 && str_eq(key, STR("product_groups"))) {
		while (json_next_item(j))
			read_group(t, j);
	} else if (branch == 0 && str_eq(key, STR("relationships"))) {
		while (json_next_item(j))
			read_relationship(t, j);
	} else {
		json_skip(j);
	}
}

/* The branches nest; a stack of where we are takes the place of recursion. Names stand behind the branches
 * they are above in many documents, so that paths can only be followed when all is read. */
void csaf_tree_read(struct csaf_tree *t, struct json *j)
{
	size_t stack[LIMIT_JSON_DEPTH], depth = 1;
	struct str key;

	stack[0] = add_branch(t, 0);
	while (depth > 0) {
		size_t here = stack[depth - 1];

		if (json_next_key(j, &key)) {
			if (!str_eq(key, STR("branches"))) {
				read_field(t, j, key, here);
				continue;
			}
			if (!json_next_item(j))
				continue;
		} else if (--depth == 0 || !json_next_item(j)) { /* the branch ends, perhaps its list too */
			continue;
		}
		stack[depth] = add_branch(t, stack[depth - 1]);
		depth++;
	}
}

/* --- what products mean --- */

static int compare_products(const void *left, const void *right)
{
	const struct csaf_product *a = left, *b = right;

	return str_cmp(a->id, b->id);
}

static struct csaf_product *find_product(struct csaf_tree *t, struct str id)
{
	struct csaf_product wanted = { .id = id };

	if (t->product_count == 0)
		return NULL;
	if (!t->sorted)
		vec_sort(t->products, t->product_count, sizeof(*t->products), compare_products);
	t->sorted = true;
	return bsearch(&wanted, t->products, t->product_count, sizeof(*t->products), compare_products);
}

/* The name of the nearest branch of a category, from a branch upwards; empty if there is none. */
static struct str nearest(const struct csaf_tree *t, size_t branch, enum category category)
{
	while (branch > 0 && t->branches[branch].category != category)
		branch = t->branches[branch].parent;
	return branch > 0 ? t->branches[branch].name : STR_NONE;
}

/* "12.2EY" with service pack "12.2(55)EY" is the latter; "10" with "SP2" is "10 SP2". */
static struct str version_of(const struct csaf_tree *t, size_t branch)
{
	struct str version = nearest(t, branch, CATEGORY_VERSION), pack = nearest(t, branch, CATEGORY_PACK);

	if (pack.len == 0 || version.len == 0)
		return version;
	return char_is_digit(pack.ptr[0]) ? pack : draft_pair(version, ' ', pack, t->record);
}

/* The release of the platform a relationship names, where its CPE name says it. */
static struct str platform_release(struct csaf_tree *t, struct str platform)
{
	struct csaf_product *p = platform.len > 0 ? find_product(t, platform) : NULL;
	struct str release = STR_NONE;

	for (size_t i = 0; p && i < p->helper_count && release.len == 0; i++)
		if (t->helpers[p->helper_from + i].kind == HELPER_CPE)
			release = cpe_row_release(t->helpers[p->helper_from + i].text, t->record);
	return release;
}

static void add_row(struct csaf_tree *t, const struct affected *row)
{
	t->rows = vec_room(t->rows, &t->row_room, t->row_count + 1, sizeof(*t->rows));
	t->rows[t->row_count++] = *row;
}

/* What the branches say of versions. */
struct branch_versions {
	struct str text;
	struct version_spans spans;
	enum version_scheme scheme;
};

/* A name with the versions that the branches give. The end of "< 4.1" has the fix; that of "4.x" is not said.
 */
static void add_spans(struct csaf_tree *t, const struct affected *name, const struct branch_versions *v)
{
	enum version_scheme scheme = v->scheme;

	if (name->kind == PACKAGE_CPE)
		scheme = VERSION_GENERIC;
	else if (scheme == VERSION_GENERIC)
		scheme = name->scheme;
	for (size_t i = 0; i < v->spans.count; i++) {
		struct affected row = *name;

		version_span_put(&v->spans.at[i], scheme, &row);
		row.not_applicable = false;
		if (!row.high_inclusive && str_has(v->text, row.high))
			row.fixed = row.high;
		if (!version_span_is_empty(&row))
			add_row(t, &row);
	}
	if (v->spans.count == 0) {
		struct affected row = *name;

		if (v->spans.is_open)
			row.scheme = VERSION_LITERAL;
		add_row(t, &row);
	}
}

/* Reads a helper; false where it names nothing. *said: it says which version. */
static bool read_name(
    const struct csaf_helper *helper, struct arena *record, struct affected *row, bool *said)
{
	struct version_span exact = { .low_inclusive = true, .high_inclusive = true };
	struct err e;

	*row = (struct affected){ .config = -1, .scheme = VERSION_GENERIC };
	if (helper->kind == HELPER_CPE) {
		if (!cpe_row(helper->text, record, row, &e))
			return false;
		*said = row->low.len > 0 || row->not_applicable;
		return true;
	}
	if (!purl_row_text(helper->text, record, row, &exact.low))
		return false;
	*said = exact.low.len > 0;
	exact.high = exact.low;
	if (*said)
		version_span_put(&exact, row->scheme, row);
	return true;
}

static void add_name(
    struct csaf_tree *t, struct str vendor, struct str product, const struct branch_versions *versions)
{
	struct affected row = { .kind = PACKAGE_NAME, .config = -1, .scheme = VERSION_GENERIC };

	row.package = draft_name(vendor, product, t->record);
	add_spans(t, &row, versions);
}

/* A model number with "*" or "?" in it stands for several. */
static bool is_one_model(const struct csaf_helper *helper)
{
	return helper->kind == HELPER_MODEL && str_index(helper->text, '*') == helper->text.len &&
	       str_index(helper->text, '?') == helper->text.len;
}

/* Vendor and product of the branches, and the vendor's model numbers; where the branches name no product, the
 * name of the product itself, unless something better names it. */
static void add_names(
    struct csaf_tree *t, const struct csaf_product *p, const struct branch_versions *versions)
{
	struct str vendor = nearest(t, p->branch, CATEGORY_VENDOR);
	struct str product = nearest(t, p->branch, CATEGORY_NAME);

	if (product.len == 0)
		product = nearest(t, p->branch, CATEGORY_FAMILY);
	if (product.len == 0 && p->reference.len == 0)
		product = p->name;
	if (product.len > 0 && (vendor.len > 0 || (p->helper_count == 0 && p->reference.len == 0)))
		add_name(t, vendor, product, versions);
	for (size_t i = 0; vendor.len > 0 && i < p->helper_count; i++)
		if (is_one_model(&t->helpers[p->helper_from + i]))
			add_name(t, vendor, t->helpers[p->helper_from + i].text, versions);
}

static void resolve(struct csaf_tree *t, const struct csaf_product *p, struct str release)
{
	struct branch_versions versions = { .text = version_of(t, p->branch) };
	struct affected row;
	bool said;

	versions.spans = version_span_vers(versions.text, t->record, &versions.scheme);
	for (size_t i = 0; i < p->helper_count; i++) {
		if (t->helpers[p->helper_from + i].kind >= HELPER_MODEL ||
		    !read_name(&t->helpers[p->helper_from + i], t->record, &row, &said))
			continue;
		if (row.kind == PACKAGE_PURL && row.qualifier.len == 0 &&
		    str_starts(row.package, STR("rpm/redhat/")))
			row.qualifier = release;
		if (said)
			add_row(t, &row);
		else
			add_spans(t, &row, &versions);
	}
	add_names(t, p, &versions);
}

static const struct csaf_product *rows_of(struct csaf_tree *t, struct str id)
{
	struct csaf_product *p = find_product(t, id), *component = p;
	struct str release = STR_NONE;

	if (!p || p->resolved)
		return p;
	p->row_from = t->row_count;
	for (size_t i = 0; component && i < MOST_HOPS; i++) {
		if (release.len == 0)
			release = platform_release(t, component->platform);
		resolve(t, component, release);
		if (component->reference.len == 0)
			break;
		component = find_product(t, component->reference);
	}
	p->row_count = t->row_count - p->row_from;
	p->resolved = true;
	return p;
}

bool csaf_tree_rows(struct csaf_tree *t, struct str product_id, enum affected_status status, struct draft *d)
{
	const struct csaf_product *p = rows_of(t, product_id);

	for (size_t i = 0; p && i < p->row_count; i++) {
		struct affected *row;

		if (d->advisory.affected_count == LIMIT_ADVISORY_ROWS)
			return false;
		row = draft_affected(d);
		*row = t->rows[p->row_from + i];
		row->status = status;
		if (status != STATUS_AFFECTED)
			row->fixed = STR_NONE;
	}
	return true;
}

bool csaf_tree_uri(struct csaf_tree *t, struct str product_id, size_t number, struct str *uri)
{
	const struct csaf_product *p = find_product(t, product_id);

	for (size_t i = 0; p && i < p->helper_count; i++) {
		const struct csaf_helper *helper = &t->helpers[p->helper_from + i];

		if (helper->kind == HELPER_URI && number-- == 0) {
			*uri = helper->text;
			return true;
		}
	}
	return false;
}

struct str csaf_tree_name(struct csaf_tree *t, struct str product_id)
{
	const struct csaf_product *p = find_product(t, product_id);

	return p ? p->name : STR_NONE;
}

bool csaf_tree_parts(struct csaf_tree *t, struct str product_id, struct str *component, struct str *platform)
{
	const struct csaf_product *p = find_product(t, product_id);

	if (!p || p->reference.len == 0 || p->platform.len == 0)
		return false;
	*component = p->reference;
	*platform = p->platform;
	return true;
}

static int compare_members(const void *left, const void *right)
{
	const struct csaf_member *a = left, *b = right;
	int sign = str_cmp(a->group, b->group);

	return sign ? sign : str_cmp(a->product, b->product);
}

const struct csaf_member *csaf_tree_group(struct csaf_tree *t, struct str group, size_t *count)
{
	size_t low = 0, high = t->member_count;

	if (!t->members_sorted)
		vec_sort(t->members, t->member_count, sizeof(*t->members), compare_members);
	t->members_sorted = true;
	while (low < high) {
		size_t middle = (low + high) / 2;

		if (str_cmp(t->members[middle].group, group) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	*count = 0;
	while (low + *count < t->member_count && str_eq(t->members[low + *count].group, group))
		++*count;
	return *count ? &t->members[low] : NULL;
}
