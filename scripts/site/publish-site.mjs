import { accessSync, constants, existsSync, mkdirSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { findRunningDatabase, openDatabase } from "../postgres/database.mjs";
import { takeLock, takeStartLock } from "../processes/lock.mjs";
import { runTypeScript } from "../processes/processes.mjs";
import { Failure } from "../report/failure.mjs";
import { step } from "../report/steps.mjs";
import { buildSite } from "../setup/build.mjs";
import { readEnvironment, siteEnv } from "../setup/environment.mjs";
import { installPackages } from "../setup/install.mjs";
import { prepareDatabase } from "../setup/prepare.mjs";
import { loadSecrets } from "../setup/secrets.mjs";

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
  const { files, changed, removed } = await step("公开页面 [edition]", () =>
    runTypeScript("写出公开页面", ["lib/edition/publish.ts", "--out", out, "--base", base], {
      ...env,
      NODE_ENV: "production",
    }),
  );
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
  const { holder, release } = takeLock(config.dataDir, "start.lock", {
    publicUrl: config.publicUrl,
  });
  if (holder) return { ownerUrl: findRunningDatabase(config, secrets) };
  release();
  await takeStartLock(config);
  const { ownerUrl } = await openDatabase(config, secrets);
  await prepareDatabase(ownerUrl, { ...config, secrets });
  return { ownerUrl };
}
