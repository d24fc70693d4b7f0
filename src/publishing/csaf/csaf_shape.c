#include "publishing/csaf/csaf_shape.h"

/* clang-format off */
#define END { NULL, CSAF_TEXT, false, 0, false, NULL, NULL }
#define NEEDED true
#define MAY false
#define ONE(key, form, needed) { key, form, needed, 0, false, NULL, NULL }
#define WORD(key, needed, words) { key, CSAF_WORD, needed, 0, false, NULL, words }
#define PART(key, needed, shape) { key, CSAF_OBJECT, needed, 0, false, &(shape), NULL }
#define LIST(key, form, needed) { key, form, needed, 1, false, NULL, NULL }
#define SET(key, needed) { key, CSAF_TEXT, needed, 1, true, NULL, NULL }
#define PARTS(key, needed, shape) { key, CSAF_OBJECT, needed, 1, false, &(shape), NULL }
#define DISTINCT_PARTS(key, shape) { key, CSAF_OBJECT, MAY, 1, true, &(shape), NULL }

static const struct csaf_shape acknowledgment = { (const struct csaf_field[]){
	LIST("names", CSAF_TEXT, MAY),
	ONE("organization", CSAF_TEXT, MAY),
	ONE("summary", CSAF_TEXT, MAY),
	LIST("urls", CSAF_URI, MAY),
	END,
}, 1, 0 };

static const struct csaf_shape note = { (const struct csaf_field[]){
	ONE("audience", CSAF_TEXT, MAY),
	WORD("category", NEEDED, "description|details|faq|general|legal_disclaimer|other|summary"),
	ONE("text", CSAF_TEXT, NEEDED),
	ONE("title", CSAF_TEXT, MAY),
	END,
}, 0, 0 };

static const struct csaf_shape reference = { (const struct csaf_field[]){
	WORD("category", MAY, "external|self"),
	ONE("summary", CSAF_TEXT, NEEDED),
	ONE("url", CSAF_URI, NEEDED),
	END,
}, 0, 0 };

static const struct csaf_shape aggregate_severity = { (const struct csaf_field[]){
	ONE("namespace", CSAF_URI, MAY),
	ONE("text", CSAF_TEXT, NEEDED),
	END,
}, 0, 0 };

static const struct csaf_shape tlp = { (const struct csaf_field[]){
	WORD("label", NEEDED, "AMBER|GREEN|RED|WHITE"),
	ONE("url", CSAF_URI, MAY),
	END,
}, 0, 0 };

static const struct csaf_shape distribution = { (const struct csaf_field[]){
	ONE("text", CSAF_TEXT, MAY),
	PART("tlp", MAY, tlp),
	END,
}, 1, 0 };

static const struct csaf_shape publisher = { (const struct csaf_field[]){
	WORD("category", NEEDED, "coordinator|discoverer|other|translator|user|vendor"),
	ONE("contact_details", CSAF_TEXT, MAY),
	ONE("issuing_authority", CSAF_TEXT, MAY),
	ONE("name", CSAF_TEXT, NEEDED),
	ONE("namespace", CSAF_URI, NEEDED),
	END,
}, 0, 0 };

static const struct csaf_shape engine = { (const struct csaf_field[]){
	ONE("name", CSAF_TEXT, NEEDED),
	ONE("version", CSAF_TEXT, MAY),
	END,
}, 0, 0 };

static const struct csaf_shape generator = { (const struct csaf_field[]){
	ONE("date", CSAF_DATE_TIME, MAY),
	PART("engine", NEEDED, engine),
	END,
}, 0, 0 };

static const struct csaf_shape revision = { (const struct csaf_field[]){
	ONE("date", CSAF_DATE_TIME, NEEDED),
	ONE("legacy_version", CSAF_TEXT, MAY),
	ONE("number", CSAF_VERSION, NEEDED),
	ONE("summary", CSAF_TEXT, NEEDED),
	END,
}, 0, 0 };

static const struct csaf_shape tracking = { (const struct csaf_field[]){
	SET("aliases", MAY),
	ONE("current_release_date", CSAF_DATE_TIME, NEEDED),
	PART("generator", MAY, generator),
	ONE("id", CSAF_TRACKING_ID, NEEDED),
	ONE("initial_release_date", CSAF_DATE_TIME, NEEDED),
	PARTS("revision_history", NEEDED, revision),
	WORD("status", NEEDED, "draft|final|interim"),
	ONE("version", CSAF_VERSION, NEEDED),
	END,
}, 0, 0 };

