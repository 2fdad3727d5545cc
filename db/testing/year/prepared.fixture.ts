import { PostgresJsSession } from "drizzle-orm/postgres-js";

/** A question asked so often is worth keeping its plan for; those with a list of their own are asked a few times only. */
const often = 20;

/** From here on a question that is asked often is planned once by each connection: a year asks the same a million times. */
export function prepareOften(): void {
  const asked = new Map<string, number>();
  const session = PostgresJsSession.prototype;
  session.prepareQuery = new Proxy(session.prepareQuery, {
    apply(prepareQuery, self, [query, fields, name, ...rest]) {
      const times = (asked.get(query.sql) ?? 0) + 1;
      asked.set(query.sql, times);
      return Reflect.apply(prepareQuery, self, [
        query,
        fields,
        times > often ? "often" : name,
        ...rest,
      ]);
    },
  });
}
