import { StrikeOffForm } from "@/components/assignments/strike-off-form";
import { PublishedReports } from "@/components/submissions/reports/published-reports";
import { database } from "@/db/client";
import { approvedReports } from "@/db/queries/submissions/approved-reports";
import { verificationFiles } from "@/db/queries/submissions/evidence";
import { completionOf } from "@/db/queries/tasks/declarers";
import { TaskActionPage, taskActionMetadata } from "../../task-action-page";
import { strike } from "./actions";

type Props = { params: Promise<{ code: string }> };

export const generateMetadata = taskActionMetadata("strike_off");

export default function StrikeOffPage({ params }: Props) {
  return (
    <TaskActionPage
      act="strike_off"
      params={params}
      form={async (task) => (
        <div>
          <StrikeOffForm
            task={task}
            completionId={await completionOf(database(), task.id)}
            files={await verificationFiles(database(), task.id)}
            strike={strike}
          />
          <PublishedReports
            isInside
            reports={(await approvedReports(task.code)).slice(0, 1)}
            hasChildren={task.health.childCount > 0}
          />
        </div>
      )}
    />
  );
}
