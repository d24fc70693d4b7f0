/*
 * limit_ranges - what the limit program keeps: ids, packages, range keys, all in plain arrays.
 */
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

/* Distinct texts by number. */
class Names
{
      public:
	uint32_t number_of(std::string_view text);
	/* As number_of, but NONE for a text that is not there. */
	uint32_t find(std::string_view text) const;
	static constexpr uint32_t NONE = UINT32_MAX;
	size_t count() const
	{
		return entries.size();
	}

      private:
	struct Entry {
		uint64_t hash;
		uint32_t at, len;
	};

	void grow();
	/* Where it stands, or where it would. */
	size_t slot_of(uint64_t hash, std::string_view text) const;

	std::vector<char> bytes;
	std::vector<Entry> entries;
	std::vector<uint32_t> slots; /* number + 1; 0 is empty */
};

/* Keys are places in Ranges' own bytes; 0 is "no bound". Their first bytes stand beside them once they are
 * sorted: most comparisons end there. */
struct Range {
	uint64_t low_first, high_first;
	uint32_t package, record, low, high;
	bool without_low, without_high; /* the bound itself is outside */
	bool is_platform;		/* what the vulnerable thing runs on */
};

/* The ends of a range as a record has them; empty: no bound. */
struct Bounds {
	std::string_view low, high;
	bool without_low, without_high;
};

/* A version as bytes that memcmp orders. */
using Key = std::basic_string_view<char>;

class Ranges
{
      public:
	Ranges() : keys(1)
	{
	}
	/* A new record; what is added belongs to it. */
	void begin_record();
	void set_id(std::string_view id);
	/* Empty: no bound. */
	void add(std::string_view package, std::string_view low, std::string_view high);
	/* From a CPE 2.3 name; its version stands for both bounds where there are none. */
	void add_cpe(std::string_view cpe, const Bounds &bounds, bool is_platform);
	/* Orders the ranges by package, keeping the order of records within one. */
	void sort();

	/* After sort(): a component of a CPE 2.3 name, held against its package; calls met(record) for each
	 * range that holds its version. */
	template <class Met> void match(std::string_view cpe, Met met);
	std::string_view id_of(uint32_t record) const
	{
		return &id_bytes[ids[record]];
	}

	size_t record_count() const
	{
		return ids.size();
	}
	size_t range_count() const
	{
		return ranges.size();
	}
	size_t package_count() const
	{
		return packages.count();
	}

      private:
	uint32_t key(std::string_view version);
	Key key_at(uint32_t at) const;
	bool holds(const Range &r, uint64_t first, Key version) const;

	Names packages;
	std::vector<uint32_t> starts; /* by package, one more than there are */
	std::vector<uint32_t> ids;    /* where the id of each record stands in id_bytes */
	std::vector<char> id_bytes;
	std::vector<Range> ranges;
	std::vector<char> keys;
};

/* Part, vendor and product of a CPE 2.3 name, and its version. */
struct CpeParts {
	std::string_view package, version;
};
/* False if it has not that many attributes. */
bool split_cpe(std::string_view cpe, CpeParts *out);
/* The version as a key, in made. */
Key make_key(std::string_view version, std::vector<char> *made);
/* Eight bytes of it as a number that orders as they do. */
uint64_t first_bytes(Key key);

template <class Met> void Ranges::match(std::string_view cpe, Met met)
{
	std::vector<char> made;
	CpeParts parts;

	if (!split_cpe(cpe, &parts))
		return;
	uint32_t package = packages.find(parts.package);
	if (package == Names::NONE)
		return;
	Key version = make_key(parts.version, &made);
	uint64_t first = first_bytes(version);
	for (uint32_t i = starts[package]; i < starts[package + 1]; i++)
		if (holds(ranges[i], first, version))
			met(ranges[i].record);
}
