import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { DecideTask, EditionChange } from "@/components/imports/edition-change";
import { ImportHead } from "@/components/imports/import-head";
import { Pages } from "@/components/ui/pages";
import { editionChanges } from "@/db/queries/imports/editions";
import { oneText, type Query } from "@/lib/domain/inputs";
import { isFor } from "@/lib/domain/people/permissions";
import { localePath } from "@/messages/locales";
import { loadImport } from "../load-import";
import { pressRefusal } from "../press-refusal";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

export async function generateMetadata() {
  return { title: (await getTranslations("work.imports"))("changesTitle") };
}

/** 新旧对照: what a second edition changes, beside the tasks that the first one gave. */
export default async function EditionPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { actor, found, counts } = await loadImport(id);
  const locale = await getLocale();
  const changes =
    (await editionChanges(actor, id, oneText((await searchParams).page))) ?? notFound();
  const [refusal, t] = await Promise.all([
    pressRefusal(searchParams),
    getTranslations("work.imports"),
  ]);
  const hrefOf = (page: number) => `/imports/${id}/changes?page=${page}`;
  const press = {
    action: `/api/imports/${id}`,
    key: randomUUID(),
    back: localePath(locale, hrefOf(changes.page)),
  };
  const decide = { press, mayCorrect: isFor(actor.role, "correction.propose") };
  const { kept, ...changed } = changes.counts;
  return (
    <>
      <ImportHead
        id={id}
        title={found.title}
        here={found.state === "read" ? "read" : null}
        isOpen={found.state === "read"}
        counts={counts}
      />
      <h2 className="mb-2 text-lg font-bold">{t("changesTitle")}</h2>
      <p className="mb-4">
        {t("changesSum", { ...changed, kept, concerned: changes.concerned, left: changes.left })}
      </p>
      {refusal}
      <div data-total={changes.total}>
        <ul className="space-y-3">
          {changes.rows.map(({ change, old: before, new: after, tasks }) => (
            <EditionChange
              key={`${before?.start} ${after?.start}`}
              change={change as "changed"}
              before={before?.text ?? null}
              after={after?.text ?? null}
              tasks={tasks}
              {...decide}
            />
          ))}
        </ul>
        <Pages page={changes.page} pages={changes.pages} hrefOf={hrefOf} />
      </div>
      {changes.unplaced.length > 0 && (
        <section className="mt-6 border border-line bg-paper p-4">
          <h2 className="text-lg font-bold">{t("unplaced", { count: changes.unplaced.length })}</h2>
          {changes.unplaced.map((task) => (
            <DecideTask key={task.code} task={task} {...decide} />
          ))}
        </section>
      )}
    </>
  );
}
