import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { useMoment } from "@/components/ui/day";
import { Notice } from "@/components/ui/notice";
import type { TypedContent } from "@/lib/domain/submissions/contents";
import type { OpenSubmission } from "./content";
import { type Change, compareTexts } from "./difference";
import { type Part, type Unit, useSubmissionParts } from "./submission-parts";

type Props = {
  other: OpenSubmission | null;
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
  const texts = { mine: partsOf(mine()), other: other ? partsOf(other.written) : null };
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
