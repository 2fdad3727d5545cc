import { notFound } from "next/navigation";
import { ClosedForm } from "@/components/submissions/closed-form";
import { ExtensionDates } from "@/components/submissions/requests/extension-dates";
import { ExtensionForm } from "@/components/submissions/requests/extension-form";

import { extensionForm } from "@/db/queries/submissions/request-form";
import { discard, save, submit, withdraw } from "../../../submission-actions";
import { WritingPage } from "../../../writing-page";
import type { Writing } from "./writing";

/** 延期申请, beside the due day and its moves so far. */
export async function ExtensionPage({ actor, task, now, title }: Writing) {
  const form = await extensionForm(actor, task.code, now);
  if (!form) notFound();
  const page = { title, role: actor.role, task, form };
  if (form.refusal)
    return (
      <WritingPage {...page}>
        <ClosedForm form={form} discard={discard} />
      </WritingPage>
    );
  return (
    <WritingPage {...page} aside={<ExtensionDates {...form} />}>
      <ExtensionForm code={task.code} form={form} actions={{ save, submit, withdraw, discard }} />
    </WritingPage>
  );
}
