import { currentDay } from "@/lib/clock";
import { answerFile } from "@/lib/formats/answer-file";
import { planSheet } from "@/lib/formats/drawn";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ slug: string }> };

export function GET(request: Request, { params }: Props) {
  return answerFile(request, "application/pdf", async () =>
    planSheet((await params).slug, await currentDay()),
  );
}
