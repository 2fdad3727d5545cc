import { randomInt } from "node:crypto";
import { startTally, step } from "../report/steps.mjs";
import { say } from "../report/words.mjs";
import { installPackages } from "../setup/install.mjs";
import { makeTestFolder } from "./folder.mjs";
import { runVitest } from "./runners.mjs";
import { startTestServer } from "./server.mjs";

const { SEED = String(randomInt(2 ** 31)), RUNS = "10000", ROUNDS = "200" } = process.env;

/** The random tests at full length: SEED repeats a run, RUNS and ROUNDS make it shorter or longer. */
export default async function runProperties(filters) {
  console.log(`SEED=${SEED} RUNS=${RUNS} ROUNDS=${ROUNDS}`);
  const tally = startTally();
  const ready = await tally.attempt(prepareMachine);
  if (!ready) return tally.finish();
  const { folder, server } = ready;
  const env = { SEED, RUNS, ROUNDS, TEST_SERVER: JSON.stringify(server) };
  await tally.job(say("steps.properties"), () => runVitest("properties", filters, { folder, env }));
  return tally.finish();
}

async function prepareMachine() {
  await installPackages();
  const folder = await makeTestFolder();
  const server = await step(say("steps.testDatabase"), () => startTestServer(folder));
  return { folder, server };
}
