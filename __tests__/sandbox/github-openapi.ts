import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import type { ValidateFunction } from 'ajv';
import addFormatsModule from 'ajv-formats';

type Json = Record<string, unknown>;

interface Description {
  readonly paths: Record<string, Record<string, { readonly responses: Record<string, unknown> }>>;
  readonly components: { readonly schemas: Json; readonly responses: Json };
}

const require = createRequire(import.meta.url);
const description = JSON.parse(readFileSync(require.resolve('@octokit/openapi/generated/api.github.com.json'), 'utf8')) as Description;
// A CommonJS default export: the function itself, or an object holding it, depending on who loads it.
const addFormats = (typeof addFormatsModule === 'function' ? addFormatsModule : (addFormatsModule as Json).default) as (ajv: Ajv) => void;

const anonymous = (path: string): string => path.replace(/\{\+?\w+\}/gu, '{}');
const paths = new Map(Object.keys(description.paths).map((path) => [anonymous(path), path]));
const compiled = new Map<string, ValidateFunction>();

/** OpenAPI 3.0 says `nullable`, JSON Schema does not; everything referred to comes along under `definitions`. */
function translate(node: unknown, definitions: Json): unknown {
  if (Array.isArray(node)) return node.map((item) => translate(item, definitions));
  if (typeof node !== 'object' || node === null) return node;
  const source = node as Json;
  if (typeof source.$ref === 'string') {
    const name = source.$ref.split('/').at(-1) ?? '';
    if (!(name in definitions)) {
      definitions[name] = true;
      definitions[name] = translate(description.components.schemas[name], definitions);
    }
    return { $ref: `#/definitions/${name}` };
  }
  const { nullable, oneOf } = source;
  const result: Json = {};
  for (const [key, value] of Object.entries(source)) {
    if (['nullable', 'oneOf', 'example', 'discriminator'].includes(key)) continue;
    // A property may be called anything, `nullable` and `example` included.
    result[key] = key === 'properties' ? Object.fromEntries(Object.entries(value as Json).map(([name, inner]) => [name, translate(inner, definitions)])) : translate(value, definitions);
  }
  // Alternatives of the description overlap; one that fits is enough.
  if (oneOf !== undefined) result.anyOf = translate(oneOf, definitions);
  return nullable === true ? { anyOf: [{ type: 'null' }, result] } : result;
}

function responseSchema(method: string, path: string, status: number): unknown {
  const operation = description.paths[path]?.[method.toLowerCase()];
  let response = operation?.responses[String(status)] as Json | undefined;
  if (typeof response?.$ref === 'string') response = description.components.responses[response.$ref.split('/').at(-1) ?? ''] as Json;
  if (response === undefined) throw new Error(`GitHub's description knows no ${status} for ${method} ${path}`);
  const content = response.content as Record<string, { schema: unknown }> | undefined;
  return content?.['application/json']?.schema ?? Object.values(content ?? {})[0]?.schema ?? null;
}

/** What is wrong with an answer according to GitHub's own description; empty when nothing is. `pattern` as in our routes. */
export function violations(method: string, pattern: string, status: number, body: unknown): readonly string[] {
  const path = paths.get(anonymous(pattern));
  if (path === undefined) return [`GitHub has no ${pattern}`];
  const key = `${method} ${path} ${status}`;
  let validate = compiled.get(key);
  if (validate === undefined) {
    const schema = responseSchema(method, path, status);
    if (schema === null) return body === undefined || body === null ? [] : [`${key} has no content`];
    const definitions: Json = {};
    const root = translate(schema, definitions);
    const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
    addFormats(ajv);
    validate = ajv.compile({ allOf: [root], definitions });
    compiled.set(key, validate);
  }
  if (validate(body)) return [];
  return (validate.errors ?? []).slice(0, 12).map(({ instancePath, message, params }) => `${key}: ${instancePath} ${message ?? ''} ${JSON.stringify(params)}`);
}
