import { join } from "node:path";
import { root, run } from "../processes/processes.mjs";
import { startTally } from "../report/steps.mjs";
import { say } from "../report/words.mjs";
import { next } from "../setup/build.mjs";
import { installPackages } from "../setup/install.mjs";
import { outdatedPackages } from "../setup/packages.mjs";

const typescript = join(root, "node_modules/typescript/bin/tsc");
const biome = join(root, "node_modules/@biomejs/biome/bin/biome");

/** `npm run check`: types, lint and the versions of packages, without any test. */
export default async function check() {
  await installPackages();
  const tally = startTally();
  await tally.job(say("steps.types"), checkTypes);
  await tally.job(say("steps.lint"), checkLint);
  await tally.job(say("steps.versions"), checkVersions);
  return tally.finish();
}

/** One check that passes or fails as a whole; the types of routes and images come from Next. */
export async function checkTypes() {
  const typegen = await run(process.execPath, [next, "typegen"], {
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
  });
  if (typegen.code !== 0) return verdict(typegen);
  return verdict(await run(process.execPath, [typescript, "--noEmit"]));
}

export async function checkLint() {
  return verdict(await run(process.execPath, [biome, "ci", "--colors=off", "."]));
}

/** No package is older than the floor that minimum-versions.json gives it. */
export async function checkVersions() {
  const outdated = outdatedPackages();
  return verdict({ code: outdated.length, output: outdated.join("\n") });
}

function verdict({ code, output }) {
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output };
}
