"use client";
import type { ComponentProps } from "react";
import { WhenReady } from "./when-ready";

/** A form that checks itself, and that the Enter which ends a Chinese composition never submits. */
export function Form({ className, children, ...rest }: ComponentProps<"form">) {
  return (
    <form
      noValidate
      // Whatever happens, what is typed here never goes into an address.
      method="post"
      onKeyDown={(event) => {
        // Safari ends the composition first, and then reports Enter with key code 229.
        const composing = event.nativeEvent.isComposing || event.keyCode === 229;
        if (event.key === "Enter" && composing) event.preventDefault();
      }}
      {...rest}
    >
      <WhenReady className={className}>{children}</WhenReady>
    </form>
  );
}
