import { currentDay } from "@/lib/clock";
import { atomFeed } from "@/lib/formats/atom";
import { fileResponse, localeIn } from "@/lib/formats/file-response";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ code: string }> };

export function GET(request: Request, { params }: Props) {
  return fileResponse(request, "application/atom+xml; charset=utf-8", async () =>
    atomFeed({ unitCode: (await params).code }, await currentDay(), localeIn(request)),
  );
}
