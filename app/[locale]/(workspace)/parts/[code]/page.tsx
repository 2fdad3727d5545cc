import { DistributeForm } from "@/components/assignments/distribute-form";
import { TaskActionPage, taskActionMetadata } from "../../task-action-page";
import { find } from "../../unit-actions";
import { distribute, preview } from "./actions";

type Props = { params: Promise<{ code: string }> };

export const generateMetadata = taskActionMetadata("distribute");

export default function PartsPage({ params }: Props) {
  return (
    <TaskActionPage
      act="distribute"
      params={params}
      form={(task, today) => <DistributeForm {...{ task, today, find, preview, distribute }} />}
    />
  );
}
