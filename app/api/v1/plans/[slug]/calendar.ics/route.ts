import { currentDay } from "@/lib/clock";
import { answerFile } from "@/lib/formats/answer-file";
import { deadlineCalendar } from "@/lib/formats/deadlines";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ slug: string }> };

export function GET(request: Request, { params }: Props) {
  return answerFile(request, "text/calendar; charset=utf-8", async () =>
    deadlineCalendar({ planSlug: (await params).slug }, await currentDay()),
  );
}
