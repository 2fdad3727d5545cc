import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

/** The files of the project as they are now, those not committed yet too. */
export const tracked = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], {
  encoding: "utf8",
})
  .trim()
  .split("\n")
  .filter((file) => existsSync(file));

export const read = (file) => readFileSync(file, "utf8");
