import { useLocale } from "next-intl";
import type { ComponentProps } from "react";
import { localePath } from "@/messages/locales";

/** A link to a page of ours in the reader's language. A plain link: it works without JavaScript. */
export function Anchor({ href, ...rest }: ComponentProps<"a"> & { href: string }) {
  return <a href={localePath(useLocale(), href)} {...rest} />;
}
