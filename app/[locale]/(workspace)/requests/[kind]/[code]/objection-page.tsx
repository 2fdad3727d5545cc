import { notFound } from "next/navigation";
import { ClosedForm } from "@/components/submissions/closed-form";
import { ObjectionForm } from "@/components/submissions/requests/objection-form";
import { ObjectionLimit } from "@/components/submissions/requests/objection-limit";
import { listDepartments } from "@/db/queries/people/people";
import { objectionForm } from "@/db/queries/submissions/request-form";
import { discard, save, submit, withdraw } from "../../../submission-actions";
import { WritingPage } from "../../../writing-page";
import type { Writing } from "./writing";

/** 异议, beside how long there is to object. */
export async function ObjectionPage({ actor, task, now, title }: Writing) {
  const form = await objectionForm(actor, task.code, now);
  if (!form) notFound();
  const page = { title, role: actor.role, task, form };
  if (form.refusal)
    return (
      <WritingPage {...page}>
        <ClosedForm form={form} discard={discard} units={await listDepartments()} />
      </WritingPage>
    );
  return (
    <WritingPage {...page} aside={<ObjectionLimit {...form} />}>
      <ObjectionForm code={task.code} form={form} actions={{ save, submit, withdraw, discard }} />
    </WritingPage>
  );
}
