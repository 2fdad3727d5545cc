import contentDisposition from "content-disposition";
import type { NextRequest } from "next/server";
import { planTable } from "@/db/queries/imports/plan-table";
import { requirePermission } from "@/lib/auth/session";
import { planTableFormats, planTableTitle, writePlanTable } from "@/lib/imports/write-plan-table";

const types = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
};

type Props = { params: Promise<{ slug: string }> };

/** The table (分工表) of a plan's tasks as an Excel or Word file; imported again, it gives the same tasks. */
export async function GET({ nextUrl: { searchParams } }: NextRequest, { params }: Props) {
  const format = planTableFormats.find((each) => each === searchParams.get("format")) ?? "xlsx";
  const { slug } = await params;
  const actor = await requirePermission("plan.draft");
  const plan = await planTable(actor, slug);
  if (!plan) return new Response(null, { status: 404 });
  const file = await writePlanTable(plan, format);
  return new Response(new Uint8Array(file), {
    headers: {
      "content-type": types[format],
      "content-disposition": contentDisposition(`${planTableTitle(plan.title)}.${format}`, {
        fallback: `plan-${slug}.${format}`,
      }),
      "cache-control": "private, no-store",
    },
  });
}
