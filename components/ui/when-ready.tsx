"use client";
import { type ComponentProps, useSyncExternalStore } from "react";

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
