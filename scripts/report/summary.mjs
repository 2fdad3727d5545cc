import { join } from "node:path";

const ofUnits = ["official", "head"];
const roleNames = { supervisor: "督查员", admin: "系统管理员", auditor: "审计员" };
const line = "─".repeat(64);

/** The block that ends a start: address, accounts, where the data lies, how to stop. */
export function summarize({ config, prepared, secrets, place }) {
  return [
    "",
    line,
    `台账已启动 [Taizhang is running]  ${config.publicUrl}`,
    "",
    ...(prepared.demo ? describeDemo(config, prepared, secrets) : describeReal(prepared)),
    "",
    `数据 [data]        ${place}`,
    `密码与密钥 [keys]  ${join(config.dataDir, "secrets.json")}`,
    "停止 [stop]        按 Ctrl-C",
    line,
  ].join("\n");
}

function describeDemo({ demoToday }, { accounts }, { demoPassword }) {
  const wanted = process.env.DEMO_PASSWORD;
  return [
    `演示账号 [demo accounts]，密码都是  ${demoPassword}`,
    ...listAccounts(accounts),
    `演示日期自首次启动起从 ${demoToday} 往后走；人员和进展均为虚构。`,
    ...(wanted && wanted !== demoPassword
      ? ["DEMO_PASSWORD 改了，但账号已经建好：要换成新密码，请停止后运行 npm run db:reset。"]
      : []),
  ];
}

/** One line for each role that stands above the units, then one for each unit with its official and head. */
function listAccounts(accounts) {
  const isOfUnit = ({ role }) => ofUnits.includes(role);
  const groups = new Map();
  for (const account of [...accounts].sort((a, b) => isOfUnit(a) - isOfUnit(b))) {
    const { username, role, unit } = account;
    const label = isOfUnit(account) ? unit : (roleNames[role] ?? role);
    groups.set(label, [...(groups.get(label) ?? []), username]);
  }
  return [...groups].map(([label, usernames]) => `  ${label}：${usernames.join("、")}`);
}

function describeReal({ seeded, accounts }) {
  if (!seeded) return ["账号沿用数据库中已有的 [existing accounts]"];
  const source = process.env.ADMIN_PASSWORD ? "环境变量 ADMIN_PASSWORD" : "下面的密钥文件";
  return [
    `系统管理员账号 [administrator]  ${accounts.map(({ username }) => username).join("、")}，初始密码见${source}`,
  ];
}
