/*
 * limit - how fast an import could be at best: the yardstick of bench/run, and no part of the product.
 *
 * usage: limit [--fleet SBOM RELEASES COMPONENTS PAIRS] PATH...
 *
 * Decompresses the files, walks the JSON with simdjson, keeps id, package and range keys in memory and orders
 * them by package, in one thread. Checks nothing, stores nothing, keeps no text. Prints the seconds and what
 * it has counted. Folders are read in order of name; what is no feed in them is passed over. With --fleet it
 * goes on to match a fleet (limit_fleet.h), and writes its pairs of component and record to the file PAIRS.
 */
#include <simdjson.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>

#include "limit_fleet.h"
#include "limit_ranges.h"

namespace fs = std::filesystem;
using namespace simdjson;

namespace
{

/* Bytes with the room behind them that simdjson wants; used again for the next file. */
struct Bytes {
	char *ptr = nullptr;
	size_t len = 0, room = 0;

	~Bytes()
	{
		free(ptr);
	}
	void reserve(size_t wanted)
	{
		if (wanted + SIMDJSON_PADDING <= room)
			return;
		room = wanted + wanted / 2 + SIMDJSON_PADDING;
		ptr = static_cast<char *>(realloc(ptr, room));
		if (!ptr)
			throw std::bad_alloc();
	}
};

/* One line of EPSS: the CVE as a number, score and percentile in millionths. */
struct Chance {
	uint64_t cve;
	uint32_t score, percentile;
};

struct Limit {
	Ranges ranges;
	std::vector<Chance> chances;
	size_t exploited = 0;
	ondemand::parser parser;
	Bytes packed, plain;
	std::vector<std::pair<std::string_view, std::string_view>> spans; /* of one CVE 5 entry */
};

void read_whole(const fs::path &path, Bytes *to)
{
	FILE *file = fopen(path.c_str(), "rb");

	if (!file)
		throw std::runtime_error("cannot be opened");
	to->reserve(fs::file_size(path));
	to->len = fread(to->ptr, 1, fs::file_size(path), file);
	fclose(file);
}

void unpack_zstd(const Bytes &from, Bytes *to)
{
	unsigned long long size = ZSTD_getFrameContentSize(from.ptr, from.len);
	ZSTD_inBuffer in = { from.ptr, from.len, 0 };
	ZSTD_DStream *stream;
	size_t left = 1;

	if (size != ZSTD_CONTENTSIZE_UNKNOWN && size != ZSTD_CONTENTSIZE_ERROR)
		to->reserve(size);
	stream = ZSTD_createDStream();
	to->len = 0;
	while (left != 0 && !ZSTD_isError(left)) {
		to->reserve(to->len + ZSTD_DStreamOutSize());
		ZSTD_outBuffer out = { to->ptr, to->room - SIMDJSON_PADDING, to->len };
		left = ZSTD_decompressStream(stream, &out, &in);
		if (out.pos == to->len && in.pos == in.size)
			break;
		to->len = out.pos;
	}
	ZSTD_freeDStream(stream);
	if (left != 0)
		throw std::runtime_error("is no whole zstd frame");
}

void unpack_gzip(const fs::path &path, Bytes *to)
{
	gzFile file = gzopen(path.c_str(), "rb");
	int got;

	if (!file)
		throw std::runtime_error("cannot be opened");
	to->len = 0;
	do {
		to->reserve(to->len + (1 << 20));
		got = gzread(file, to->ptr + to->len, 1 << 20);
		to->len += got > 0 ? static_cast<size_t>(got) : 0;
	} while (got > 0);
	gzclose(file);
}

void walk_cpe_match(Limit *l, ondemand::object match)
{
	std::string_view cpe;
	Bounds bounds = {};
	bool vulnerable = true;

	for (auto field : match) {
		auto key = field.key().value();

		if (key == "criteria") {
			cpe = field.value().get_string();
		} else if (key == "vulnerable") {
			vulnerable = field.value().get_bool();
		} else if (key == "versionStartIncluding" || key == "versionStartExcluding") {
			bounds.low = field.value().get_string();
			bounds.without_low = key == "versionStartExcluding";
		} else if (key == "versionEndIncluding" || key == "versionEndExcluding") {
			bounds.high = field.value().get_string();
			bounds.without_high = key == "versionEndExcluding";
		}
	}
	l->ranges.add_cpe(cpe, bounds, !vulnerable);
}

/* One record of NVD, or an override for one. */
void walk_nvd(Limit *l, ondemand::object cve)
{
	for (auto field : cve) {
		auto key = field.key().value();

		if (key == "id") {
			l->ranges.set_id(field.value().get_string());
		} else if (key == "configurations") {
			for (auto configuration : field.value().get_array())
				for (auto node : configuration["nodes"].get_array())
					for (auto match : node["cpeMatch"].get_array())
						walk_cpe_match(l, match.get_object());
		}
	}
}

/* An item of NVD's pages or of the KEV catalogue. */
void walk_vulnerability(Limit *l, ondemand::object item)
{
	for (auto field : item) {
		auto key = field.key().value();

		if (key == "cve") {
			l->ranges.begin_record();
			walk_nvd(l, field.value().get_object());
		} else if (key == "cveID") {
			l->exploited++;
		}
	}
}

void walk_cve5_affected(Limit *l, ondemand::object affected)
{
	std::string package, product;

	l->spans.clear();
	for (auto field : affected) {
		auto key = field.key().value();

		if (key == "vendor") {
			package = std::string_view(field.value().get_string());
		} else if (key == "product" || key == "packageName") {
			product = std::string_view(field.value().get_string());
		} else if (key == "versions") {
			for (auto version : field.value().get_array()) {
				std::string_view low, high;

				for (auto bound : version.get_object()) {
					auto name = bound.key().value();

					if (name == "version")
						low = bound.value().get_string();
					else if (name == "lessThan" || name == "lessThanOrEqual")
						high = bound.value().get_string();
				}
				l->spans.push_back({ low, high.data() ? high : low });
			}
		}
	}
	package += ':';
	package += product;
	for (const auto &span : l->spans)
		l->ranges.add(package, span.first, span.second);
}

void walk_cve5_container(Limit *l, ondemand::object container)
{
	for (auto field : container)
		if (field.key().value() == "affected")
			for (auto affected : field.value().get_array())
				walk_cve5_affected(l, affected.get_object());
}

void walk_cve5(Limit *l, ondemand::object containers)
{
	for (auto field : containers) {
		auto key = field.key().value();

		if (key == "cna")
			walk_cve5_container(l, field.value().get_object());
		else if (key == "adp")
			for (auto container : field.value().get_array())
				walk_cve5_container(l, container.get_object());
	}
}

void walk_osv_range(Limit *l, const std::string &package, ondemand::object range)
{
	std::string_view low;

	if (std::string_view(range["type"].get_string()) == "GIT")
		return;
	for (auto event : range["events"].get_array())
		for (auto field : event.get_object()) {
			std::string_view version = field.value().get_string();

			if (field.key().value() == "introduced") {
				low = version;
			} else {
				l->ranges.add(package, low, version);
				low = {};
			}
		}
	if (!low.empty())
		l->ranges.add(package, low, {});
}

/* The name of the package stands before its ranges in every database. */
void walk_osv_affected(Limit *l, ondemand::object affected)
{
	std::string package;

	for (auto field : affected) {
		auto key = field.key().value();

		if (key == "package") {
			ondemand::object named = field.value().get_object();

			package = std::string_view(named["ecosystem"].get_string());
			package += '/';
			package += std::string_view(named["name"].get_string());
		} else if (key == "ranges") {
			for (auto range : field.value().get_array())
				walk_osv_range(l, package, range.get_object());
		} else if (key == "versions") {
			ondemand::array versions;

			if (field.value().get_array().get(versions) != SUCCESS)
				continue; /* null, in one record */
			for (auto version : versions) {
				std::string_view one = version.get_string();

				l->ranges.add(package, one, one);
			}
		}
	}
}

/* Any feed's document: its first telling key says which. */
void walk_document(Limit *l, const char *bytes, size_t len, size_t room)
{
	ondemand::document document = l->parser.iterate(bytes, len, room);
	bool begun = false;
	auto begin = [&]() {
		if (!begun)
			l->ranges.begin_record();
		begun = true;
	};

	for (auto field : document.get_object()) {
		auto key = field.key().value();

		if (key == "vulnerabilities") {
			for (auto item : field.value().get_array())
				walk_vulnerability(l, item.get_object());
		} else if (key == "cve") {
			begin();
			walk_nvd(l, field.value().get_object());
		} else if (key == "_annotation") {
			begin();
			l->ranges.set_id(field.value()["cve_id"].get_string());
		} else if (key == "cveMetadata") {
			begin();
			l->ranges.set_id(field.value()["cveId"].get_string());
		} else if (key == "containers") {
			begin();
			walk_cve5(l, field.value().get_object());
		} else if (key == "id") {
			begin();
			l->ranges.set_id(field.value().get_string());
		} else if (key == "affected") {
			begin();
			for (auto affected : field.value().get_array())
				walk_osv_affected(l, affected.get_object());
		}
	}
}

/* Regular members of a POSIX archive; their names do not matter. */
void walk_tar(Limit *l, const Bytes &tar)
{
	constexpr size_t block = 512;

	for (size_t at = 0; at + block <= tar.len && tar.ptr[at] != '\0';) {
		const char *header = tar.ptr + at;
		size_t size = strtoul(std::string(header + 124, 12).c_str(), nullptr, 8);

		at += block;
		if ((header[156] == '0' || header[156] == '\0') && at + size <= tar.len && tar.ptr[at] == '{')
			walk_document(l, tar.ptr + at, size, tar.room - at);
		at += (size + block - 1) / block * block;
	}
}

uint32_t millionths(const char *&p)
{
	uint32_t n = 0;
	int places = -1;

	for (; (*p >= '0' && *p <= '9') || *p == '.'; p++) {
		if (*p == '.') {
			places = 0;
		} else if (places < 6) {
			n = n * 10 + static_cast<uint32_t>(*p - '0');
			places += places >= 0;
		}
	}
	for (places = places < 0 ? 0 : places; places < 6; places++)
		n *= 10;
	return n;
}

/* "CVE-2020-0001,0.03351,0.8765" lines; the buffer has a zero behind its end. */
void walk_epss(Limit *l, const Bytes &csv)
{
	const char *p = csv.ptr, *end = csv.ptr + csv.len;

	csv.ptr[csv.len] = '\0';
	for (; p < end; p++) {
		if (p[0] == 'C' && p[1] == 'V') {
			Chance c = {};

			for (p += 4; *p == '-' || (*p >= '0' && *p <= '9'); p++)
				c.cve =
				    *p == '-' ? c.cve * 10000 : c.cve * 10 + static_cast<uint64_t>(*p - '0');
			c.score = *p == ',' ? millionths(++p) : 0;
			c.percentile = *p == ',' ? millionths(++p) : 0;
			l->chances.push_back(c);
		}
		p = static_cast<const char *>(memchr(p, '\n', static_cast<size_t>(end - p)));
		if (!p)
			return;
	}
}

bool ends_with(const std::string &name, const char *end)
{
	size_t len = strlen(end);

	return name.size() >= len && name.compare(name.size() - len, len, end) == 0;
}

void read_file(Limit *l, const fs::path &path)
{
	std::string name = path.string();

	if (ends_with(name, ".csv.gz")) {
		unpack_gzip(path, &l->plain);
		walk_epss(l, l->plain);
	} else if (ends_with(name, ".json")) {
		read_whole(path, &l->plain);
		walk_document(l, l->plain.ptr, l->plain.len, l->plain.room);
	} else if (ends_with(name, ".zst")) {
		read_whole(path, &l->packed);
		unpack_zstd(l->packed, &l->plain);
		if (ends_with(name, ".tar.zst"))
			walk_tar(l, l->plain);
		else
			walk_document(l, l->plain.ptr, l->plain.len, l->plain.room);
	}
}

std::vector<fs::path> files_of(const fs::path &path)
{
	std::vector<fs::path> files;

	if (!fs::is_directory(path))
		return { path };
	for (const auto &entry : fs::recursive_directory_iterator(path))
		if (entry.is_regular_file())
			files.push_back(entry.path());
	std::sort(files.begin(), files.end());
	return files;
}

double seconds_since(std::chrono::steady_clock::time_point since)
{
	return std::chrono::duration<double>(std::chrono::steady_clock::now() - since).count();
}

/* The steps of matching the fleet, each with what it took; counts are written so that the work is done. */
void match_fleet(Limit *l, LimitFleet *fleet, double sorted)
{
	auto since = std::chrono::steady_clock::now();
	double matched, expanded;
	uint64_t expansion;
	size_t appeared;

	fleet->match(l->ranges);
	matched = seconds_since(since);
	expansion = fleet->expand(l->ranges.record_count());
	expanded = seconds_since(since) - matched;
	appeared = fleet->delta();
	printf(
	    "fleet %.6f s: sort %.6f, match %.6f, expand %.6f, delta %.6f; %zu pairs, %llu of devices, %zu "
	    "appeared\n",
	    sorted + seconds_since(since), sorted, matched, expanded,
	    seconds_since(since) - matched - expanded, fleet->pair_count(),
	    static_cast<unsigned long long>(expansion), appeared);
}

void read_paths(Limit *l, char **paths, int count)
{
	for (int i = 0; i < count; i++)
		for (const fs::path &path : files_of(paths[i])) {
			try {
				read_file(l, path);
			} catch (const std::exception &e) {
				throw std::runtime_error(path.string() + ": " + e.what());
			}
		}
}

void run(int argc, char **argv)
{
	auto since = std::chrono::steady_clock::now();
	int first = argc > 1 && strcmp(argv[1], "--fleet") == 0 ? 6 : 1;
	Limit l;
	double read;

	if (argc < first)
		throw std::runtime_error("usage: limit [--fleet SBOM RELEASES COMPONENTS PAIRS] PATH...");
	read_paths(&l, argv + first, argc - first);
	read = seconds_since(since);
	l.ranges.sort();
	printf("%.3f s, %zu records, %zu ranges, %zu packages, %zu exploited, %zu chances\n",
	    seconds_since(since), l.ranges.record_count(), l.ranges.range_count(), l.ranges.package_count(),
	    l.exploited, l.chances.size());
	if (first == 1)
		return;
	double sorted = seconds_since(since) - read;
	LimitFleet fleet(argv[2], static_cast<uint32_t>(strtoul(argv[3], nullptr, 10)),
	    static_cast<uint32_t>(strtoul(argv[4], nullptr, 10)));
	match_fleet(&l, &fleet, sorted);
	fleet.write_pairs(l.ranges, argv[5]);
}

} // namespace

int main(int argc, char **argv)
{
	try {
		run(argc, argv);
	} catch (const std::exception &e) {
		fprintf(stderr, "limit: %s\n", e.what());
		return 1;
	}
	return 0;
}
