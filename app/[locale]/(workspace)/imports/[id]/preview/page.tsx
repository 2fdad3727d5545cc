import { randomUUID } from "node:crypto";
import { notFound, redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ImportHead } from "@/components/imports/import-head";
import { FileForm, PreviewTasks } from "@/components/imports/import-preview";
import { Anchor } from "@/components/ui/anchor";
import { Notice } from "@/components/ui/notice";
import { importPreview } from "@/db/queries/imports/preview";
import { listPlans } from "@/db/queries/plans";
import type { Query } from "@/lib/domain/inputs";
import { codesOf } from "@/lib/domain/registrations/codes";
import { localePath } from "@/messages/locales";
import { loadImport } from "../load-import";
import { pressRefusal } from "../press-refusal";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

export async function generateMetadata() {
  return { title: (await getTranslations("work.imports"))("steps.preview") };
}

/** 预览: what the draft plan would be, and the button that makes it. */
export default async function ImportPreviewPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { actor, found, counts } = await loadImport(id);
  const locale = await getLocale();
  if (found.registrationId) redirect(localePath(locale, `/registrations/${found.registrationId}`));
  const preview = (await importPreview(actor, id)) ?? notFound();
  const [plans, refusal, t] = await Promise.all([
    listPlans(actor, "", 1, { isOpen: true }),
    pressRefusal(searchParams),
    getTranslations("work.imports"),
  ]);
  const { tasks, units, groups, left, questions, withoutLead, missingFacts, problems } = preview;
  const nameOf = new Map(units.map((unit) => [unit.id, unit.name]));
  const codes = codesOf(
    "X",
    tasks.map(({ depth }) => depth),
  );
  const planTitle = found.facts?.planTitle ?? found.title;
  return (
    <>
      <ImportHead id={id} title={found.title} here="preview" isOpen counts={counts} />
      <div className="space-y-6">
        {refusal}
        <p className="text-lg">
          {t("previewSum", {
            tasks: tasks.length,
            groups,
            units: units.length,
            questions: questions.total,
          })}
        </p>
        {withoutLead > 0 && (
          <p className="text-muted">{t("withoutLead", { count: withoutLead })}</p>
        )}
        {missingFacts.length > 0 && (
          <Notice tone="caution" title={t("missingFacts")}>
            <p>
              {missingFacts.map((name) => t(`facts.${name as "title"}`)).join("、")}{" "}
              <Anchor href={`/imports/${id}`} className="underline">
                {t("fillFacts")}
              </Anchor>
            </p>
          </Notice>
        )}
        {problems.length > 0 && (
          <Notice tone="caution" title={t("problems", { count: problems.length })}>
            <ul className="list-disc pl-5">
              {problems.slice(0, 20).map(({ uid, title: name }) => (
                <li key={uid} lang="zh-CN">
                  {name}
                </li>
              ))}
            </ul>
          </Notice>
        )}
        {preview.isTooMany && <Notice tone="alarm">{t("tooMany")}</Notice>}
        <section data-total={tasks.length}>
          <h2 className="mb-2 text-lg font-bold">{t("previewTasks", { count: tasks.length })}</h2>
          <PreviewTasks
            tasks={tasks.map(
              ({ uid, depth, kind, title: name, leadId, cooperatingIds, dueOn }, i) => ({
                ...{ uid, depth, kind, title: name, dueOn },
                code: codes[i]?.slice(2) ?? "",
                lead: leadId ? (nameOf.get(leadId) ?? null) : null,
                cooperating: cooperatingIds.length,
              }),
            )}
          />
        </section>
        <FileForm
          version={preview.version}
          left={left}
          plan={{ title: planTitle, shortTitle: planTitle.slice(0, 20), prefix: "" }}
          plans={plans.plans.map(({ slug, title: name }) => ({ slug, title: name }))}
          press={{
            action: `/api/imports/${id}`,
            key: randomUUID(),
            back: localePath(locale, `/imports/${id}/preview`),
          }}
        />
      </div>
    </>
  );
}
