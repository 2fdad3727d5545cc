import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { SaveForm } from "@/components/registrations/basics-form";
import { MoveForm } from "@/components/registrations/move-forms";
import { Duplicates } from "@/components/registrations/registration-preview";
import { TaskEditor } from "@/components/registrations/task-editor";
import { SheetLink } from "@/components/sheets/sheet-exchange";
import { Anchor } from "@/components/ui/anchor";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { buttonStyle } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { contentHash } from "@/db/content-hash";
import { localePath } from "@/messages/locales";
import { edit, findUnits, propose, remove, save } from "../actions";
import { loadRegistration } from "./load-registration";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata() {
  return { title: (await getTranslations("work.registration"))("title") };
}

export default async function RegistrationPage({ params }: Props) {
  const { id } = await params;
  const found = await loadRegistration(id);
  const { moves, version, tasks, codes, unitOf, document, plan } = found;
  if (!moves.includes("edit"))
    redirect(localePath(await getLocale(), `/registrations/${id}/preview`));
  const [t, s] = await Promise.all([
    getTranslations("work.registration"),
    getTranslations("registrationStatus"),
  ]);
  const nameOf = (unit: string) => unitOf.get(unit) ?? "";
  const typed = tasks.map(({ leadId, cooperatingIds, ...task }) => ({
    ...task,
    lead: leadId ? nameOf(leadId) : "",
    cooperating: cooperatingIds.map(nameOf).join("、"),
  }));
  const seen = { id, version };
  return (
    <>
      <Breadcrumb links={[{ href: "/registrations", title: t("title") }]} />
      <h1 className="text-2xl font-bold" lang="zh-CN">
        {t("editTitle", { title: found.title })}
      </h1>
      <p className="mb-4 text-muted">
        {s(found.status)} · {t("by", { names: found.contributors.join("、") })}
      </p>
      <div className="space-y-6">
        {found.returnReason && (
          <Notice tone="caution" title={t("returned")}>
            <p lang="zh-CN">{found.returnReason}</p>
          </Notice>
        )}
        {document && (
          <details className="border border-line bg-paper px-4">
            <summary className="py-3 font-semibold">{t("edit")}</summary>
            <SaveForm key={contentHash([document, plan])} {...{ seen, document, plan, save }} />
          </details>
        )}
        <Duplicates {...{ tasks, codes }} duplicates={found.duplicates} />
        <section>
          <h2 className="mb-2 text-lg font-bold">{t("taskPart", { count: tasks.length })}</h2>
          <p className="mb-3">
            <SheetLink kind="drafts" of={id} />
          </p>
          <TaskEditor {...{ ...seen, codes, edit, findUnits }} tasks={typed} text={found.text} />
        </section>
        <p>
          <Anchor href={`/registrations/${id}/preview`} className={buttonStyle("plain")}>
            {t("preview")}
          </Anchor>
        </p>
        <div className="grid gap-4 lg:grid-cols-2">
          {moves.includes("propose") && tasks.length > 0 && (
            <MoveForm
              move="propose"
              act={propose}
              seen={seen}
              to={`/registrations/${id}/preview`}
            />
          )}
          <details className="border border-line bg-paper px-4">
            <summary className="py-3 font-semibold">{t("removeDraft")}</summary>
            <MoveForm move="removeDraft" act={remove} seen={seen} to="/registrations" />
          </details>
        </div>
      </div>
    </>
  );
}
