import { StrikeOffForm } from "@/components/strike-off-form";
import { ActPage, actMetadata } from "../../act-page";
import { strike } from "./actions";

type Props = { params: Promise<{ code: string }> };

export const generateMetadata = actMetadata("strike_off");

export default function StrikeOffPage({ params }: Props) {
  return (
    <ActPage
      act="strike_off"
      folder="strike-offs"
      params={params}
      form={(task) => <StrikeOffForm task={task} strike={strike} />}
    />
  );
}
