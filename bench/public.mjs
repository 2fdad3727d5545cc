import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { runCommand } from "../scripts/processes/command.mjs";
import { launch, run } from "../scripts/processes/processes.mjs";
import { step } from "../scripts/report/steps.mjs";
import { buildSite } from "../scripts/setup/build.mjs";
import { installPackages } from "../scripts/setup/install.mjs";
import { makeTestFolder, removeTestFolder } from "../scripts/test/folder.mjs";
import { startTestServer } from "../scripts/test/server.mjs";
import { planTestSite, serveTestSite } from "../scripts/test/site.mjs";
import { serveBareNode } from "./bare-node.mjs";
import { serveHandWritten } from "./hand-written.mjs";
import { compare, requireTools } from "./load.mjs";
import { startNginx } from "./nginx.mjs";

let folder;
const path = "/plans/courier";
const question = "/tasks?plan=air";

/** Serves the production build on a fresh copy of the seed, and the same bytes by others beside it: prints ratios. */
async function bench() {
  await requireTools();
  await step("软件包 [npm ci]", installPackages);
  folder = await makeTestFolder();
  const server = await step("测试数据库 [PostgreSQL]", () => startTestServer(folder).then(quietly));
  const site = await planTestSite(server.value, folder);
  await step("构建 [next build]", () => buildSite(site.env));
  await step("网站 [npm start]", () => serveTestSite(site, folder).then(quietly));
  const app = site.env.PUBLIC_URL.replace("localhost", "127.0.0.1");
  await step("公开版 [edition]", () => untilBuilt(app));
  const bytes = Buffer.from(await (await fetch(`${app}${path}`)).arrayBuffer());
  const plainFolder = join(folder, "plain");
  mkdirSync(plainFolder);
  writeFileSync(join(plainFolder, "page.html"), bytes);
  const nginx = await startNginx(folder, site.env.EDITION_DIR, plainFolder, app);
  const node = await serveBareNode(bytes);
  const hand = await step("手写的 Next 页 [next build]", () =>
    serveHandWritten(site.env, folder).then(quietly),
  );
  console.log(`${path}：${bytes.length} 字节`);
  await compare("edition/nginx", `${nginx.edition}${path}`, `${nginx.plain}/page.html`);
  await compare("app/node", `${app}${path}`, node);
  await compare("query/next", `${app}${question}`, `${hand.value}/tasks`);
  return measureApprovals(app, site.env);
}

/** Approvals one after another while 32 connections load the app: how long until the new page is served. */
async function measureApprovals(app, env) {
  const load = launch("wrk", ["-t1", "-c32", "-d60s", `${app}${path}`], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  load.child.stdout.setEncoding("utf8").on("data", (text) => {
    said += text;
  });
  const told = await run(process.execPath, ["--import", "tsx", "bench/approvals.ts", app], { env });
  if (told.code !== 0) throw new Error(told.output);
  await load.ended;
  const failed = said.match(/(?:Non-2xx|Socket errors).*/)?.[0] ?? "0";
  console.log(`${told.stdout.trim().split("\n").at(-1)}；负载中失败的请求：${failed}`);
  return failed === "0" ? 0 : 1;
}

async function untilBuilt(app) {
  for (;;) {
    const { edition } = await (await fetch(`${app}/api/health`)).json();
    if (edition.pages > 0 && edition.waiting === 0) return `${edition.pages} 页`;
    await sleep(500);
  }
}

/** Keeps a step from printing what it made. */
function quietly(value) {
  return { value };
}

runCommand(bench, { cleanUp: () => folder && removeTestFolder(folder) });
