import { currentDay } from "@/lib/clock";
import { deadlineCalendar } from "@/lib/formats/calendar";
import { fileResponse, localeIn } from "@/lib/formats/file-response";

export const dynamic = "force-dynamic";

export function GET(request: Request) {
  return fileResponse(request, "text/calendar; charset=utf-8", async () =>
    deadlineCalendar({}, await currentDay(), localeIn(request)),
  );
}
