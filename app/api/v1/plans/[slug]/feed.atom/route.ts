import { currentDay } from "@/lib/clock";
import { answerFile } from "@/lib/formats/answer-file";
import { atomFeed } from "@/lib/formats/atom";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ slug: string }> };

export function GET(request: Request, { params }: Props) {
  return answerFile(request, "application/atom+xml; charset=utf-8", async () =>
    atomFeed({ planSlug: (await params).slug }, await currentDay(), "zh-CN"),
  );
}
