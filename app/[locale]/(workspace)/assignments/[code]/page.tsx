import { AssignForm } from "@/components/assignments/assign-form";
import { database } from "@/db/client";
import { movedByAssignment } from "@/db/queries/assignments/moved-by";
import { withLoads } from "@/db/queries/assignments/unit-loads";
import { unitOptions } from "@/db/queries/people/unit-options";
import { TaskActionPage, taskActionMetadata } from "../../task-action-page";
import { find } from "../../unit-actions";
import { assign } from "./actions";

type Props = { params: Promise<{ code: string }> };

export const generateMetadata = taskActionMetadata("assign");

export default function AssignPage({ params }: Props) {
  return (
    <TaskActionPage
      act="assign"
      params={params}
      form={async (task, today, actor) => {
        const ids = [...(task.leadId === null ? [] : [task.leadId]), ...task.cooperatingIds];
        const [chosen, moving] = await Promise.all([
          unitOptions(database(), ids),
          movedByAssignment(task.id),
        ]);
        const units = await withLoads(actor, chosen, today);
        return <AssignForm {...{ task, units, moving, today, find, assign }} />;
      }}
    />
  );
}
