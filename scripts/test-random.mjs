import { randomInt } from "node:crypto";
import { runCommand } from "./command.mjs";
import { installPackages } from "./install.mjs";
import { step } from "./steps.mjs";
import { startTally } from "./tally.mjs";
import { makeTestFolder, removeTestFolder } from "./test-folder.mjs";
import { runVitest } from "./test-runners.mjs";
import { startTestServer } from "./test-server.mjs";

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
