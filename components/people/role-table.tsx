import { useLocale, useTranslations } from "next-intl";
import { BatchBox, BatchCheck } from "@/components/forms/batch-box";
import type { BatchAction } from "@/components/forms/use-batch";
import { Anchor } from "@/components/ui/anchor";
import { Button } from "@/components/ui/button";
import { FilterSelect, FilterText, option } from "@/components/ui/field";
import { Table } from "@/components/ui/table";
import { accountStates, type ListedAccount } from "@/lib/domain/people/accounts";
import type { GrantRoleInput } from "@/lib/domain/people/granting";
import { roles } from "@/lib/domain/people/roles";
import { localePath } from "@/messages/locales";

type Props = { accounts: ListedAccount[]; grantAll: BatchAction<GrantRoleInput> };

/** Accounts with their roles; those that wait for one can be granted it together. What was granted is told when none is left. */
export function RoleTable({ accounts, grantAll }: Props) {
  const t = useTranslations();
  const columns = (["name", "username", "unit", "role", "branch", "state"] as const).map((name) =>
    t(`work.roles.columns.${name}`),
  );
  const waiting = accounts.filter(({ state }) => state === "waiting");
  const items = waiting.map(({ id, name, username }) => ({
    id,
    label: `${name} ${username}`,
    input: { userId: id },
  }));
  return (
    <BatchBox words="grant" items={items} action={grantAll} mustConfirm>
      {accounts.length > 0 && (
        <Table caption={t("work.roles.title")} columns={columns}>
          {accounts.map(({ id, name, username, unit, role, branch, state }) => (
            <tr key={id}>
              <td>
                <span className="flex flex-wrap items-center gap-2">
                  <BatchCheck id={id} />
                  <Anchor href={`/roles/${encodeURIComponent(username)}`} lang="zh-CN">
                    {name}
                  </Anchor>
                </span>
              </td>
              <td>
                <code className="break-all">{username}</code>
              </td>
              <td lang="zh-CN">{unit}</td>
              <td>{t(`roles.${role}`)}</td>
              <td lang={branch ? "zh-CN" : undefined}>{branch ?? t("work.roles.everything")}</td>
              <td>{t(`work.roles.states.${state}`)}</td>
            </tr>
          ))}
        </Table>
      )}
    </BatchBox>
  );
}

/** The filters: a plain GET form. */
export function RoleFilters({
  q,
  role = "",
  state = "",
}: {
  q: string;
  role?: string;
  state?: string;
}) {
  const t = useTranslations();
  const all = option("", t("work.roles.all"));
  return (
    <search>
      <form
        action={localePath(useLocale(), "/roles")}
        aria-label={t("work.roles.filters")}
        className="grid items-end gap-3 border border-line bg-paper p-4 sm:grid-cols-4"
      >
        <FilterText name="q" label={t("work.roles.q")} value={q} max={100} />
        <FilterSelect
          name="role"
          label={t("work.roles.role")}
          value={role}
          options={[all, ...roles.map((each) => option(each, t(`roles.${each}`)))]}
        />
        <FilterSelect
          name="state"
          label={t("work.roles.state")}
          value={state}
          options={[
            all,
            ...accountStates.map((each) => option(each, t(`work.roles.states.${each}`))),
          ]}
        />
        <Button type="submit">{t("work.roles.apply")}</Button>
      </form>
    </search>
  );
}
