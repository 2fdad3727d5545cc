import { AsyncLocalStorage } from "node:async_hooks";

/** A request that is being answered: its number, and what it asks for (`GET /inbox`, without the query). */
export type AnsweredRequest = { id: string; asked: string };

// Next bundles its own copy of every module, so the server and the pages meet on the global object.
const place = Symbol.for("taizhang.request");
const meeting = globalThis as { [place]?: AsyncLocalStorage<AnsweredRequest> };
meeting[place] ??= new AsyncLocalStorage();
const requests = meeting[place];

/** Does `work`, and all that it begins, as part of this request. */
export function asRequest<Result>(request: AnsweredRequest, work: () => Result): Result {
  return requests.run(request, work);
}

/** The request that is being answered: its log lines, its answer and its history bear its number. */
export function currentRequest(): AnsweredRequest | undefined {
  return requests.getStore();
}
