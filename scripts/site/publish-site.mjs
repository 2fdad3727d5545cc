import { accessSync, constants, existsSync, mkdirSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { runTypeScript } from "../processes/processes.mjs";
import { Failure } from "../report/failure.mjs";
import { step } from "../report/steps.mjs";
import { say } from "../report/words.mjs";
import { buildSite } from "../setup/build.mjs";
import { readEnvironment, siteEnv } from "../setup/environment.mjs";
import { installPackages } from "../setup/install.mjs";
import { loadSecrets } from "../setup/secrets.mjs";
import { findDatabase } from "./find-database.mjs";

/** `npm run publish-site`: writes the public edition as plain files. */
export default async function publishSite(args) {
  const { out, base } = readArguments(args);
  const config = readEnvironment();
  const secrets = loadSecrets(config.dataDir);
  await installPackages();
  const { ownerUrl } = await step(say("steps.database"), () => findDatabase(config, secrets));
  const env = siteEnv({ config, ownerUrl, secrets });
  await step(say("steps.build"), () => buildSite(env));
  const { files, changed, removed } = await step(say("steps.edition"), (tell) =>
    runTypeScript(
      say("publish.writing"),
      ["lib/edition/publish.ts", "--out", out, "--base", base],
      { ...env, NODE_ENV: "production" },
      (line) => tellProgress(line, tell),
    ),
  );
  console.log(say("publish.done", { out, files, changed, removed }));
  return 0;
}

function tellProgress(line, tell) {
  if (!line.startsWith('{"done":')) return;
  const { done, total } = JSON.parse(line);
  tell(done, total);
}

function readArguments(args) {
  const usage = say("publish.usage");
  const options = { out: { type: "string" }, base: { type: "string", default: "" } };
  let values;
  try {
    ({ values } = parseArgs({ args, options }));
  } catch {
    throw new Failure(usage);
  }
  if (!values.out) throw new Failure(usage);
  const base = values.base.replace(/\/$/, "");
  if (base !== "" && !/^(\/[\w.~-]+)+$/.test(base)) {
    throw new Failure(say("publish.base", { base: values.base, usage }));
  }
  const out = resolve(values.out);
  const found = openFolder(out);
  if (found.length > 0 && !found.includes(".taizhang-edition.json")) {
    throw new Failure(say("publish.otherFiles", { out }));
  }
  return { out, base };
}

/** What is in the folder, made if it is not there; its parent must be. */
function openFolder(out) {
  try {
    if (!existsSync(out)) mkdirSync(out);
    accessSync(out, constants.W_OK);
    return readdirSync(out);
  } catch {
    throw new Failure(say("publish.notWritable", { out }));
  }
}
