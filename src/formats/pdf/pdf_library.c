#include "formats/pdf/pdf_library.h"

#include "formats/shared_library.h"

#define CAIRO "libcairo.so.2"
#define PANGO "libpango-1.0.so.0"
#define PANGOCAIRO "libpangocairo-1.0.so.0"
#define GOBJECT "libgobject-2.0.so.0"
#define HARFBUZZ "libharfbuzz.so.0"
#define SUBSET "libharfbuzz-subset.so.0"
#define PURPOSE "writes PDF"

bool pdf_library_load(struct pdf_library *out, struct err *e)
{
	struct pdf_library found;
	void *cairo, *pango, *pangocairo, *gobject, *harfbuzz, *subset;

	if (!(cairo = shared_library_open(CAIRO, PURPOSE, e)) ||
	    !(pango = shared_library_open(PANGO, PURPOSE, e)) ||
	    !(pangocairo = shared_library_open(PANGOCAIRO, PURPOSE, e)) ||
	    !(gobject = shared_library_open(GOBJECT, PURPOSE, e)) ||
	    !(harfbuzz = shared_library_open(HARFBUZZ, PURPOSE, e)) ||
	    !(subset = shared_library_open(SUBSET, PURPOSE, e)))
		return false;
#define FIND(library, library_name, name)                                                                    \
	if (!shared_library_find(library, library_name, #name, &found.name, e))                              \
		return false;
#define FROM_CAIRO(name) FIND(cairo, CAIRO, name)
#define FROM_PANGO(name) FIND(pango, PANGO, name)
#define FROM_PANGOCAIRO(name) FIND(pangocairo, PANGOCAIRO, name)
#define FROM_GOBJECT(name) FIND(gobject, GOBJECT, name)
#define FROM_HARFBUZZ(name) FIND(harfbuzz, HARFBUZZ, name)
#define FROM_SUBSET(name) FIND(subset, SUBSET, name)
	PDF_FUNCTIONS(FROM_CAIRO, FROM_PANGO, FROM_PANGOCAIRO, FROM_GOBJECT, FROM_HARFBUZZ, FROM_SUBSET)
	*out = found;
	return true;
}
