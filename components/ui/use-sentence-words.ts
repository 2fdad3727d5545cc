import { useTranslations } from "next-intl";
import { useDay } from "./day";

/** How the reader's language says what the sentences of the history and of notifications name. */
export function useSentenceWords() {
  const t = useTranslations();
  return {
    day: useDay(),
    kind: (kind: string) => t(`submissionKinds.${kind}`),
    role: (role: string) => t(`roles.${role}`),
    fromRole: (role: string) => t(`roles.${role}`),
    gap: (kind: string) => t(`gaps.kinds.${kind}`),
    textName: (name: string) => t(`work.notificationTexts.names.${name}`),
    raisedTo: (level: string) => t(`raisedTo.${level}`),
    level: (level: string) => t(`levels.${level}`),
  };
}
