import { currentDay } from "@/lib/clock";
import { atomFeed } from "@/lib/formats/atom";
import { fileResponse, localeIn } from "@/lib/formats/file-response";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ slug: string }> };

export function GET(request: Request, { params }: Props) {
  return fileResponse(request, "application/atom+xml; charset=utf-8", async () =>
    atomFeed({ planSlug: (await params).slug }, await currentDay(), localeIn(request)),
  );
}
