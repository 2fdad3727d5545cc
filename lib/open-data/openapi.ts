import { z } from "zod";
import { addressOf } from "@/lib/address";
import { licence } from "./catalog";
import { type Operation, operations } from "./operations";
import { refusalSchema } from "./schemas";

/** The open data's interface as OpenAPI 3.1; its answers are described by the schemas that the tests parse them with. */
export function describeApi() {
  return {
    openapi: "3.1.0",
    info: {
      title: "台账开放数据",
      version: "1.0.0",
      summary: "政策文件里的每一项任务：由谁牵头、何时完成、进展如何",
      description:
        "全部为 GET，不需要账号和密钥，任何网站的网页都可以直接读取。地址永久有效；v1 只会增加字段，不会删改字段。日期均为北京时间。",
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

const refusals = {
  BadRequest: "有不能识别的条件",
  NotFound: "没有这个编号",
  Unavailable: "系统暂时不可用，请稍后再试",
};

function toOperation({ id, path, summary, parameters = [], answer, type, examples }: Operation) {
  return {
    operationId: id,
    summary,
    parameters: parameters.map(({ schema, ...rest }) => ({ ...rest, schema: jsonSchema(schema) })),
    responses: {
      "200": { description: summary, content: { [type]: { schema: jsonSchema(answer) } } },
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