static const struct csaf_shape document = { (const struct csaf_field[]){
	PARTS("acknowledgments", MAY, acknowledgment),
	PART("aggregate_severity", MAY, aggregate_severity),
	ONE("category", CSAF_CATEGORY, NEEDED),
	WORD("csaf_version", NEEDED, "2.0"),
	PART("distribution", MAY, distribution),
	ONE("lang", CSAF_LANGUAGE, MAY),
	PARTS("notes", MAY, note),
	PART("publisher", NEEDED, publisher),
	PARTS("references", MAY, reference),
	ONE("source_lang", CSAF_LANGUAGE, MAY),
	ONE("title", CSAF_TEXT, NEEDED),
	PART("tracking", NEEDED, tracking),
	END,
}, 0, 0 };

static const struct csaf_shape file_hash = { (const struct csaf_field[]){
	ONE("algorithm", CSAF_TEXT, NEEDED),
	ONE("value", CSAF_HASH, NEEDED),
	END,
}, 0, 0 };

static const struct csaf_shape hashes = { (const struct csaf_field[]){
	PARTS("file_hashes", NEEDED, file_hash),
	ONE("filename", CSAF_TEXT, NEEDED),
	END,
}, 0, 0 };

static const struct csaf_shape generic_uri = { (const struct csaf_field[]){
	ONE("namespace", CSAF_URI, NEEDED),
	ONE("uri", CSAF_URI, NEEDED),
	END,
}, 0, 0 };

static const struct csaf_shape helper = { (const struct csaf_field[]){
	ONE("cpe", CSAF_CPE, MAY),
	PARTS("hashes", MAY, hashes),
	SET("model_numbers", MAY),
	ONE("purl", CSAF_PURL, MAY),
	LIST("sbom_urls", CSAF_URI, MAY),
	SET("serial_numbers", MAY),
	LIST("skus", CSAF_TEXT, MAY),
	PARTS("x_generic_uris", MAY, generic_uri),
	END,
}, 1, 0 };

static const struct csaf_shape full_name = { (const struct csaf_field[]){
	ONE("name", CSAF_TEXT, NEEDED),
	ONE("product_id", CSAF_TEXT, NEEDED),
	PART("product_identification_helper", MAY, helper),
	END,
}, 0, 0 };

static const struct csaf_shape branch = { (const struct csaf_field[]){
	PARTS("branches", MAY, branch),
	WORD("category", NEEDED, "architecture|host_name|language|legacy|patch_level|product_family|product_name|"
	    "product_version|product_version_range|service_pack|specification|vendor"),
	ONE("name", CSAF_TEXT, NEEDED),
	PART("product", MAY, full_name),
	END,
}, 3, 3 };

static const struct csaf_shape group = { (const struct csaf_field[]){
	ONE("group_id", CSAF_TEXT, NEEDED),
	{ "product_ids", CSAF_TEXT, NEEDED, 2, true, NULL, NULL },
	ONE("summary", CSAF_TEXT, MAY),
	END,
}, 0, 0 };

static const struct csaf_shape relationship = { (const struct csaf_field[]){
	WORD("category", NEEDED, "default_component_of|external_component_of|installed_on|installed_with|"
	    "optional_component_of"),
	PART("full_product_name", NEEDED, full_name),
	ONE("product_reference", CSAF_TEXT, NEEDED),
	ONE("relates_to_product_reference", CSAF_TEXT, NEEDED),
	END,
}, 0, 0 };

static const struct csaf_shape product_tree = { (const struct csaf_field[]){
	PARTS("branches", MAY, branch),
	PARTS("full_product_names", MAY, full_name),
	PARTS("product_groups", MAY, group),
	PARTS("relationships", MAY, relationship),
	END,
}, 1, 0 };

static const struct csaf_shape weakness = { (const struct csaf_field[]){
	ONE("id", CSAF_CWE, NEEDED),
	ONE("name", CSAF_TEXT, NEEDED),
	END,
}, 0, 0 };

