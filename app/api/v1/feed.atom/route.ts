import { currentDay } from "@/lib/clock";
import { answerFile } from "@/lib/formats/answer-file";
import { atomFeed } from "@/lib/formats/atom";

export const dynamic = "force-dynamic";

export function GET(request: Request) {
  return answerFile(request, "application/atom+xml; charset=utf-8", async () =>
    atomFeed({}, await currentDay(), "zh-CN"),
  );
}
