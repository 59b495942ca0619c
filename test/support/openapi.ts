import type { RunningApp } from './harness';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** As much of a schema as the document uses for what is sent; parts are written out where they are used. */
export interface Schema {
  type?: string;
  format?: string;
  enum?: (string | number)[];
  nullable?: boolean;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
}

/** One route as the document tells of it. */
export interface Operation {
  method: Method;
  /** With its parameters in braces: `/api/proposals/{id}/file`. */
  path: string;
  /** What the query may hold; `required` as in a schema. */
  query: Schema & { properties: Record<string, Schema>; required: string[] };
  body?: Schema;
  multipart: boolean;
}

interface Parameter {
  name: string;
  in: 'path' | 'query';
  required?: boolean;
  schema: Schema;
}
interface Described {
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: Schema }> };
}
export interface Document {
  paths: Record<string, Record<string, Described>>;
  components: { schemas: Record<string, Schema> };
}

const MULTIPART = 'multipart/form-data';

export async function documentOf(app: Pick<RunningApp, 'inject'>): Promise<Document> {
  return (await app.inject('/api/openapi.json')).json();
}

/** Every route of the document. */
export async function operationsOf(app: Pick<RunningApp, 'inject'>): Promise<Operation[]> {
  const document = await documentOf(app);
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => operation(document, path, method, described)),
  );
}

export const nameOf = ({ method, path }: Operation): string => `${method} ${path}`;

/** The address of a route, each of its parameters replaced. */
export const urlOf = ({ path }: Pick<Operation, 'path'>, parameter: (name: string) => unknown): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => String(parameter(name)));

function operation(document: Document, path: string, method: string, described: Described): Operation {
  const asked = (described.parameters ?? []).filter((parameter) => parameter.in === 'query');
  const content = described.requestBody?.content ?? {};
  const [body] = Object.values(content);
  return {
    method: method.toUpperCase() as Method,
    path,
    query: {
      type: 'object',
      properties: Object.fromEntries(asked.map(({ name, schema }) => [name, whole(document, schema)])),
      required: asked.filter(({ required }) => required).map(({ name }) => name),
    },
    body: body && whole(document, body.schema),
    multipart: MULTIPART in content,
  };
}

/** The schema with everything it refers to in its place. */
function whole(document: Document, schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema), (_, value: { $ref?: string } | null) => {
    const named = typeof value?.$ref === 'string' ? value.$ref.split('/').at(-1) : undefined;
    return named ? whole(document, document.components.schemas[named]) : value;
  }) as Schema;
}
