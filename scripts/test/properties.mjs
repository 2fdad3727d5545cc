import { randomInt } from "node:crypto";
import { runCommand } from "../processes/command.mjs";
import { step } from "../report/steps.mjs";
import { startTally } from "../report/tally.mjs";
import { installPackages } from "../setup/install.mjs";
import { makeTestFolder, removeTestFolder } from "./folder.mjs";
import { runVitest } from "./runners.mjs";
import { startTestServer } from "./server.mjs";

// The random tests at full length: SEED repeats a run, RUNS and ROUNDS make it shorter or longer.

const { SEED = String(randomInt(2 ** 31)), RUNS = "10000", ROUNDS = "200" } = process.env;
const filters = process.argv.slice(2);
let folder;

async function test() {
  console.log(`SEED=${SEED} RUNS=${RUNS} ROUNDS=${ROUNDS}`);
  const tally = startTally();
  const server = await tally.attempt(prepareMachine);
  if (!server) return tally.finish();
  const env = { SEED, RUNS, ROUNDS, TEST_SERVER: JSON.stringify(server) };
  await tally.job("随机 [properties]", () => runVitest("properties", filters, { folder, env }));
  return tally.finish();
}

async function prepareMachine() {
  await step("软件包 [npm ci]", installPackages);
  folder = await makeTestFolder();
  return step("测试数据库 [PostgreSQL]", () => startTestServer(folder));
}

runCommand(test, { signalCode: 130, cleanUp: () => folder && removeTestFolder(folder) });
