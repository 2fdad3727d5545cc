import { runTypeScript } from "../processes/processes.mjs";
import { Failure } from "../report/failure.mjs";
import { step } from "../report/steps.mjs";
import { say } from "../report/words.mjs";
import { readEnvironment } from "../setup/environment.mjs";
import { installPackages } from "../setup/install.mjs";
import { loadSecrets } from "../setup/secrets.mjs";
import { findDatabase } from "./find-database.mjs";

/** `npm run start-code`: a start code for an account, above all a security administrator's who is alone and shut out. */
export default async function issueStartCode([username, ...rest]) {
  if (!username || rest.length > 0) throw new Failure(say("startCode.usage"));
  const config = readEnvironment();
  const secrets = loadSecrets(config.dataDir);
  await installPackages();
  const { ownerUrl } = await step(say("steps.database"), () => findDatabase(config, secrets));
  const issued = await runTypeScript(
    say("startCode.doing"),
    ["db/issue-start-code.ts", username.toLowerCase()],
    { ...process.env, OWNER_DATABASE_URL: ownerUrl },
  );
  if (!issued) throw new Failure(say("startCode.nobody", { username }));
  const day = new Date(issued.expiresAt).toLocaleDateString("zh-CN", { timeZone: "Asia/Shanghai" });
  console.log(say("startCode.done", { username, code: issued.code, day }));
  return 0;
}
