import { accessSync, constants, statSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { runTypeScript } from "../processes/processes.mjs";
import { Failure } from "../report/failure.mjs";
import { step } from "../report/steps.mjs";
import { say } from "../report/words.mjs";
import { readEnvironment, workerEnv } from "../setup/environment.mjs";
import { installPackages } from "../setup/install.mjs";
import { loadSecrets } from "../setup/secrets.mjs";
import { findDatabase } from "./find-database.mjs";
import { summaryOf } from "./import-summary.mjs";

// How far it is stands on the error stream: what is printed may be read by a program.
const progress = process.stderr;

/** `npm run import`: prints the tasks that a document gives, as JSON or to be read, or files them as a draft. */
export default async function importDocument(args) {
  const { file, isJson, out, plan, username } = readArguments(args);
  await installPackages(progress);
  if (plan) return fileAsDraft(file, plan, username);
  const program = ["lib/imports/print-proposals.ts", file];
  const found = await runTypeScript(say("import.reading"), program, process.env);
  const json = `${JSON.stringify(found, null, 2)}\n`;
  if (out) {
    write(out, json);
    console.error(say("import.written", { path: out, count: found.measures.length }));
  }
  if (isJson || !out) await print(isJson ? json : summaryOf(found));
  return 0;
}

async function fileAsDraft(file, plan, username) {
  const config = readEnvironment();
  const secrets = loadSecrets(config.dataDir);
  const { ownerUrl } = await step(
    say("steps.database"),
    () => findDatabase(config, secrets),
    progress,
  );
  const filed = await runTypeScript(
    say("import.doing"),
    ["lib/imports/file-at-machine.ts", file, plan, username],
    workerEnv({ config, ownerUrl, secrets }),
  );
  if (!filed) throw new Failure(say("import.nobody", { username }));
  const { title, tasks, registrationId, publishedOn: day } = filed;
  const said = filed.isSupplement
    ? say("import.supplemented", { title, tasks, registrationId })
    : say("import.filed", { title, tasks, registrationId });
  console.log(said);
  if (day) console.log(say("import.published", { day }));
  return 0;
}

function readArguments(args) {
  const options = {
    json: { type: "boolean", default: false },
    ...{ out: { type: "string" }, plan: { type: "string" }, as: { type: "string" } },
  };
  const usage = say("import.usage");
  let read;
  try {
    read = parseArgs({ args, options, allowPositionals: true });
  } catch {
    throw new Failure(usage);
  }
  const { values, positionals } = read;
  const [path, ...rest] = positionals;
  const files = values.plan !== undefined;
  if (!path || rest.length > 0 || files !== (values.as !== undefined)) throw new Failure(usage);
  if (files && (values.json || values.out)) throw new Failure(usage);
  const { json: isJson, plan, as: username = "" } = values;
  const out = values.out && resolve(values.out);
  return { file: fileAt(path), isJson, out, plan, username: username.toLowerCase() };
}

function fileAt(path) {
  const file = resolve(path);
  try {
    accessSync(file, constants.R_OK);
    if (statSync(file).isFile()) return file;
  } catch {}
  throw new Failure(say("import.noFile", { path }));
}

function write(path, text) {
  try {
    writeFileSync(path, text);
  } catch {
    throw new Failure(say("import.noOut", { path }));
  }
}

/** Returns when all of it is out: the process ends right after. */
const print = (text) => new Promise((resolve) => process.stdout.write(text, resolve));
