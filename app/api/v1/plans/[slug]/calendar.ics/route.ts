import { currentDay } from "@/lib/clock";
import { deadlineCalendar } from "@/lib/formats/calendar";
import { answerFile } from "@/lib/formats/file-response";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ slug: string }> };

export function GET(request: Request, { params }: Props) {
  return answerFile(request, "text/calendar; charset=utf-8", async () =>
    deadlineCalendar({ planSlug: (await params).slug }, await currentDay()),
  );
}
