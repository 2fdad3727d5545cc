"use client";
import type { ComponentProps } from "react";

/** A form that checks itself, and that the Enter which ends a Chinese composition never submits. */
export function Form({ onKeyDown, ...rest }: ComponentProps<"form">) {
  return (
    <form
      noValidate
      onKeyDown={(event) => {
        // Safari ends the composition first, and then reports Enter with key code 229.
        const composing = event.nativeEvent.isComposing || event.keyCode === 229;
        if (event.key === "Enter" && composing) event.preventDefault();
        onKeyDown?.(event);
      }}
      {...rest}
    />
  );
}
