import { currentDay } from "@/lib/clock";
import { fileResponse } from "@/lib/formats/file-response";
import { siteMapFile } from "@/lib/formats/site-map";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ name: string }> };

export function GET(request: Request, { params }: Props) {
  return fileResponse(request, "application/xml; charset=utf-8", async () =>
    siteMapFile((await params).name, await currentDay()),
  );
}
