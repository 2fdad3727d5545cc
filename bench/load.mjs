import { spawnSync } from "node:child_process";
import { run } from "../scripts/processes/processes.mjs";
import { Failure } from "../scripts/report/failure.mjs";
import { say } from "../scripts/report/words.mjs";

const connections = [1, 8, 32];
const rounds = 3;
const seconds = 2;

/** Says which program is missing, before anything is started. */
export function requireTools() {
  for (const program of ["wrk", "nginx"]) {
    if (spawnSync(program, ["-v"]).error?.code === "ENOENT")
      throw new Failure(say("bench.programMissing", { program }));
  }
}

/** Loads two addresses in turns and prints their rates and the worst ratio of medians over the numbers of connections. */
export async function compare(name, one, other) {
  const ratios = [];
  for (const count of connections) {
    const rates = [[], []];
    for (let round = 0; round < rounds; round += 1)
      for (const [i, url] of [one, other].entries()) rates[i].push(await rateOf(url, count));
    const [own, theirs] = rates.map(median);
    ratios.push(own / theirs);
    const row = [`${count}`.padStart(3), own.toFixed(0).padStart(8), theirs.toFixed(0).padStart(8)];
    console.log(`  ${name.padEnd(14)} ${row.join(" ")}  ${(own / theirs).toFixed(2)}`);
  }
  console.log(`ratio ${name} ${Math.min(...ratios).toFixed(2)}`);
}

async function rateOf(url, count) {
  const { output } = await run("wrk", ["-t1", `-c${count}`, `-d${seconds}s`, url]);
  const rate = Number(output.match(/Requests\/sec:\s+([\d.]+)/)?.[1]);
  if (!rate || /Non-2xx/.test(output)) throw new Error(`${url}: ${output}`);
  return rate;
}

function median(list) {
  return [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
}
