import { z } from "zod";
import { addressOf } from "@/lib/address";
import { licence } from "@/lib/public/site-facts";
import messages from "@/messages/zh-CN.json";
import { type Operation, operations } from "./operations";
import { refusalSchema } from "./schemas";

const { title, summary, description, refusals } = messages.openApi;

/** The open data's interface as OpenAPI 3.1; what it gives is described by the schemas that the tests parse it with. */
export function describeApi() {
  return {
    openapi: "3.1.0",
    info: {
      title,
      version: "1.0.0",
      summary,
      description,
      license: { name: "CC BY 4.0", url: licence },
    },
    servers: [{ url: addressOf("/api/v1") }],
    paths: Object.fromEntries(operations.map((each) => [each.path, { get: toOperation(each) }])),
    components: {
      schemas: { Refusal: jsonSchema(refusalSchema) },
      responses: Object.fromEntries(
        Object.entries(refusals).map(([name, text]) => [name, refusal(text)]),
      ),
    },
  };
}

function toOperation({ id, path, summary, parameters = [], body, type, examples }: Operation) {
  return {
    operationId: id,
    summary,
    parameters: parameters.map(({ schema, ...rest }) => ({ ...rest, schema: jsonSchema(schema) })),
    responses: {
      "200": { description: summary, content: { [type]: { schema: jsonSchema(body) } } },
      ...(parameters.length > 0 && { "400": ref("BadRequest") }),
      ...(path.includes("{") && { "404": ref("NotFound") }),
      "503": ref("Unavailable"),
    },
    "x-examples": examples.map((example) => addressOf(`/api/v1${example}`)),
  };
}

const ref = (name: keyof typeof refusals) => ({ $ref: `#/components/responses/${name}` });

function refusal(description: string) {
  const schema = { $ref: "#/components/schemas/Refusal" };
  return { description, content: { "application/json": { schema } } };
}

function jsonSchema(schema: z.ZodType): object {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: "output" });
  return rest;
}
