import { describeApi } from "@/lib/open-data/openapi";
import { openData } from "@/lib/open-data/responses";

export const dynamic = "force-dynamic";

export function GET() {
  return openData(async () => describeApi());
}
