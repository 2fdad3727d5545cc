import { openData } from "@/lib/open-data";
import { describeApi } from "@/lib/openapi";

export const dynamic = "force-dynamic";

export function GET() {
  return openData(async () => describeApi());
}
