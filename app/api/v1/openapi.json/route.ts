import { openData } from "@/lib/open-data/open-data";
import { describeApi } from "@/lib/open-data/openapi";

export const dynamic = "force-dynamic";

export function GET() {
  return openData(async () => describeApi());
}
