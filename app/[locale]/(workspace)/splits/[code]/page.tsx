import { SplitForm } from "@/components/assignments/split-form";
import { TaskActionPage, taskActionMetadata } from "../../task-action-page";
import { find } from "../../unit-actions";
import { split } from "./actions";

type Props = { params: Promise<{ code: string }> };

export const generateMetadata = taskActionMetadata("split");

export default function SplitPage({ params }: Props) {
  return (
    <TaskActionPage
      act="split"
      params={params}
      form={(task, today) => <SplitForm {...{ task, find, today, split }} />}
    />
  );
}
