import { writeFileSync } from "node:fs";
import { zones } from "./zones.mjs";

/** Writes the linter's zones: one override a line, so that a changed order shows as what it is. */
export default function writeZones() {
  const lines = zones().map((zone) => JSON.stringify(zone));
  writeFileSync(
    new URL("zones.json", import.meta.url),
    `{"overrides":[\n${lines.join(",\n")}\n]}\n`,
  );
  return 0;
}
