import { createHash } from "node:crypto";
import { resultResponse } from "@/app/api/evidence/result-response";
import { removeEvidence } from "@/db/mutations/submissions/evidence";
import { evidenceFile } from "@/db/queries/submissions/evidence";
import { action } from "@/lib/actions/action";
import { currentActor } from "@/lib/auth/session";
import { signInPath } from "@/lib/auth/wanted-path";
import { idSchema } from "@/lib/domain/inputs";
import { removeEvidenceSchema } from "@/lib/domain/submissions/evidence";
import { log } from "@/lib/log";
import { attachmentHeaders } from "@/lib/submissions/evidence/attachment";

type Context = { params: Promise<{ id: string }> };

const headers = { "cache-control": "private, no-store" };

/** The file as it came, to be saved and never shown. Whoever may not see it learns nothing of it. */
export async function GET(_: Request, { params }: Context) {
  const { id } = await params;
  const actor = await currentActor();
  if (!actor)
    return new Response(null, {
      status: 303,
      headers: { ...headers, location: signInPath(`/api/evidence/${id}`) },
    });
  const file = idSchema.safeParse(id).success ? await evidenceFile(actor, id) : null;
  if (!file) return new Response(null, { status: 404, headers });
  const bytes = Buffer.from(file.bytes);
  if (createHash("sha256").update(bytes).digest("hex") !== file.sha256) {
    log.error({ evidence: id, sha256: file.sha256 }, "a stored file is not what was attached");
    return new Response(null, { status: 500, headers });
  }
  return new Response(bytes, { headers: attachmentHeaders(file) });
}

export async function DELETE(request: Request, { params }: Context) {
  const remove = action(
    { permission: "evidence.attach", schema: removeEvidenceSchema },
    removeEvidence,
  );
  const key = request.headers.get("idempotency-key") ?? "";
  const pagePerson = request.headers.get("x-page-person") ?? "";
  return resultResponse(await remove({ key, evidenceId: (await params).id }, pagePerson));
}
