"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { useMoment } from "@/components/ui/day";
import { Notice } from "@/components/ui/notice";
import type { TypedContent } from "@/lib/domain/submissions/contents";
import type { FormFacts, OwnSubmission } from "@/lib/domain/submissions/open-submissions";
import type { useAutosave } from "./autosave";
import { sameContent, savedOf } from "./content";
import { type Change, compareTexts } from "./difference";
import { type Part, type Unit, useSubmissionParts } from "./submission-text";

/**
 * A save refused because the draft had changed. What is on the server is read anew: if it is what this page itself has
 * sent (the outcome was lost on the way) the page goes on from it; if not, the person sees both and chooses.
 */
export function useDraftConflict({
  facts,
  autosave,
  read,
  show,
  onConflict,
}: {
  facts: FormFacts;
  autosave: ReturnType<typeof useAutosave>;
  read: () => TypedContent;
  show: (content: TypedContent | null) => void;
  /** The form must stay while its text is unsaved, whatever has become of the draft. */
  onConflict: (isHeld: boolean) => void;
}) {
  const router = useRouter();
  const { open } = facts;
  const isOvertaken = autosave.state.refusal?.code === "submission_changed";
  const [factsBefore, setFactsBefore] = useState<FormFacts | null>(null);
  const [kept, setKept] = useState<TypedContent | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each race lost
  useEffect(() => {
    onConflict(isOvertaken);
    if (!isOvertaken) return;
    setFactsBefore(facts);
    router.refresh();
  }, [isOvertaken]);

  const isLoading = factsBefore === facts;
  const isOwn = () => {
    if (!open || (open.status !== "draft" && open.status !== "returned")) return false;
    return [read(), ...autosave.unconfirmed()].some((sent) => sameContent(sent, open.content));
  };
  function adopt() {
    setFactsBefore(null);
    autosave.adopt(open && savedOf(open));
  }
  function goOn() {
    adopt();
    if (!open || !sameContent(read(), open.content)) autosave.saveNow();
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each form that was read anew
  useEffect(() => {
    if (isOvertaken && factsBefore && !isLoading && isOwn()) goOn();
  }, [isOvertaken, factsBefore, isLoading]);

  const conflict = {
    isLoading,
    mine: read,
    keepMine: goOn,
    takeOther() {
      setKept(read());
      show(open?.content ?? null);
      adopt();
    },
  };
  return { kept, conflict: isOvertaken ? conflict : null };
}

type Props = {
  other: OwnSubmission | null;
  units?: readonly Unit[];
  isLoading: boolean;
  mine: () => TypedContent;
  keepMine: () => void;
  takeOther: () => void;
};

/** Two windows wrote on one draft: both texts side by side with what differs, and the person chooses. */
export function DraftConflict(props: Props) {
  const { other, units, isLoading, mine, keepMine, takeOther } = props;
  const t = useTranslations("work.conflict");
  const moment = useMoment();
  const partsOf = useSubmissionParts(units);
  const isEditable = other?.status === "draft" || other?.status === "returned";
  const texts = { mine: partsOf(mine()), other: other ? partsOf(other.content) : null };
  return (
    <div id="conflict" tabIndex={-1}>
      <Notice tone="caution" role="alert" title={t("title")}>
        <p>{t(isLoading ? "loading" : isEditable ? "explain" : "gone")}</p>
      </Notice>
      {!isLoading && (
        <div className="border-l-4 border-caution bg-caution-tint px-4 pb-3">
          <div className="grid gap-4 sm:grid-cols-2">
            {other && texts.other && (
              <Side
                title={t("other", { time: moment(other.savedAt) })}
                parts={texts.other}
                beside={texts.mine}
              />
            )}
            <Side title={t("mine")} parts={texts.mine} beside={texts.other} />
          </div>
          <div className="mt-3 flex flex-wrap items-center gap-3">
            {isEditable ? (
              <>
                <Button onClick={keepMine}>{t("keepMine")}</Button>
                <Button tone="plain" onClick={takeOther}>
                  {t("takeOther")}
                </Button>
              </>
            ) : (
              <Button tone="plain" onClick={() => window.location.reload()}>
                {t("reload")}
              </Button>
            )}
          </div>
        </div>
      )}
    </div>
  );
}

/** One of the two texts. What the other does not say is marked. */
function Side({ title, parts, beside }: { title: string; parts: Part[]; beside: Part[] | null }) {
  return (
    <section>
      <h2 className="font-semibold">{title}</h2>
      <dl className="space-y-2 border border-line bg-paper px-3 py-2">
        {parts.map(({ id, label, text, typed }) => {
          const before = beside ? (beside.find((part) => part.id === id)?.text ?? "") : text;
          return (
            <div key={id}>
              <dt className="text-sm text-muted">{label}</dt>
              <dd lang={typed && "zh-CN"} className="whitespace-pre-line">
                <Marked changes={compareTexts(before, text)} />
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}

function Marked({ changes }: { changes: Change[] }) {
  let end = 0;
  return changes.map(({ kind, text }) => {
    end += text.length;
    if (kind === "same") return text;
    return (
      kind === "added" && (
        <mark key={end} className="rounded-sm bg-caution-tint px-0.5 text-ink underline">
          {text}
        </mark>
      )
    );
  });
}
