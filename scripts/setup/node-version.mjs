import { readFileSync } from "node:fs";
import { say } from "../report/words.mjs";

// Read, not imported: the Node that is too old could not import JSON.
const file = new URL("minimum-versions.json", import.meta.url);
const { minimum, recommended } = JSON.parse(readFileSync(file, "utf8")).node;

/** Whether this Node is new enough; says in one sentence what to do, and sets exit code 1, if not. */
export function requireNode(version = process.versions.node) {
  const enough = isAtLeast(version, minimum);
  if (!enough) {
    console.error(say("setup.nodeTooOld", { version, oldest: minimum, recommended }));
    process.exitCode = 1;
  }
  return enough;
}

/** Whether a version is no older than another; each of its numbers counts, the first the most. */
export function isAtLeast(version, oldest) {
  const [ours, theirs] = [version, oldest].map((text) => text.split("-")[0].split(".").map(Number));
  const at = theirs.findIndex((number, i) => (ours[i] ?? 0) !== number);
  return at === -1 || (ours[at] ?? 0) > theirs[at];
}
