import { expect, it } from "vitest";
import { holeIn } from "./versions.mjs";

it.each([
  [180004, { version: "18.4", mended: "18.6" }],
  [180006, null],
  [180010, null],
  [170002, null],
])("of PostgreSQL %i the hole is %o", (version, hole) => expect(holeIn(version)).toEqual(hole));
