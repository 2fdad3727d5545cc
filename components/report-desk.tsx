"use client";
import { useState } from "react";
import type { Action } from "@/lib/domain/action-result";
import type { SubmissionAtVersion } from "@/lib/domain/inputs";
import { ProgressForm, type ProgressFormProps } from "./progress-form";
import { SentReport } from "./sent-report";

type Props = ProgressFormProps & {
  actions: { withdraw: Action<SubmissionAtVersion, { code: string }> };
};

/** A report being written, or the one on its way. A form that has lost a race stays: its text is still to be saved. */
export function ReportDesk(props: Props) {
  const [isHeld, setHeld] = useState(false);
  const { open } = props.form;
  if (open?.status === "in_review" && !isHeld) {
    return <SentReport open={open} withdraw={props.actions.withdraw} />;
  }
  return <ProgressForm {...props} onConflict={setHeld} />;
}
