import { z } from 'zod';
import { descriptions } from './oracle.js';

/** Wrong answers, made of right ones: each differs in one thing that a description has to say something about. */

/** What is read of a schema; the descriptions are full of more. */
interface Schema {
  readonly $ref?: string | undefined;
  readonly type?: string | undefined;
  readonly enum?: readonly unknown[] | undefined;
  readonly required?: readonly string[] | undefined;
  readonly properties?: Readonly<Record<string, Schema>> | undefined;
  readonly items?: Schema | undefined;
  readonly allOf?: readonly Schema[] | undefined;
}
const schema: z.ZodType<Schema> = z.lazy(() =>
  z.object({
    $ref: z.string().optional(),
    type: z.string().optional(),
    enum: z.array(z.unknown()).optional(),
    required: z.array(z.string()).optional(),
    properties: z.record(z.string(), schema).optional(),
    items: schema.optional(),
    allOf: z.array(schema).optional(),
  }),
);
const described = z.object({ definitions: z.record(z.string(), schema) });

export interface Mutation {
  readonly kind: 'unknown member' | 'required property missing' | 'wrong type';
  /** `/properties/sku/name`. */
  readonly at: string;
  readonly body: unknown;
}

type Path = readonly (string | number)[];

/** Every mutation of the body that an operation answered with a status. */
export function mutationsOf(operationId: string, status: number, body: unknown): readonly Mutation[] {
  for (const [, description] of descriptions) {
    const operations = Object.values(description.paths).flatMap((path) => Object.values(path));
    const found = operations.find((operation) => operation.operationId === operationId);
    const answer = (found?.responses[status] ?? found?.responses['default'])?.schema;
    if (answer === undefined) continue;
    const { definitions } = described.parse(description);
    return [...walk(answer, body, [], definitions)].map(({ kind, path, edit }) => ({
      kind,
      at: `/${path.join('/')}`,
      body: edited(body, path, edit),
    }));
  }
  return [];
}

interface Step {
  readonly kind: Mutation['kind'];
  readonly path: Path;
  /** What stands there then; undefined: nothing. */
  readonly edit: unknown;
}

function* walk(
  given: Schema,
  value: unknown,
  path: Path,
  definitions: Readonly<Record<string, Schema>>,
): Generator<Step> {
  const { $ref, allOf = [] } = given;
  if ($ref !== undefined) {
    const named = definitions[$ref.replace('#/definitions/', '')];
    if (named !== undefined) yield* walk(named, value, path, definitions);
    return;
  }
  for (const part of allOf) yield* walk(part, value, path, definitions);
  if (given.enum !== undefined && value !== null) {
    yield { kind: 'unknown member', path, edit: 'Neverheard' };
  }
  if (given.type === 'boolean' && typeof value === 'boolean') {
    yield { kind: 'wrong type', path, edit: String(value) };
  }
  if (Array.isArray(value)) {
    const [first] = value;
    if (given.items !== undefined && first !== undefined) {
      yield* walk(given.items, first, [...path, 0], definitions);
    }
  } else if (typeof value === 'object' && value !== null) {
    const members: Readonly<Record<string, unknown>> = { ...value };
    for (const name of given.required ?? []) {
      if (members[name] === undefined) continue;
      yield { kind: 'required property missing', path: [...path, name], edit: undefined };
    }
    for (const [name, inner] of Object.entries(given.properties ?? {})) {
      if (members[name] !== undefined) yield* walk(inner, members[name], [...path, name], definitions);
    }
  }
}

/** A copy in which something else stands at a path. */
function edited(value: unknown, [first, ...rest]: Path, edit: unknown): unknown {
  if (first === undefined) return edit;
  if (Array.isArray(value)) return value.map((it, i) => (i === first ? edited(it, rest, edit) : it));
  const members = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const changed = members.map(([name, it]) => [name, name === first ? edited(it, rest, edit) : it] as const);
  return Object.fromEntries(changed.filter(([, it]) => it !== undefined));
}
