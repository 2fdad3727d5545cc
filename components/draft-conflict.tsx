import { useTranslations } from "next-intl";
import { useMoment } from "./moment";
import { type ReportContent, ReportText } from "./report-text";
import { Button } from "./ui/button";
import { Notice } from "./ui/notice";
import type { OpenDraft } from "./use-report-form";

type Props = {
  other: OpenDraft | null;
  isLoading: boolean;
  mine: () => ReportContent;
  keepMine: () => void;
  takeOther: () => void;
};

/** Two windows wrote on one report: both texts side by side, and the person chooses. */
export function DraftConflict({ other, isLoading, mine, keepMine, takeOther }: Props) {
  const t = useTranslations("work.conflict");
  const moment = useMoment();
  const isEditable = other?.status === "draft" || other?.status === "returned";
  return (
    <div id="conflict" tabIndex={-1}>
      <Notice tone="caution" role="alert" title={t("title")}>
        {isLoading && <p>{t("loading")}</p>}
        {!isLoading && <p>{t(isEditable ? "explain" : "gone")}</p>}
        {!isLoading && (
          <div className="mt-3 grid gap-4 sm:grid-cols-2">
            {other && (
              <section>
                <h2 className="font-semibold">{t("other", { time: moment(other.savedAt) })}</h2>
                <ReportText content={other.content} />
              </section>
            )}
            <section>
              <h2 className="font-semibold">{t("mine")}</h2>
              <ReportText content={mine()} />
            </section>
          </div>
        )}
        {!isLoading && (
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
        )}
      </Notice>
    </div>
  );
}
