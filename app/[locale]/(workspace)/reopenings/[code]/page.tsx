import { ReopenForm } from "@/components/assignments/reopen-form";
import { TaskActionPage, taskActionMetadata } from "../../task-action-page";
import { reopen } from "./actions";

type Props = { params: Promise<{ code: string }> };

export const generateMetadata = taskActionMetadata("reopen");

export default function ReopenPage({ params }: Props) {
  return (
    <TaskActionPage
      act="reopen"
      params={params}
      form={(task, today) => <ReopenForm task={task} today={today} reopen={reopen} />}
    />
  );
}
