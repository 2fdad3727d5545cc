import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { InstructionList, InstructionStates } from "@/components/instructions/instruction-list";
import { Anchor } from "@/components/ui/anchor";
import { buttonStyle } from "@/components/ui/button";
import { Pages } from "@/components/ui/pages";
import { countInstructions, listInstructions } from "@/db/queries/instructions";
import { requirePermission } from "@/lib/auth/session";
import { currentDay } from "@/lib/clock";
import { codeSchema, type Query } from "@/lib/domain/inputs";
import { instructionStates } from "@/lib/domain/instructions";
import { pageAt } from "@/lib/domain/paging";
import { isFor } from "@/lib/domain/people/permissions";

const query = z.object({
  state: z.enum(instructionStates).optional().catch(undefined),
  task: codeSchema.optional().catch(undefined),
});

type Props = { searchParams: Promise<Query> };

export async function generateMetadata() {
  return { title: (await getTranslations("work.instructions"))("title") };
}

/** 领导批示 for those who may read them. */
export default async function InstructionsPage({ searchParams }: Props) {
  const asked = await searchParams;
  const { state, task: code } = query.parse(asked);
  const actor = await requirePermission("instruction.read");
  const count = await countInstructions(actor, { state, code });
  const { page, pages, ...place } = pageAt(count, asked.page);
  const items = await listInstructions(actor, await currentDay(), { state, code, ...place });
  const t = await getTranslations("work.instructions");
  const hrefOf = (number: number) =>
    `/instructions?${new URLSearchParams({
      ...(state && { state }),
      ...(code && { task: code }),
      page: String(number),
    })}`;
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-2xl font-bold">{t("title")}</h1>
        {isFor(actor.role, "instruction.write") && (
          <Anchor href="/instructions/new" className={buttonStyle("plain")}>
            {t("new")}
          </Anchor>
        )}
      </div>
      <InstructionStates chosen={state} />
      <p className="my-2">{t("count", { count })}</p>
      <div data-total={count}>
        {items.length === 0 ? (
          <p className="py-6">{t(state || code ? "none" : "noneYet")}</p>
        ) : (
          <InstructionList items={items} />
        )}
        <Pages page={page} pages={pages} hrefOf={hrefOf} />
      </div>
    </>
  );
}
