/*
 * limits - every bound on outside input, each with its reason. Includes nothing; everyone may include it.
 */
#pragma once
/* clang-format off */

/* json_stream */
#define LIMIT_JSON_DEPTH 128 /* CSAF product trees nest about 20 deep; SBOM components more */
#define LIMIT_JSON_TEXT_BYTES (4 * 1024 * 1024) /* one text; licence texts inside SBOMs reach some 100 KiB */
#define LIMIT_JSON_NUMBER_BYTES 64		/* digits of one number */
#define LIMIT_RECORD_BYTES (32 * 1024 * 1024)	/* one advisory; the kernel's largest CVE records are 2 MB */

/* json_tree */
#define LIMIT_JSON_TREE_NODES 4000000 /* values of one document; the largest of a distribution's advisories have a million */
#define LIMIT_JSON_TREE_BYTES (256 * 1024 * 1024) /* of their texts and keys */

/* xml_read */
#define LIMIT_XML_DEPTH 128 /* as in JSON; CycloneDX has two levels for each component inside another */
#define LIMIT_XML_TEXT_BYTES (4 * 1024 * 1024) /* one text; licence texts inside SBOMs reach some 100 KiB */
#define LIMIT_XML_ATTRIBUTES 256	       /* of one element; SWID tags have some 20 */
#define LIMIT_XML_TAG_BYTES (1024 * 1024)      /* one tag with its attributes, or one comment */

/* csv_read */
#define LIMIT_CSV_COLUMNS 256		      /* KEV has 11 */
#define LIMIT_CSV_FIELD_BYTES (256 * 1024)    /* descriptions reach some KiB */
#define LIMIT_CSV_ROW_BYTES (2 * 1024 * 1024) /* what is held at once */

/* unpack */
#define LIMIT_UNPACKED_BYTES (64LL * 1024 * 1024 * 1024) /* all of one path; the full NVD is under 2 GB */
#define LIMIT_UNPACK_RATIO 1200 /* unpacked : packed beyond the first megabytes; tars of small records reach 100 */
#define LIMIT_UNPACK_RATIO_FROM (64LL * 1024 * 1024) /* unpacked bytes before the ratio counts */
#define LIMIT_UNPACK_MEMBERS 2000000		     /* the CVE list has 300,000 files */

/* identity */
#define LIMIT_PURL_BYTES 4096	 /* with long subpaths and checksums real ones reach 600 */
#define LIMIT_CPE_BYTES 2048	 /* NVD's longest is 300 */
#define LIMIT_VERSION_BYTES 1024 /* prose in place of a version reaches 300 */
#define LIMIT_VERSION_LINE_BYTES (64 * 1024) /* scheme and two versions in a batch */
#define LIMIT_VERS_BYTES (64 * 1024)	     /* a range that lists every release of a package */
#define LIMIT_UDI_BYTES 256	 /* GS1 allows about 100 */

/* sources */
#define LIMIT_START_BYTES (64 * 1024) /* what a feed is told from; input_peek() gives no more */
#define LIMIT_ADVISORY_ALIASES 1000   /* of one record; distribution notices name some 500 CVEs */
#define LIMIT_ADVISORY_CPES 4096      /* of one product in a CVE record; CISA lists some 350 */
#define LIMIT_ADVISORY_ROWS 500000    /* products x versions of one record; the most are 20,000 */
#define LIMIT_ADVISORY_SCORES 256      /* of one record; more are left out */

/* sources/providers */
#define LIMIT_PROVIDERS 200       /* of one file; the vendors who publish CSAF are some 50 */
#define LIMIT_PROVIDER_ITEMS 100  /* documents or ecosystems of one; OSV has some 50 */
#define LIMIT_LISTED_LINE_BYTES 4096 /* one change of a list; CISA's have 80 */

/* sources/evidence */
#define LIMIT_EVIDENCE_BYTES (64 * 1024 * 1024) /* a list of compiled files; a kernel's has 200 KB */
#define LIMIT_EVIDENCE_FILES 1000000 /* of one list; the kernel's sources are 80,000 files */
#define LIMIT_EVIDENCE_PATH_BYTES 4096 /* PATH_MAX */
#define LIMIT_PROGRAM_FILES 2000 /* of one CVE record; the most are 25 */

#define LIMIT_PRODUCT_CODES_BYTES (64 * 1024 * 1024) /* the whole table of FDA has 2 MB */
#define LIMIT_LOT_ROWS 2000000	     /* of one list; where each unit has a row of its own, a million devices */
#define LIMIT_CONSIGNEE_ROWS 2000000 /* of one list; a maker of a million devices has some 100,000 shipments */

/* inventory */
#define LIMIT_DEVICE_TEXT_BYTES (16 * 1024) /* one field of a device or consignee; an intended use fills a page */
#define LIMIT_UNITS 1000000000 /* of a release, a lot or a shipment */
#define LIMIT_DEVICE_NUMBERS 2000 /* of one kind of one device; a PMA can have a thousand supplements */

/* matching */
#define LIMIT_ALIAS_GROUP 1024 /* advisories, names and CVE ids that hang together by names; more than one record has */
#define LIMIT_CONFIG_DEPTH 16 /* nesting of AND and OR in a configuration; NVD nests 2 deep */

/* store */
#define LIMIT_ADVISORIES_ABOUT 256 /* one vulnerability; real ones have a dozen */
#define LIMIT_ATTACHMENT_BYTES (64 * 1024 * 1024) /* a letter, a test report, a recording of some minutes */
#define LIMIT_PACKAGE_BYTES 4096 /* the name of a package; package URLs are no longer */
#define LIMIT_PACKED_BYTES (256 * 1024 * 1024) /* all ranges of one package; the kernel's are 2 MB */

