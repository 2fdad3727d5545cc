import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { ConfirmImport } from "@/components/sheets/confirm-import";
import { sheetPath, sheetPaths } from "@/components/sheets/sheet-paths";
import { SheetPreview } from "@/components/sheets/sheet-preview";
import { Anchor } from "@/components/ui/anchor";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { buttonStyle } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { RefusalNotice } from "@/components/ui/refusal";
import { database } from "@/db/client";
import { sheetUpload } from "@/db/queries/sheets/uploads";
import { requirePermission } from "@/lib/auth/session";
import { currentTime } from "@/lib/clock";
import { type Query, refusedIn } from "@/lib/domain/inputs";
import { isIdle } from "@/lib/domain/sheets/plans";
import { previewSheet } from "@/lib/sheets/preview";
import { sheetWords } from "@/lib/sheets/words";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

export async function generateMetadata() {
  return { title: (await getTranslations("work.sheets"))("importTitle") };
}

/** An uploaded sheet: what it would do, with the button that does it; once imported, what it has done. */
export default async function ImportPage({ params, searchParams }: Props) {
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const actor = await requirePermission("sheet.exchange");
  if (!z.uuid().safeParse(id).success) notFound();
  const upload = (await sheetUpload(database(), actor, id)) ?? notFound();
  const { kind, of, name, bytes, counts } = upload;
  const t = await getTranslations("work.sheets");
  const refused = refusedIn(query);
  const links = [
    { href: sheetPaths[kind](of), title: t(`kinds.${kind}`) },
    { href: sheetPath(kind, of), title: t(`titles.${kind}`) },
  ];
  const head = (title: "previewTitle" | "doneTitle") => (
    <>
      <Breadcrumb links={links} />
      <h1 className="text-2xl font-bold">{t(title, { kind: t(`kinds.${kind}`) })}</h1>
      <p className="mb-4 break-all text-muted">{t("fileLine", { name })}</p>
    </>
  );
  const other = (
    <Anchor href={sheetPath(kind, of)} className={buttonStyle("plain")}>
      {t("again")}
    </Anchor>
  );
  if (!bytes)
    return (
      <>
        {head("doneTitle")}
        <div className="max-w-3xl space-y-4">
          <Notice tone="done" role="status">
            {counts && t("counts", counts)}
          </Notice>
          {upload.accountIds?.length ? (
            <section className="space-y-2">
              <p>{t("toCodesHint", { count: upload.accountIds.length })}</p>
              <Anchor href={`/sheets/imports/${id}/codes`} className={buttonStyle()}>
                {t("toCodes")}
              </Anchor>
            </section>
          ) : null}
          <p className="flex flex-wrap gap-3">
            <Anchor href={sheetPaths[kind](of)} className={buttonStyle("plain")}>
              {t("back")}
            </Anchor>
            {other}
          </p>
        </div>
      </>
    );
  const { plan, seen } = await previewSheet(actor, { ...upload, bytes }, await currentTime());
  const isReady = plan.faults.length === 0 && !isIdle(plan);
  return (
    <>
      {head("previewTitle")}
      <div className="space-y-4">
        {refused && <RefusalNotice refusal={{ code: refused }} />}
        <SheetPreview kind={kind} plan={plan} choices={sheetWords(kind).choices} />
        {isReady && <ConfirmImport id={id} seen={seen} locale={await getLocale()} />}
        <p>{other}</p>
      </div>
    </>
  );
}
