import type { IncomingMessage } from "node:http";
import { pathOf } from "@/lib/site/body-limits";
import { wordsIn } from "@/lib/words";
import { localeOf, localePath } from "@/messages/locales";

const noPage = /^\/(?:_next|api)\/|\.[a-z]+$/;

/** Whether a request is for a page, of somebody who is not signed in: to them a page that is not there must speak by itself. */
export function mayBeMissing({ url = "/", headers }: IncomingMessage): boolean {
  return !noPage.test(pathOf(url)) && !/session-token/.test(headers.cookie ?? "");
}

/**
 * What Next says of a page that is not there, with its words for whoever has no script: Next leaves them to its own. Null for
 * any other page.
 */
export function missingAloud(html: string, status: number, { url = "/" }: IncomingMessage) {
  if (status !== 404 || !html.includes('id="__next_error__"')) return null;
  const locale = localeOf(pathOf(url));
  const { say } = wordsIn(locale);
  const title = say("public.notFound.title");
  const words = `<h1>${title}</h1><p>${say("public.notFound.text")}</p>`;
  const home = `<p><a href="${localePath(locale, "/")}">${say("public.notFound.home")}</a></p>`;
  return html
    .replace("<html ", `<html lang="${locale}" `)
    .replace("</head>", `<title>${title}</title></head>`)
    .replace(/<body[^>]*>/, (body) => `${body}<noscript><main>${words}${home}</main></noscript>`);
}
