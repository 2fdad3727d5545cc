import { emptyDatabase, holdsDemo, openDatabase } from "../postgres/database.mjs";
import { takeStartLock } from "../processes/lock.mjs";
import { Failure } from "../report/failure.mjs";
import { step } from "../report/steps.mjs";
import { readEnvironment } from "../setup/environment.mjs";
import { installPackages } from "../setup/install.mjs";
import { prepareDatabase } from "../setup/prepare.mjs";
import { forgetDemoPassword, loadSecrets } from "../setup/secrets.mjs";

/** `npm run db:reset`: empties the database of a demo and seeds it again. */
export default async function resetDemo() {
  const config = readEnvironment();
  if (config.demo === "off") {
    throw new Failure("npm run db:reset 只用于演示数据：DEMO=off 时不清空数据库。");
  }
  await takeStartLock(config);
  await installPackages();
  const database = await step("数据库 [PostgreSQL]", () =>
    openDatabase(config, loadSecrets(config.dataDir)),
  );
  if (!(await holdsDemo(database.ownerUrl))) {
    throw new Failure(
      `${database.place} 里没有演示数据，不能清空：npm run db:reset 只用于已经启动过的演示。`,
    );
  }
  forgetDemoPassword(config.dataDir);
  const secrets = loadSecrets(config.dataDir);
  await step("清空 [drop]", () => emptyDatabase(database.ownerUrl));
  await step("库结构与数据 [migrate, seed]", () =>
    prepareDatabase(database.ownerUrl, { ...config, secrets }),
  );
  console.log(`演示数据已重建，密码 ${secrets.demoPassword}；运行 npm start 启动。`);
  return 0;
}
