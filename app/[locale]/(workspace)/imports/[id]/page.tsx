import { randomUUID } from "node:crypto";
import { getLocale, getTranslations } from "next-intl/server";
import { PlainForm } from "@/components/forms/plain-form";
import { ImportHead } from "@/components/imports/import-head";
import { ColumnsForm, FactsForm, Warnings } from "@/components/imports/read-back";
import { Reading } from "@/components/imports/reading";
import { Anchor } from "@/components/ui/anchor";
import { Button, buttonStyle } from "@/components/ui/button";
import { RefusalNotice } from "@/components/ui/refusal";
import { importTables } from "@/db/queries/imports/columns";
import { readStages } from "@/lib/domain/imports/imports";
import { roleOf } from "@/lib/domain/imports/tables/headers";
import type { Query } from "@/lib/domain/inputs";
import { localePath } from "@/messages/locales";
import { loadImport } from "./load-import";
import { pressRefusal } from "./press-refusal";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

export async function generateMetadata() {
  return { title: (await getTranslations("work.imports"))("steps.read") };
}

/** 读回: what was read of a document, to be put right before anything is made of it. */
export default async function ImportPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { actor, found, counts } = await loadImport(id);
  const t = await getTranslations("work.imports");
  const locale = await getLocale();
  const press = {
    action: `/api/imports/${id}`,
    key: randomUUID(),
    back: localePath(locale, `/imports/${id}`),
  };
  const isRead = found.state === "read" || found.state === "confirmed";
  const tables = isRead ? await importTables(actor, id) : [];
  const refusal = await pressRefusal(searchParams);
  return (
    <>
      <ImportHead
        {...{ id, counts }}
        title={found.title}
        here={isRead ? "read" : null}
        isOpen={found.state === "read"}
      />
      <div className="space-y-6">
        {refusal}
        {found.state === "reading" && (
          <Reading stage={found.stage} done={readStages.indexOf(found.stage)} of={3} />
        )}
        {found.state === "refused" && found.refusal && <RefusalNotice refusal={found.refusal} />}
        {found.state === "abandoned" && <p>{t("abandoned")}</p>}
        {(found.state === "refused" || found.state === "abandoned") && (
          <p>
            <Anchor href="/imports" className={buttonStyle()}>
              {t("again")}
            </Anchor>
          </p>
        )}
        {isRead && (
          <>
            <section>
              <h2 className="mb-2 text-lg font-bold">{t("whatWasRead")}</h2>
              <p className="mb-3">
                {t("shape", {
                  blocks: found.blocks,
                  pages: found.pages ?? 0,
                  tables: found.tables,
                  count: counts.proposals,
                })}
              </p>
              <Warnings warnings={found.warnings} />
            </section>
            {found.said && (
              <section>
                <h2 className="mb-2 text-lg font-bold">{t("factsTitle")}</h2>
                <FactsForm version={found.version} facts={found.said} press={press} />
              </section>
            )}
            {tables.length > 0 && (
              <section className="space-y-3">
                <h2 className="text-lg font-bold">{t("tablesTitle")}</h2>
                <ColumnsForm
                  version={found.version}
                  tables={tables.map(({ table, head, roles }) => ({
                    ...{
                      table,
                      head: head.split("|"),
                      roles: roles ?? head.split("|").map(roleOf),
                    },
                  }))}
                  press={press}
                />
              </section>
            )}
            <p className="flex flex-wrap gap-3">
              <Anchor href={`/imports/${id}/review`} className={buttonStyle()}>
                {t("goReview")}
              </Anchor>
              {found.editionOfId && (
                <Anchor href={`/imports/${id}/changes`} className={buttonStyle("plain")}>
                  {t("goChanges")}
                </Anchor>
              )}
              {found.registrationId && (
                <Anchor href={`/registrations/${found.registrationId}`} className={buttonStyle()}>
                  {t("goDraft")}
                </Anchor>
              )}
              {found.state === "confirmed" && (
                <Anchor href={`/imports?edition=${id}`} className={buttonStyle("plain")}>
                  {t("goNewEdition")}
                </Anchor>
              )}
            </p>
          </>
        )}
        {(found.state === "reading" || found.state === "read") && (
          <details>
            <summary className="min-h-11 cursor-pointer content-center">{t("abandon")}</summary>
            <PlainForm
              action={press.action}
              pressKey={press.key}
              values={{ act: "abandon", version: found.version, back: press.back }}
              className="space-y-3"
            >
              <p>{t("abandonHint")}</p>
              <Button type="submit" tone="alarm">
                {t("abandonNow")}
              </Button>
            </PlainForm>
          </details>
        )}
      </div>
    </>
  );
}
