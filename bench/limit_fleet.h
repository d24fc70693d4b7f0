/*
 * limit_fleet - how fast the fleet F could be matched at best: each distinct component once, then expanded to
 * the releases, and held against what was there before. In memory only; of configurations nothing is asked.
 */
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "limit_ranges.h"

/* A component, by its place in the SBOM, and a record that it meets. */
struct Met {
	uint32_t component, record;

	bool operator<(const Met &other) const
	{
		return component != other.component ? component < other.component : record < other.record;
	}
	bool operator==(const Met &other) const
	{
		return component == other.component && record == other.record;
	}
};

class LimitFleet
{
      public:
	/* The releases are drawn as bench/fleet draws them. Throws where the SBOM cannot be read. */
	LimitFleet(const std::string &sbom, uint32_t releases, uint32_t components);
	/* What each component meets, none twice, in order. */
	void match(Ranges &ranges);
	/* The pairs of device and record, counted in a bitmap for each device; by two threads. */
	uint64_t expand(size_t record_count) const;
	/* What appeared since a store that had nothing of every fiftieth record. */
	size_t delta() const;
	/* A line each: the CPE name and the record's id. */
	void write_pairs(const Ranges &ranges, const std::string &path) const;

	size_t pair_count() const
	{
		return met.size();
	}

      private:
	uint64_t expand_share(size_t record_count, uint32_t first) const;

	uint32_t release_count, in_each;
	std::vector<std::string> cpes; /* empty: the component has none */
	std::vector<uint32_t> drawn;   /* in_each of every release */
	std::vector<Met> met;
	std::vector<uint32_t> starts; /* in met, by component */
};
