/*
 * xml_read - reads one XML document from front to back, in constant memory: a call for each element that
 * begins or ends. By libexpat, which this file alone speaks to.
 *
 * XML 1.0 with namespaces, in any encoding that expat knows; what is handed out is UTF-8. A document type
 * declaration is refused before anything in it is read: so there are no entities but the five of XML, nothing
 * is fetched from anywhere, and nothing can grow. Limits on depth, texts, attributes and the length of one
 * tag are in limits.h.
 *
 * Comments and processing instructions are passed over. What is wrong is told with its place, as json_stream
 * does: "sbom.xml:12: bom/components/component[3]/name: mismatched tag". The number counts neighbours of the
 * same name from 1 and is left out for the first.
 */
#pragma once
#include "base/err.h"
#include "base/str.h"
#include "formats/input.h"

struct xml; /* the reader at work */

/* space is the namespace, empty where there is none. */
struct xml_name {
	struct str space, local;
};

struct xml_attribute {
	struct xml_name name;
	struct str value;
};

/* Valid during the call. */
struct xml_element {
	struct xml_name name;
	const struct xml_attribute *attributes;
	size_t attribute_count;
};

struct xml_sink {
	void *ctx;
	/* Both: false ends the reading, and *e says why. */
	bool (*open)(void *ctx, struct xml *x, const struct xml_element *element, struct err *e);
	/* text is what stands in the element that ends; behind the last inner element, if it has any. Valid
	 * during the call. */
	bool (*close)(void *ctx, struct xml *x, struct str text, struct err *e);
};

MUST_CHECK bool xml_read(struct input *in, struct xml_sink sink, struct err *e);

/* For use in a sink: puts "file.xml:12: bom/metadata: " before a complaint. Returns false. */
bool xml_within(const struct xml *x, struct err *e);
/* The value of the attribute without a namespace; empty where it is not there. */
struct str xml_attribute(const struct xml_element *element, struct str name);
