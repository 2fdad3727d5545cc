import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { CodeSheets, IssueCodes } from "@/components/sheets/start-codes";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Notice } from "@/components/ui/notice";
import { isMailOn } from "@/db/queries/mail";
import { importedAccounts } from "@/db/queries/sheets/uploads";
import { addressOf } from "@/lib/address";
import { requirePermission } from "@/lib/auth/session";
import { toLocale } from "@/messages/locales";
import { issue } from "./actions";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("work.sheets"))("codesTitle") };
}

/** The start codes of the accounts that an import has made: given out together, and printed, one slip each. */
export default async function CodesPage({ params }: Props) {
  const { id } = await params;
  const actor = await requirePermission("account.manage");
  if (!z.uuid().safeParse(id).success) notFound();
  const accounts = (await importedAccounts(actor, id)) ?? notFound();
  const t = await getTranslations("work.sheets");
  const mailable = (await isMailOn()) ? accounts.filter(({ email }) => email).length : 0;
  return (
    <>
      <div className="print:hidden">
        <Breadcrumb
          links={[
            { href: "/people", title: t("kinds.people") },
            { href: `/sheets/imports/${id}`, title: t("doneTitle", { kind: t("kinds.people") }) },
          ]}
        />
        <h1 className="text-2xl font-bold">{t("codesTitle")}</h1>
        <p className="my-3 max-w-3xl">{t("codesLead")}</p>
        {accounts.length === 0 ? (
          <Notice tone="info">{t("codesNone")}</Notice>
        ) : actor.isDemo ? (
          <Notice tone="info">{t("codesDemo")}</Notice>
        ) : (
          <IssueCodes importId={id} count={accounts.length} mailable={mailable} issue={issue} />
        )}
      </div>
      {accounts.some(({ code }) => code !== null) && (
        <CodeSheets accounts={accounts} place={addressOf("/start", toLocale(await getLocale()))} />
      )}
    </>
  );
}
