import { currentDay } from "@/lib/clock";
import { answerFile } from "@/lib/formats/answer-file";
import { deadlineCalendar } from "@/lib/formats/deadlines";

export const dynamic = "force-dynamic";

export function GET(request: Request) {
  return answerFile(request, "text/calendar; charset=utf-8", async () =>
    deadlineCalendar({}, await currentDay()),
  );
}
