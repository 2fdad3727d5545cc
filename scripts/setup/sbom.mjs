import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, run } from "../processes/processes.mjs";
import { failureFrom } from "../report/failure.mjs";
import { say } from "../report/words.mjs";
import { npmCommand } from "./install.mjs";

/** Where a build leaves its bill of materials. */
export const sbomFile = join(root, ".next", "sbom.cdx.json");

/** Writes the software bill of materials (CycloneDX) of a build, from package-lock.json and without a network. */
export async function writeSbom(env = process.env) {
  writeFileSync(sbomFile, await makeSbom(env));
}

/**
 * The bill as text: every locked package; what only helps to develop says so. To leave that out (`--omit=dev`) npm would
 * leave out what the site shares with it, too.
 */
export async function makeSbom(env = process.env) {
  const [command, ...script] = npmCommand();
  const options = ["--sbom-format=cyclonedx", "--package-lock-only"];
  const { code, stdout, output } = await run(command, [...script, "sbom", ...options], { env });
  if (code !== 0) throw failureFrom(say("setup.sbom"), output);
  const bill = JSON.parse(stdout);
  // npm calls it by its folder.
  const { name } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  Object.assign(bill.metadata.component, { name, type: "application" });
  return `${JSON.stringify(bill, null, 2)}\n`;
}
