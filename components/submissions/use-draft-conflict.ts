"use client";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { TypedContent } from "@/lib/domain/submissions/contents";
import { type OpenForm, sameContent, savedOf } from "./content";
import type { useAutosave } from "./use-autosave";

/**
 * A save refused because the draft had changed. What is on the server is read anew: if it is what this page itself has
 * sent (the answer was lost on the way) the page goes on from it; if not, the person sees both and chooses.
 */
export function useDraftConflict({
  form,
  autosave,
  read,
  show,
  onConflict,
}: {
  form: OpenForm;
  autosave: ReturnType<typeof useAutosave>;
  read: () => TypedContent;
  show: (written: TypedContent | null) => void;
  /** The form must stay while its text is unsaved, whatever has become of the draft. */
  onConflict: (isHeld: boolean) => void;
}) {
  const router = useRouter();
  const { open } = form;
  const isOvertaken = autosave.state.refusal?.code === "submission_changed";
  const [formBefore, setFormBefore] = useState<OpenForm | null>(null);
  const [kept, setKept] = useState<TypedContent | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each race lost
  useEffect(() => {
    onConflict(isOvertaken);
    if (!isOvertaken) return;
    setFormBefore(form);
    router.refresh();
  }, [isOvertaken]);

  const isLoading = formBefore === form;
  const isOwn = () => {
    if (!open || (open.status !== "draft" && open.status !== "returned")) return false;
    return [read(), ...autosave.unanswered()].some((sent) => sameContent(sent, open.written));
  };
  function adopt() {
    setFormBefore(null);
    autosave.adopt(open && savedOf(open));
  }
  function goOn() {
    adopt();
    if (!open || !sameContent(read(), open.written)) autosave.saveNow();
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each form that was read anew
  useEffect(() => {
    if (isOvertaken && formBefore && !isLoading && isOwn()) goOn();
  }, [isOvertaken, formBefore, isLoading]);

  const conflict = {
    isLoading,
    mine: read,
    keepMine: goOn,
    takeOther() {
      setKept(read());
      show(open?.written ?? null);
      adopt();
    },
  };
  return { kept, conflict: isOvertaken ? conflict : null };
}
