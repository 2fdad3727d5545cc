import { openDatabase } from "../postgres/database.mjs";
import { takeStartLock } from "../processes/lock.mjs";
import { refuseTakenPort } from "../processes/ports.mjs";
import { Failure } from "../report/failure.mjs";
import { step } from "../report/steps.mjs";
import { summarize } from "../report/summary.mjs";
import { buildSite } from "../setup/build.mjs";
import { readEnvironment, siteEnv } from "../setup/environment.mjs";
import { installPackages } from "../setup/install.mjs";
import { prepareDatabase } from "../setup/prepare.mjs";
import { loadSecrets } from "../setup/secrets.mjs";
import { serveSite, superviseWorker } from "./serve.mjs";

/** `npm start`, or `npm run dev` with "--dev": runs until it is stopped. */
export default async function startSite(args) {
  const mode = args.includes("--dev") ? "dev" : "start";
  const config = readEnvironment();
  const secrets = await step("检查环境 [environment]", async () => {
    await takeStartLock(config);
    await refuseTakenPort(config.port, config.host);
    return loadSecrets(config.dataDir);
  });
  await installPackages();
  const database = await step("数据库 [PostgreSQL]", () => openDatabase(config, secrets));
  const prepared = await step("库结构与数据 [migrate, seed]", () =>
    prepareDatabase(database.ownerUrl, { ...config, secrets }),
  );
  const env = siteEnv({ config, ownerUrl: database.ownerUrl, secrets });
  if (mode === "start") await step("构建 [next build]", () => buildSite(env));
  const site = await step("启动网站 [serve]", () =>
    serveSite({ mode, host: config.host, port: config.port, env }),
  );
  const worker = await step("后台任务 [worker]", () => superviseWorker({ env }));
  console.log(summarize({ config, prepared, secrets, place: database.place }));

  const gone = await Promise.race([
    site.ended.then(() => "网站进程"),
    worker.ended.then(() => "后台任务进程"),
    database.ended.then(() => "PostgreSQL"),
  ]);
  throw new Failure(`${gone}意外退出，其余部分已停止：请重新运行 npm start，数据会自动恢复。`);
}
