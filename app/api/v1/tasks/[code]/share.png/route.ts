import { currentDay } from "@/lib/clock";
import { fileResponse, localeIn } from "@/lib/formats/file-response";
import { taskPicture } from "@/lib/formats/picture/share-picture";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ code: string }> };

export function GET(request: Request, { params }: Props) {
  return fileResponse(request, "image/png", async () =>
    taskPicture((await params).code, await currentDay(), localeIn(request)),
  );
}
