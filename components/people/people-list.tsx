import { useLocale, useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";
import { Button, buttonStyle } from "@/components/ui/button";
import { Day } from "@/components/ui/day";
import { FilterSelect, FilterText, option } from "@/components/ui/field";
import { Table } from "@/components/ui/table";
import {
  type AccountState,
  accountStates,
  type PeopleFilters as Filters,
  type ListedPerson,
} from "@/lib/domain/people/directory";
import { roles } from "@/lib/domain/people/roles";
import { localePath } from "@/messages/locales";

/** What the list of people is narrowed to: a plain GET form, so that the address holds it. */
export function PeopleFilters({ filters }: { filters: Filters }) {
  const t = useTranslations();
  const all = option("", t("work.people.all"));
  return (
    <search>
      <form
        action={localePath(useLocale(), "/people")}
        aria-label={t("work.people.filters")}
        className="space-y-3 border border-line bg-paper p-4"
      >
        <div className="grid grid-cols-2 items-end gap-3 lg:grid-cols-4">
          {(["q", "unit"] as const).map((name) => (
            <FilterText
              key={name}
              name={name}
              label={t(`work.people.find.${name}`)}
              value={filters[name]}
              max={60}
            />
          ))}
          <FilterSelect
            name="role"
            label={t("work.people.fields.role")}
            value={filters.role}
            options={[all, ...roles.map((role) => option(role, t(`roles.${role}`)))]}
          />
          <FilterSelect
            name="state"
            label={t("work.people.state")}
            value={filters.state}
            options={[
              all,
              ...accountStates.map((state) => option(state, t(`work.people.states.${state}`))),
            ]}
          />
        </div>
        <div className="flex gap-2">
          <Button type="submit">{t("work.people.apply")}</Button>
          {Object.values(filters).some(Boolean) && (
            <Anchor href="/people" className={buttonStyle("plain")}>
              {t("work.people.clear")}
            </Anchor>
          )}
        </div>
      </form>
    </search>
  );
}

const columns = ["name", "username", "unit", "role", "post", "state", "lastSeen"] as const;

/** A page of people, one a row. */
export function PeopleTable({ people }: { people: ListedPerson[] }) {
  const t = useTranslations();
  const labels = columns.map((name) =>
    name === "state" || name === "lastSeen"
      ? t(`work.people.${name}`)
      : t(`work.people.fields.${name}`),
  );
  return (
    <Table caption={t("work.people.title")} columns={labels}>
      {people.map(({ id, name, username, unit, role, post, state, lastSeenOn }) => (
        <tr key={id}>
          <td>
            <Anchor href={`/people/${id}`} lang="zh-CN">
              {name}
            </Anchor>
          </td>
          <td>{username}</td>
          <td lang="zh-CN">{unit}</td>
          <td>{t(`roles.${role}`)}</td>
          <td lang="zh-CN">{post || t("work.people.none")}</td>
          <td>
            <AccountStateTag state={state} />
          </td>
          <td className="whitespace-nowrap">
            {lastSeenOn ? <Day day={lastSeenOn} /> : t("work.people.never")}
          </td>
        </tr>
      ))}
    </Table>
  );
}

const tones: Record<AccountState, string> = {
  active: "bg-done-tint text-done",
  awaits_role: "bg-caution-tint text-caution",
  dormant: "bg-caution-tint text-caution",
  disabled: "bg-wash text-muted",
  left: "bg-wash text-muted",
};

/** How an account stands, in a word. */
export function AccountStateTag({ state }: { state: AccountState }) {
  const t = useTranslations("work.people.states");
  return (
    <span
      className={`inline-block whitespace-nowrap rounded px-1.5 py-0.5 text-sm ${tones[state]}`}
    >
      {t(state)}
    </span>
  );
}
