import { accessSync, constants, existsSync, mkdirSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { readPostmaster } from "../postgres/leftovers.mjs";
import { openDatabase } from "../postgres/open-database.mjs";
import { findPlace } from "../postgres/place.mjs";
import { findPrograms } from "../postgres/programs.mjs";
import { takeLock } from "../processes/lock.mjs";
import { run } from "../processes/processes.mjs";
import { takeStartLock } from "../processes/start-lock.mjs";
import { Failure, failureFrom } from "../report/failure.mjs";
import { step } from "../report/steps.mjs";
import { buildSite } from "../setup/build.mjs";
import { readEnvironment } from "../setup/environment.mjs";
import { installPackages } from "../setup/install.mjs";
import { prepareDatabase } from "../setup/prepare.mjs";
import { loadSecrets } from "../setup/secrets.mjs";
import { siteEnv } from "../setup/site-env.mjs";

const usage =
  "用法：npm run publish-site -- --out 输出文件夹 [--base /网址前缀]，例如 --out /srv/taizhang --base /zt/taizhang。";

/** `npm run publish-site`: writes the public edition as plain files. */
export default async function publishSite(args) {
  const { out, base } = readArguments(args);
  const config = readEnvironment();
  const secrets = loadSecrets(config.dataDir);
  await installPackages();
  const { ownerUrl } = await step("数据库 [PostgreSQL]", () => findDatabase(config, secrets));
  const env = siteEnv({ config, ownerUrl, secrets });
  await step("构建 [next build]", () => buildSite(env));
  const { code, stdout, stderr } = await step("公开页面 [edition]", () =>
    run(
      process.execPath,
      ["--import", "tsx", "lib/edition/publish.ts", "--out", out, "--base", base],
      {
        env: { ...env, NODE_ENV: "production" },
      },
    ),
  );
  if (code !== 0) throw failureFrom("写出公开页面", stderr || stdout);
  const { files, changed, removed } = JSON.parse(stdout.trim().split("\n").at(-1));
  console.log(`${out}：共 ${files} 个文件，更新 ${changed} 个，删除 ${removed} 个。`);
  return 0;
}

function readArguments(args) {
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
    throw new Failure(`--base 应为 /zt/taizhang 这样的网址前缀，现在是“${values.base}”。${usage}`);
  }
  const out = resolve(values.out);
  const found = openFolder(out);
  if (found.length > 0 && !found.includes(".taizhang-edition.json")) {
    throw new Failure(
      `${out} 里有别的文件，不能往里写：请换一个空文件夹，或以前用本命令写过的文件夹。`,
    );
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
    throw new Failure(`${out} 不能写入：请换一个有权限写的文件夹，它的上一级文件夹要已经存在。`);
  }
}

/** The database of the site if it is running; otherwise it is opened and prepared as `npm start` does. */
async function findDatabase(config, secrets) {
  const { holder, release } = takeLock(config.dataDir, "start.lock");
  if (holder) return { ownerUrl: config.databaseUrl ?? runningUrl(config, secrets) };
  release();
  await takeStartLock(config);
  const { ownerUrl } = await openDatabase(config, secrets);
  await prepareDatabase(ownerUrl, { ...config, secrets });
  return { ownerUrl };
}

function runningUrl({ dataDir }, { postgresPassword }) {
  const { port } = readPostmaster(findPlace(dataDir, findPrograms()).data) ?? {};
  if (!port) throw new Failure("台账正在启动，数据库还没有就绪：请稍后再运行一次。");
  return `postgres://postgres:${encodeURIComponent(postgresPassword)}@127.0.0.1:${port}/taizhang`;
}
