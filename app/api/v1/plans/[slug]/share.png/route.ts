import { currentDay } from "@/lib/clock";
import { fileResponse, localeIn } from "@/lib/formats/file-response";
import { planPicture } from "@/lib/formats/picture/share-picture";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ slug: string }> };

export function GET(request: Request, { params }: Props) {
  return fileResponse(request, "image/png", async () =>
    planPicture((await params).slug, await currentDay(), localeIn(request)),
  );
}
