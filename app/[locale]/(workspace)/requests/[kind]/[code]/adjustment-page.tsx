import { notFound } from "next/navigation";
import { ClosedForm } from "@/components/submissions/closed-form";
import { AdjustmentForm } from "@/components/submissions/requests/adjustment-form";
import { listDepartments } from "@/db/queries/people/people";
import { adjustmentForm } from "@/db/queries/submissions/request-form";
import { discard, save, submit, withdraw } from "../../../submission-actions";
import { WritingPage } from "../../../writing-page";
import type { Writing } from "./writing";

/** 调整申请. */
export async function AdjustmentPage({ actor, task, title }: Writing) {
  const form = await adjustmentForm(actor, task.code);
  if (!form) notFound();
  const page = { title, role: actor.role, task, form };
  if (form.refusal)
    return (
      <WritingPage {...page}>
        <ClosedForm form={form} discard={discard} units={await listDepartments()} />
      </WritingPage>
    );
  return (
    <WritingPage {...page}>
      <AdjustmentForm code={task.code} form={form} actions={{ save, submit, withdraw, discard }} />
    </WritingPage>
  );
}
