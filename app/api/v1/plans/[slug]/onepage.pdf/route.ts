import { currentDay } from "@/lib/clock";
import { fileResponse, localeIn } from "@/lib/formats/file-response";
import { planSheet } from "@/lib/formats/one-page/plan-sheet";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ slug: string }> };

export function GET(request: Request, { params }: Props) {
  return fileResponse(request, "application/pdf", async () =>
    planSheet((await params).slug, await currentDay(), localeIn(request)),
  );
}
