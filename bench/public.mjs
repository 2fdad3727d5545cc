import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { query } from "../scripts/postgres/query.mjs";
import { run } from "../scripts/processes/processes.mjs";
import { step } from "../scripts/report/steps.mjs";
import { say } from "../scripts/report/words.mjs";
import { copySeed } from "../scripts/test/copy-seed.mjs";
import { serveBareNode } from "./bare-node.mjs";
import { serveHandWritten } from "./hand-written.mjs";
import { compare, requireTools } from "./load.mjs";
import { startNginx } from "./nginx.mjs";
import { serveSeededSite, untilBuilt } from "./seeded-site.mjs";
import { memoryOf } from "./usage.mjs";

const path = "/plans/courier";
const question = "/tasks?plan=air";
/** Of the seed, beside itself: ten thousand tasks. */
const copies = 84;

/** `npm run bench:public`: the site against others that serve the same bytes beside it; prints ratios. */
export default async function benchPublic() {
  requireTools();
  const { env, folder, superUrl, pid } = await serveSeededSite();
  const app = env.PUBLIC_URL.replace("localhost", "127.0.0.1");
  await step(say("bench.edition"), () => untilBuilt(app));
  const bytes = Buffer.from(await (await fetch(`${app}${path}`)).arrayBuffer());
  const plainFolder = join(folder, "plain");
  mkdirSync(plainFolder);
  writeFileSync(join(plainFolder, "page.html"), bytes);
  const nginx = await startNginx(folder, env.EDITION_DIR, plainFolder, app);
  const node = await serveBareNode(bytes);
  const hand = await step(say("bench.handWritten"), () => serveHandWritten(env, folder));
  console.log(say("bench.size", { path, bytes: bytes.length }));
  await compare("edition/nginx", `${nginx.edition}${path}`, `${nginx.plain}/page.html`);
  await compare("app/node", `${app}${path}`, node);
  await compare("query/next", `${app}${question}`, `${hand.origin}/tasks`);
  const onSeed = await measureApprovals(app, env);
  await step(say("bench.copies", { copies }), () => copySeed(superUrl, copies));
  await query(superUrl, "select pg_notify('public_changed', 'all')");
  await step(say("bench.edition"), () => untilBuilt(app));
  const atSize = await measureApprovals(app, env);
  console.log(say("bench.memory", { memory: memoryOf(pid) }));
  return onSeed + atSize;
}

/** Approvals one after another while 32 connections load the app: how long until the new page is served. */
async function measureApprovals(app, env) {
  const load = run("wrk", ["-t1", "-c32", "-d60s", `${app}${path}`]);
  const told = await run(process.execPath, ["--import", "tsx", "bench/approvals.ts", app], { env });
  if (told.code !== 0) throw new Error(told.output);
  const { stdout } = await load;
  const failed = stdout.match(/(?:Non-2xx|Socket errors).*/)?.[0] ?? "0";
  const measured = told.stdout.trim().split("\n").at(-1);
  console.log(say("bench.approvals", { measured, failed }));
  return failed === "0" ? 0 : 1;
}
