import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { RoleFilters, RoleTable } from "@/components/people/role-table";
import { Pages } from "@/components/ui/pages";
import { listRights } from "@/db/queries/people/rights";
import { requirePermission } from "@/lib/auth/session";
import type { Query } from "@/lib/domain/inputs";
import { accountStates } from "@/lib/domain/people/accounts";
import { roles } from "@/lib/domain/people/roles";
import { grantAll } from "./actions";

const pageSize = 50;
const query = z.object({
  q: z.string().trim().max(100).catch(""),
  role: z.enum(roles).optional().catch(undefined),
  state: z.enum(accountStates).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

type Props = { searchParams: Promise<Query> };

export async function generateMetadata() {
  return { title: (await getTranslations("work.roles"))("title") };
}

export default async function RolesPage({ searchParams }: Props) {
  const { page, ...choice } = query.parse(await searchParams);
  const addressOf = (number: number) => {
    const { q, role, state } = choice;
    const said = { ...(q && { q }), ...(role && { role }), ...(state && { state }) };
    return `/roles?${new URLSearchParams({ ...said, page: String(number) })}`;
  };
  const actor = await requirePermission("role.grant");
  const place = { limit: pageSize, offset: (page - 1) * pageSize };
  const { accounts, count } = await listRights(actor, { ...choice, words: choice.q }, place);
  const t = await getTranslations("work.roles");
  return (
    <>
      <h1 className="text-2xl font-bold">{t("title")}</h1>
      <p className="mb-3 text-muted">{t("lead")}</p>
      <RoleFilters {...choice} />
      <p className="my-3">{t("count", { count })}</p>
      <div data-total={count}>
        <RoleTable accounts={accounts} grantAll={grantAll} />
        <Pages page={page} pages={Math.max(1, Math.ceil(count / pageSize))} hrefOf={addressOf} />
      </div>
    </>
  );
}
