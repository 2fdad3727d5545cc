import type { ReactNode } from "react";
import { SitePage } from "@/components/site-page";
import { demoDay } from "@/lib/clock";

/** The frame of a public page. Each page names its path for the language link: a layout does not know it. */
export async function PublicPage({ path, children }: { path: string; children: ReactNode }) {
  return (
    <SitePage path={path} demo={await demoDay()}>
      {children}
    </SitePage>
  );
}
