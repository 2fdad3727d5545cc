import type { ReactNode } from "react";
import { AsOfBar } from "@/components/site/as-of-bar";
import { SitePage } from "@/components/site/site-page";
import { demoDay } from "@/lib/clock";
import { isElder } from "@/lib/elder";
import type { AsOf } from "@/lib/public/as-of";
import { siteFacts } from "@/lib/public/site-facts";

type Props = { path: string; when?: AsOf; children: ReactNode };

/** Another day than today is said first; the way to one stands last. */
const isNow = ({ isPast, refused }: AsOf) => !isPast && !refused;

/** The page in another language or type shows the same day. */
const here = (path: string, when?: AsOf) => (when?.isPast ? `${path}?asof=${when.asOf}` : path);

/** The frame of a public page. Each page names its path for the language link: a layout does not know it. */
export async function PublicPage({ path, when, children }: Props) {
  return (
    <SitePage
      path={here(path, when)}
      demo={await demoDay()}
      facts={await siteFacts()}
      isElder={await isElder()}
    >
      {when && !isNow(when) && <AsOfBar path={path} when={when} />}
      {children}
      {when && isNow(when) && <AsOfBar path={path} when={when} />}
    </SitePage>
  );
}
