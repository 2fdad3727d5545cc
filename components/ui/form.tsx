"use client";

import { type ComponentProps, useSyncExternalStore } from "react";

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

const never = () => () => {};

/** Controls that need the page's script, out of reach until it runs: nothing typed or pressed before that is lost. */
export function WhenReady({ className = "", ...rest }: ComponentProps<"fieldset">) {
  const isReady = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return <fieldset disabled={!isReady} className={`min-w-0 ${className}`} {...rest} />;
}
