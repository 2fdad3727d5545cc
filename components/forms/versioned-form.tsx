"use client";
import { Fragment, type ReactNode, useState } from "react";
import { Notice } from "@/components/ui/notice";

export type SetSaved = (isSaved: boolean) => void;
type Props = {
  /** Of what the form shows, as the page was given it. */
  version: number;
  saved: string;
  form: (setSaved: SetSaved) => ReactNode;
};

/**
 * A form of something that has versions. What was saved comes back as the next one and begins a new form; that it is saved
 * is told then and not before: what somebody wrote in between would be gone.
 */
export function VersionedForm({ version, saved, form }: Props) {
  const [savedFrom, setSavedFrom] = useState<number | null>(null);
  const isSaved = savedFrom !== null && savedFrom !== version;
  return (
    <>
      <div role="status" className="mb-3">
        {isSaved && <Notice tone="done">{saved}</Notice>}
      </div>
      <Fragment key={version}>{form((isDone) => setSavedFrom(isDone ? version : null))}</Fragment>
    </>
  );
}