static const struct csaf_shape flag = { (const struct csaf_field[]){
	ONE("date", CSAF_DATE_TIME, MAY),
	SET("group_ids", MAY),
	WORD("label", NEEDED, "component_not_present|inline_mitigations_already_exist|"
	    "vulnerable_code_cannot_be_controlled_by_adversary|vulnerable_code_not_in_execute_path|"
	    "vulnerable_code_not_present"),
	SET("product_ids", MAY),
	END,
}, 0, 0 };

static const struct csaf_shape id = { (const struct csaf_field[]){
	ONE("system_name", CSAF_TEXT, NEEDED),
	ONE("text", CSAF_TEXT, NEEDED),
	END,
}, 0, 0 };

static const struct csaf_shape involvement = { (const struct csaf_field[]){
	ONE("date", CSAF_DATE_TIME, MAY),
	WORD("party", NEEDED, "coordinator|discoverer|other|user|vendor"),
	WORD("status", NEEDED, "completed|contact_attempted|disputed|in_progress|not_contacted|open"),
	ONE("summary", CSAF_TEXT, MAY),
	END,
}, 0, 0 };

static const struct csaf_shape product_status = { (const struct csaf_field[]){
	SET("first_affected", MAY),
	SET("first_fixed", MAY),
	SET("fixed", MAY),
	SET("known_affected", MAY),
	SET("known_not_affected", MAY),
	SET("last_affected", MAY),
	SET("recommended", MAY),
	SET("under_investigation", MAY),
	END,
}, 1, 0 };

static const struct csaf_shape restart = { (const struct csaf_field[]){
	WORD("category", NEEDED, "connected|dependencies|machine|none|parent|service|system|vulnerable_component|"
	    "zone"),
	ONE("details", CSAF_TEXT, MAY),
	END,
}, 0, 0 };

static const struct csaf_shape remediation = { (const struct csaf_field[]){
	WORD("category", NEEDED, "mitigation|no_fix_planned|none_available|vendor_fix|workaround"),
	ONE("date", CSAF_DATE_TIME, MAY),
	ONE("details", CSAF_TEXT, NEEDED),
	LIST("entitlements", CSAF_TEXT, MAY),
	SET("group_ids", MAY),
	SET("product_ids", MAY),
	PART("restart_required", MAY, restart),
	ONE("url", CSAF_URI, MAY),
	END,
}, 0, 0 };

static const struct csaf_shape score = { (const struct csaf_field[]){
	ONE("cvss_v2", CSAF_CVSS, MAY),
	ONE("cvss_v3", CSAF_CVSS, MAY),
	SET("products", NEEDED),
	END,
}, 2, 0 };

static const struct csaf_shape threat = { (const struct csaf_field[]){
	WORD("category", NEEDED, "exploit_status|impact|target_set"),
	ONE("date", CSAF_DATE_TIME, MAY),
	ONE("details", CSAF_TEXT, NEEDED),
	SET("group_ids", MAY),
	SET("product_ids", MAY),
	END,
}, 0, 0 };

static const struct csaf_shape vulnerability = { (const struct csaf_field[]){
	PARTS("acknowledgments", MAY, acknowledgment),
	ONE("cve", CSAF_CVE, MAY),
	PART("cwe", MAY, weakness),
	ONE("discovery_date", CSAF_DATE_TIME, MAY),
	DISTINCT_PARTS("flags", flag),
	DISTINCT_PARTS("ids", id),
	DISTINCT_PARTS("involvements", involvement),
	PARTS("notes", MAY, note),
	PART("product_status", MAY, product_status),
	PARTS("references", MAY, reference),
	ONE("release_date", CSAF_DATE_TIME, MAY),
	PARTS("remediations", MAY, remediation),
	PARTS("scores", MAY, score),
	PARTS("threats", MAY, threat),
	ONE("title", CSAF_TEXT, MAY),
	END,
}, 1, 0 };

const struct csaf_shape csaf_document_shape = { (const struct csaf_field[]){
	PART("document", NEEDED, document),
	PART("product_tree", MAY, product_tree),
	PARTS("vulnerabilities", MAY, vulnerability),
	END,
}, 0, 0 };
/* clang-format on */
