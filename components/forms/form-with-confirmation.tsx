"use client";
import { useRouter } from "next/navigation";
import { Fragment, type ReactNode, useState } from "react";
import { Notice } from "@/components/ui/notice";

/** A form on a page that stays: once its action is done it says so, starts empty again, and the page is read anew. */
export function FormWithConfirmation({
  message,
  children,
}: {
  message: string;
  children: (onDone: () => void) => ReactNode;
}) {
  const router = useRouter();
  const [times, setTimes] = useState(0);
  const onDone = () => {
    setTimes((before) => before + 1);
    router.refresh();
  };
  return (
    <>
      <div role="status" className="mb-2">
        {times > 0 && (
          <Notice key={times} tone="done">
            {message}
          </Notice>
        )}
      </div>
      <Fragment key={times}>{children(onDone)}</Fragment>
    </>
  );
}
