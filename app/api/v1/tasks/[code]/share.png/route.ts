import { currentDay } from "@/lib/clock";
import { answerFile } from "@/lib/formats/answer-file";
import { taskPicture } from "@/lib/formats/drawn";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ code: string }> };

export function GET(request: Request, { params }: Props) {
  return answerFile(request, "image/png", async () =>
    taskPicture((await params).code, await currentDay()),
  );
}
