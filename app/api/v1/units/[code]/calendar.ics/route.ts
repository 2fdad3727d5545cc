import { currentDay } from "@/lib/clock";
import { answerFile } from "@/lib/formats/answer-file";
import { deadlineCalendar } from "@/lib/formats/deadlines";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ code: string }> };

export function GET(request: Request, { params }: Props) {
  return answerFile(request, "text/calendar; charset=utf-8", async () =>
    deadlineCalendar({ unitCode: (await params).code }, await currentDay()),
  );
}
