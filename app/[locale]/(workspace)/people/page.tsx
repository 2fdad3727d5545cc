import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { PeopleFilters, PeopleTable } from "@/components/people/people-list";
import { SheetLink } from "@/components/sheets/sheet-exchange";
import { Anchor } from "@/components/ui/anchor";
import { buttonStyle } from "@/components/ui/button";
import { Pages } from "@/components/ui/pages";
import { listPeople } from "@/db/queries/people/directory";
import { requirePermission } from "@/lib/auth/session";
import { currentDay } from "@/lib/clock";
import type { Query } from "@/lib/domain/inputs";
import { accountStates } from "@/lib/domain/people/directory";
import { roles } from "@/lib/domain/people/roles";
import { sheetRefusal } from "@/lib/domain/sheets/sheets";

const word = z.string().trim().max(60).catch("");
const filtersSchema = z.object({
  q: word,
  unit: word,
  role: z.enum(roles).or(z.literal("")).catch(""),
  state: z.enum(accountStates).or(z.literal("")).catch(""),
});

type Props = { searchParams: Promise<Query> };

export async function generateMetadata() {
  return { title: (await getTranslations("work.people"))("title") };
}

export default async function PeoplePage({ searchParams }: Props) {
  const query = await searchParams;
  const filters = filtersSchema.parse(query);
  const pathOf = (page: string) => {
    const said = Object.entries({ ...filters, page }).filter(([, value]) => value !== "");
    return said.length > 0 ? `/people?${new URLSearchParams(said)}` : "/people";
  };
  const actor = await requirePermission("account.manage");
  const listed = await listPeople(actor, filters, query.page, await currentDay());
  const { people, count, page, pages } = listed;
  const t = await getTranslations("work.people");
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-2xl font-bold">{t("title")}</h1>
        <span className="flex flex-wrap gap-3">
          {sheetRefusal(actor, "people") === null && <SheetLink kind="people" />}
          <Anchor href="/people/new" className={buttonStyle()}>
            {t("new")}
          </Anchor>
        </span>
      </div>
      <PeopleFilters filters={filters} />
      <p className="my-3">{t("count", { count })}</p>
      <div data-total={count}>
        {people.length === 0 ? (
          <p className="py-6">{t("empty")}</p>
        ) : (
          <PeopleTable people={people} />
        )}
        <Pages page={page} pages={pages} hrefOf={(number) => pathOf(String(number))} />
      </div>
    </>
  );
}
