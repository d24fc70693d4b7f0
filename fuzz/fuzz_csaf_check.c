/*
 * The tree of a JSON document, and the tests of CSAF over it: whatever it is, each fault has a test, a text
 * and a place that leads back to a value.
 */
#include "fuzz.h"

#include "formats/json_tree.h"
#include "publishing/csaf/csaf_check.h"

static void must(bool holds)
{
	if (!holds)
		__builtin_trap();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	SCOPED_INPUT *in = input_open_memory(STR("fuzz"), (struct str){ (const char *)bytes, len });
	SCOPED_ARENA arena = { 0 };
	const struct json_node *root;
	struct csaf_verdict verdict;
	struct err e = { 0 };
	size_t counted = 0;

	if (!json_tree_read(in, &arena, &root, &e)) {
		must(e.text[0] != '\0');
		return 0;
	}
	csaf_check(root, STR("x.json"), &arena, &verdict);
	for (size_t i = 0; i < verdict.fault_count; i++) {
		const struct csaf_fault *f = &verdict.faults[i];

		must(f->text.len > 0 && (f->path.len == 0 || f->path.ptr[0] == '/'));
		must(i == 0 || f->test >= verdict.faults[i - 1].test);
	}
	for (int i = 0; i < CSAF_LEVEL_COUNT; i++)
		counted += verdict.of_level[i];
	must(counted >= verdict.fault_count);
	return 0;
}
