import { AssignForm } from "@/components/assignments/assign-form";
import { choosableDepartments } from "@/db/queries/people/people";
import { TaskActionPage, taskActionMetadata } from "../../task-action-page";
import { assign } from "./actions";

type Props = { params: Promise<{ code: string }> };

export const generateMetadata = taskActionMetadata("assign");

export default function AssignPage({ params }: Props) {
  return (
    <TaskActionPage
      act="assign"
      folder="assignments"
      params={params}
      form={async (task, today) => (
        <AssignForm
          task={task}
          departments={await choosableDepartments()}
          today={today}
          assign={assign}
        />
      )}
    />
  );
}
