import { currentDay } from "@/lib/clock";
import { fileResponse } from "@/lib/formats/file-response";
import { siteMap } from "@/lib/formats/site-map";

export const dynamic = "force-dynamic";

export function GET(request: Request) {
  return fileResponse(request, "application/xml; charset=utf-8", async () =>
    siteMap(await currentDay()),
  );
}
