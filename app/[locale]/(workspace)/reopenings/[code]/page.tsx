import { ReopenForm } from "@/components/assignments/reopen-form";
import { ActPage, actMetadata } from "../../act-page";
import { reopen } from "./actions";

type Props = { params: Promise<{ code: string }> };

export const generateMetadata = actMetadata("reopen");

export default function ReopenPage({ params }: Props) {
  return (
    <ActPage
      act="reopen"
      folder="reopenings"
      params={params}
      form={(task, today) => <ReopenForm task={task} today={today} reopen={reopen} />}
    />
  );
}
