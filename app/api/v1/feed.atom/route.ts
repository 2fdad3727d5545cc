import { currentDay } from "@/lib/clock";
import { atomFeed } from "@/lib/formats/atom";
import { fileResponse, localeIn } from "@/lib/formats/file-response";

export const dynamic = "force-dynamic";

export function GET(request: Request) {
  return fileResponse(request, "application/atom+xml; charset=utf-8", async () =>
    atomFeed({}, await currentDay(), localeIn(request)),
  );
}
