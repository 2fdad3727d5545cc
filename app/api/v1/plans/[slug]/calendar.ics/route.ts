import { currentDay } from "@/lib/clock";
import { deadlineCalendar } from "@/lib/formats/calendar";
import { fileResponse, localeIn } from "@/lib/formats/file-response";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ slug: string }> };

export function GET(request: Request, { params }: Props) {
  return fileResponse(request, "text/calendar; charset=utf-8", async () =>
    deadlineCalendar({ planSlug: (await params).slug }, await currentDay(), localeIn(request)),
  );
}
