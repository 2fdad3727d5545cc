import { say } from "../report/words.mjs";

export const oldestNode = [20, 19];

/** Whether this Node is new enough; says in one sentence what to do, and sets exit code 1, if not. */
export function requireNode(version = process.versions.node) {
  const [major, minor] = version.split(".").map(Number);
  const enough = major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
  if (!enough) {
    const oldest = oldestNode.join(".");
    console.error(say("setup.nodeTooOld", { version, oldest }));
    process.exitCode = 1;
  }
  return enough;
}
