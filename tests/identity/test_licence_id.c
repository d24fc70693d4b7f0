#include "check.h"

#include "identity/licence_id.h"

static void licence_ids_are_known_letter_for_letter(void **state)
{
	static const struct {
		const char *id;
		bool known;
	} rows[] = {
		{ "0BSD", true }, /* the first of the list */
		{ "zlib-acknowledgement", true },
		{ "MIT", true },
		{ "Apache-2.0", true },
		{ "GPL-2.0-only", true },
		{ "GPL-2.0+", true }, /* deprecated */
		{ "Classpath-exception-2.0", true },
		{ "Apache-2", false },
		{ "mit", false },
		{ "MIT ", false },
		{ "", false },
		{ "LicenseRef-own", false },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		CASE(rows[i].id);
		assert_int_equal(licence_id_is_known(str_of(rows[i].id)), rows[i].known);
	}
	(void)state;
}

TESTS(cmocka_unit_test(licence_ids_are_known_letter_for_letter))
