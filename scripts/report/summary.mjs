import { join } from "node:path";
import { firstPasswords } from "./first-passwords.mjs";
import { say } from "./words.mjs";

const ofUnits = ["official", "head"];
const roleNames = {
  supervisor: say("summary.roles.supervisor"),
  director: say("summary.roles.director"),
  leader: say("summary.roles.leader"),
  system_admin: say("summary.roles.systemAdmin"),
  security_admin: say("summary.roles.securityAdmin"),
  audit_admin: say("summary.roles.auditAdmin"),
  auditor: say("summary.roles.auditor"),
};
const line = "─".repeat(64);

/** The block that ends a start: address, accounts, where the data lies, a hole of its PostgreSQL, how to stop. */
export function summarize({ config, prepared, secrets, place, weakness }) {
  return [
    "",
    line,
    say("summary.running", { url: config.publicUrl }),
    "",
    ...(prepared.demo ? describeDemo(config, prepared, secrets) : describeReal(prepared)),
    "",
    say("summary.data", { place }),
    say("summary.keys", { file: join(config.dataDir, "secrets.json") }),
    ...(weakness ? [describeWeakness(weakness)] : []),
    say("summary.stop"),
    line,
  ].join("\n");
}

function describeWeakness({ version, secure }) {
  return say("summary.weakness", { version, secure });
}

function describeDemo({ demoToday }, { accounts }, { demoPassword }) {
  const wanted = process.env.DEMO_PASSWORD;
  return [
    say("summary.demoAccounts", { password: demoPassword }),
    ...listAccounts(accounts),
    say("summary.demoToday", { day: demoToday }),
    ...(wanted && wanted !== demoPassword ? [say("summary.demoPasswordKept")] : []),
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
  return [...groups].map(([label, usernames]) =>
    say("summary.accounts", { label, usernames: usernames.join(say("list.and")) }),
  );
}

/** Where each first password is, for as long as the administrator has it. */
function describeReal({ accounts }) {
  if (accounts.length === 0) return [say("summary.existingAccounts")];
  const each = accounts.map(({ username, role }) => {
    const source =
      role === "system_admin" && process.env.ADMIN_PASSWORD
        ? say("summary.passwordInVariable")
        : say("summary.passwordInFile", { name: firstPasswords[role] });
    return say("summary.administrator", { role: roleNames[role], username, source });
  });
  return [say("summary.administrators"), ...each];
}
