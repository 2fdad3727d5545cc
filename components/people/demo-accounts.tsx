import { useTranslations } from "next-intl";
import { WhenReady } from "@/components/ui/form";
import type { DemoAccount } from "@/lib/domain/people/accounts";

/** The people of the main story: who reports, signs, approves, rules, reads, assigns, keeps rights and logs, and looks on. */
const mainStory = [
  "ecology-official",
  "ecology-head",
  "supervisor-1",
  "director",
  "leader",
  "system-admin",
  "security-admin",
  "audit-admin",
  "auditor",
];

type Props = {
  accounts: DemoAccount[];
  password: string;
  busy: boolean;
  onChoose: (username: string) => void;
};

/** Demo mode only: every account, one click each, with the password they share. */
export function DemoAccounts({ accounts, password, busy, onChoose }: Props) {
  const t = useTranslations("work.signIn");
  const main = mainStory.flatMap(
    (name) => accounts.find(({ username }) => username === name) ?? [],
  );
  const others = accounts.filter(({ username }) => !mainStory.includes(username));
  const choices = (list: DemoAccount[]) => <Choices {...{ accounts: list, busy, onChoose }} />;
  return (
    <section aria-labelledby="demo-accounts" className="border border-dashed border-muted p-5">
      <h2 id="demo-accounts" className="text-lg font-bold">
        {t("demoTitle")}
      </h2>
      <p className="mb-3 text-sm">
        {t("demoHint")} <code className="rounded bg-paper px-1.5 py-0.5 font-bold">{password}</code>
      </p>
      <h3 className="sr-only">{t("demoMain")}</h3>
      {choices(main)}
      <details className="mt-3">
        <summary className="min-h-11 py-2 text-brand">
          {t("demoOthers", { count: others.length })}
        </summary>
        {choices(others)}
      </details>
    </section>
  );
}

function Choices({ accounts, busy, onChoose }: Omit<Props, "password">) {
  const t = useTranslations("roles");
  return (
    <WhenReady>
      <ul className="space-y-2">
        {accounts.map(({ username, name, role, departmentName }) => (
          <li key={username}>
            <button
              type="button"
              disabled={busy}
              onClick={() => onChoose(username)}
              className="flex min-h-11 w-full flex-wrap items-baseline gap-x-3 rounded border border-line bg-paper px-3 py-1.5 text-left hover:border-brand disabled:opacity-60"
            >
              <strong className="font-semibold text-brand">{t(role)}</strong>
              <span lang="zh-CN">
                {name} · {departmentName}
              </span>
              <code className="ml-auto text-sm text-muted">{username}</code>
            </button>
          </li>
        ))}
      </ul>
    </WhenReady>
  );
}
