import { SplitForm } from "@/components/assignments/split-form";
import { choosableDepartments } from "@/db/queries/people/people";
import { TaskActionPage, taskActionMetadata } from "../../task-action-page";
import { split } from "./actions";

type Props = { params: Promise<{ code: string }> };

export const generateMetadata = taskActionMetadata("split");

export default function SplitPage({ params }: Props) {
  return (
    <TaskActionPage
      act="split"
      folder="splits"
      params={params}
      form={async (task, today) => (
        <SplitForm task={task} units={await choosableDepartments()} today={today} split={split} />
      )}
    />
  );
}