/* sources/sboms */
#define LIMIT_SBOM_BYTES (512 * 1024 * 1024) /* the document as it came; real ones reach 200 MB */
#define LIMIT_SBOM_COMPONENTS 1000000 /* of one document; a whole Linux distribution has 100,000 packages */
#define LIMIT_SBOM_NESTING 60	      /* components inside components; fits LIMIT_JSON_DEPTH */
#define LIMIT_SBOM_FIELD_BYTES 65536  /* one field of a component; licence expressions reach 10 KiB */
#define LIMIT_SBOM_LIST 64	      /* CPEs, purls or hashes of one component; real ones have up to 20 */
#define LIMIT_SBOM_REF_BYTES (100 * 1000 * 1000) /* of all references that are compared; a million of 100 bytes */
#define LIMIT_SBOM_PATCHES 20000 /* commits in one component, or vulnerabilities its patches resolve; kernels have 10,000 */
#define LIMIT_SBOM_HELD_BYTES (256LL * 1024 * 1024) /* packages of an SPDX document, held until the end */
#define LIMIT_SBOM_EDGES 20000000	/* dependencies of one document; those of a distribution are a million */
#define LIMIT_CHECK_FINDINGS 1000	/* of one kind that are shown; the others are counted */
#define LIMIT_SBOM_WARNINGS 1000 /* that are kept; nobody reads more */
#define LIMIT_SBOM_LINE_BYTES (1024 * 1024)	    /* a tag-value line or <text>; licence texts reach 100 KiB */

/* sources/vex */
#define LIMIT_VEX_BYTES (256 * 1024 * 1024) /* one document, and its report; distributions publish some MiB */
#define LIMIT_STATEMENTS 200000	       /* of one VEX document; a distribution's largest have some 10,000 */
#define LIMIT_STATEMENT_PRODUCTS 100000 /* of one statement, and subcomponents of one product */
#define LIMIT_VEX_JUDGED 4000000	       /* statements of a scanned SBOM times its components: some seconds */
#define LIMIT_STATEMENT_NAMES 64       /* of one product or vulnerability; real ones have up to 5 */

/* publishing/csaf */
#define LIMIT_CSAF_FAULTS 1000 /* of one test that are told; the others are counted */
#define LIMIT_CSAF_EXPANDED 50000000 /* products that the groups of a document stand for, in one test: some seconds */

/* records */
#define LIMIT_TRAIL_LINE_BYTES (128 * 1024 * 1024) /* an entry with what stood before and after; a finding's record has some MiB */
#define LIMIT_CHECKPOINT_BYTES 4096 /* one line; it has 400 */
#define LIMIT_CHECKPOINTS 100000 /* of one file; one a day for centuries */

/* time_zone */
#define LIMIT_ZONE_BYTES (256 * 1024) /* one compiled zone; the largest has 4 KB */
#define LIMIT_ZONE_TRANSITIONS 20000  /* fat zones have some 240 */

/* facts */
#define LIMIT_FACTS_BYTES (4 * 1024 * 1024) /* one facts document; a long casefile has some 100 KB */
#define LIMIT_FACTS_ITEMS 2000		    /* elements of one list in it */

/* pdf_write */
#define LIMIT_PDF_BYTES (512 * 1024 * 1024) /* one report; a page with tables takes some 20 KB */

/* inspection packages */
#define LIMIT_INSPECTION_BYTES (1024 * 1024 * 1024) /* one package, packed or not; it is held in memory */

/* transfer */
#define LIMIT_DOWNLOAD_BYTES (16LL * 1024 * 1024 * 1024) /* one document; the CVE list has 0.6 GB packed */
#define LIMIT_FETCH_BYTES (1024 * 1024) /* one answer; a provider's keys have some KB */
#define LIMIT_FETCH_ADDRESS_BYTES 2048 /* one address; browsers take no longer ones */

/* server */
#define LIMIT_CONNECTIONS 4096U /* at once; the system's own limit of open files may be lower */
#define LIMIT_KEPT_ANSWERS_BYTES (16 * 1024 * 1024) /* of answers to GET; a page of 50 findings has 6 KB, packed */
#define LIMIT_REQUEST_HEAD_BYTES (32 * 1024) /* request line and headers; cookies and tokens have some 200 bytes */
#define LIMIT_REQUEST_BODY_BYTES (1024 * 1024) /* JSON of one request; a casefile's longest record has some KB */
#define LIMIT_FORM_BODY_BYTES (256 * 1024)     /* of what anybody may send without signing in */
#define LIMIT_FORM_TEXT_BYTES (32 * 1024)      /* one answer of it; a careful report fills some pages */
#define LIMIT_FORM_LINE_BYTES 300	       /* an answer of one line */
#define LIMIT_REFUSED_BODY_BYTES (16 * 1024 * 1024) /* read over, so that the client can read why it is refused */
#define LIMIT_UPLOAD_BYTES (4LL * 1024 * 1024 * 1024) /* one file; the largest feed has 1 GB, packed */
#define LIMIT_JOB_FILES_BYTES (1024LL * 1024 * 1024) /* of all jobs, the oldest go first; one always fits */
#define LIMIT_ANSWER_BYTES (64 * 1024 * 1024) /* one answer held in memory; lists come in pages */
#define LIMIT_WAITING_REQUESTS 1024 /* in the line of one thread */
#define LIMIT_VIEWS 100 /* of one list that somebody keeps; a row of buttons has some ten */
#define LIMIT_VIEW_NAME_BYTES 200
#define LIMIT_VIEW_QUERY_BYTES 2000 /* all filters of a list, each chosen */
#define LIMIT_PAGE_ROWS 1000 /* of a list in one answer */
#define LIMIT_VISITS_AWAY 256 /* browsers at a provider at once; each has to come from an address that may sign in */
