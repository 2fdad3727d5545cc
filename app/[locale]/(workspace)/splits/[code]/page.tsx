import { SplitForm } from "@/components/assignments/split-form";
import { listDepartments } from "@/db/queries/people/people";
import { ActPage, actMetadata } from "../../act-page";
import { split } from "./actions";

type Props = { params: Promise<{ code: string }> };

export const generateMetadata = actMetadata("split");

export default function SplitPage({ params }: Props) {
  return (
    <ActPage
      act="split"
      folder="splits"
      params={params}
      form={async (task, today) => (
        <SplitForm task={task} units={await listDepartments()} today={today} split={split} />
      )}
    />
  );
}
