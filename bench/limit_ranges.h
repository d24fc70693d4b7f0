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

	std::vector<char> bytes;
	std::vector<Entry> entries;
	std::vector<uint32_t> slots; /* number + 1; 0 is empty */
};

/* Keys are places in Ranges' own bytes; 0 is "no bound". */
struct Range {
	uint32_t package, record, low, high;
};

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
	/* From a CPE 2.3 name; its version and update stand for both bounds where there are none. */
	void add_cpe(std::string_view cpe, std::string_view low, std::string_view high);
	/* Orders the ranges by package, keeping the order of records within one. */
	void sort();

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
	uint32_t key(std::string_view version, std::string_view update = {});

	Names packages;
	std::vector<uint32_t> ids; /* where the id of each record stands in id_bytes */
	std::vector<char> id_bytes;
	std::vector<Range> ranges;
	std::vector<char> keys;
};
