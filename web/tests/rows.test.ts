import assert from "node:assert/strict";
import { test } from "node:test";
import { indexOf } from "../src/parts/rows";

test("the keys stay on their row when a newer one comes before it", () => {
  assert.equal(indexOf({ index: 0, key: 7 }, [7, 5]), 0);
  assert.equal(indexOf({ index: 0, key: 7 }, [9, 7, 5]), 1);
});

test("where the row is gone they stay at its place, inside of the list", () => {
  assert.equal(indexOf({ index: 1, key: 5 }, [9, 7]), 1);
  assert.equal(indexOf({ index: 1, key: 5 }, [9]), 0);
  assert.equal(indexOf({ index: -1, key: null }, [9]), -1);
  assert.equal(indexOf({ index: 2, key: 5 }, []), -1);
});
