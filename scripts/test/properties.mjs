import { randomInt } from "node:crypto";
import { startTally, step } from "../report/steps.mjs";
import { say } from "../report/words.mjs";
import { installPackages } from "../setup/install.mjs";
import { makeTestFolder } from "./folder.mjs";
import { runVitest } from "./runners.mjs";
import { startTestServer } from "./server.mjs";

const { SEED = String(randomInt(2 ** 31)), RUNS = "10000", ROUNDS = "200" } = process.env;
const { DAYS = "365" } = process.env;

/** The random tests at full length: SEED repeats a run, RUNS and ROUNDS make it shorter or longer. */
export default function runProperties(filters) {
  return runLong(say("steps.properties"), "properties", filters, { SEED, RUNS, ROUNDS });
}

/** `npm run test:year`: the demo lived through by everybody for a year, or for DAYS; SEED repeats one. */
export function runYear() {
  return runLong(say("steps.year"), "integration", ["db/testing/year"], { SEED, DAYS });
}

async function runLong(words, project, filters, settings) {
  const told = Object.entries(settings).map((each) => each.join("="));
  console.log(told.join(" "));
  const tally = startTally();
  const ready = await tally.attempt(prepareMachine);
  if (!ready) return tally.finish();
  const { folder, server } = ready;
  const env = { ...settings, TEST_SERVER: JSON.stringify(server) };
  await tally.job(words, () => runVitest(project, filters, { folder, env }));
  return tally.finish();
}

async function prepareMachine() {
  await installPackages();
  const folder = await makeTestFolder();
  const server = await step(say("steps.testDatabase"), () => startTestServer(folder));
  return { folder, server };
}
