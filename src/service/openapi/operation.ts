import type { z } from 'zod';
import type { ZodOpenApiOperationObject, ZodOpenApiResponseObject } from 'zod-openapi';
import type { Role } from '../../store/roles.ts';
import { answerHeaders, type HeaderName } from './response-headers.ts';
import type { Tag } from './tags.ts';

/** Who may ask an operation: somebody with a role, or anybody. */
export type AskedBy = Role | 'anybody';

/** One operation of the document; what its caller must show follows from who may ask it. */
export interface Operation extends ZodOpenApiOperationObject {
  readonly operationId: string;
  readonly tags: Tag[];
  readonly summary: string;
  readonly 'x-role': AskedBy;
}

/** The operations of one path. */
export type PathItem = Partial<Record<'get' | 'post' | 'put' | 'delete', Operation>>;

/** Paths with their operations. */
export type Paths = readonly (readonly [path: string, item: PathItem])[];

/** A name as programs write it: `tradeOffsCreate` of `trade-offs` and `create`. */
export function operationId(...words: readonly string[]): string {
  return words
    .flatMap((word) => word.split('-'))
    .map((word, at) => (at === 0 ? word : `${word.charAt(0).toUpperCase()}${word.slice(1)}`))
    .join('');
}

/** A body, with an example of it. */
export function jsonBody(schema: z.ZodType, example?: unknown): NonNullable<Operation['requestBody']> {
  return { required: true, content: { 'application/json': jsonContent(schema, example) } };
}

/** An answer, with the headers that it carries besides those of every answer, and an example of it. */
export function jsonAnswer(
  description: string,
  schema: z.ZodType,
  { headers = [], example }: { readonly headers?: readonly HeaderName[]; readonly example?: unknown } = {},
): ZodOpenApiResponseObject & { readonly content: Record<string, object> } {
  return {
    description,
    headers: answerHeaders(...headers),
    content: { 'application/json': jsonContent(schema, example) },
  };
}

function jsonContent(schema: z.ZodType, example: unknown) {
  return { schema, ...(example !== undefined && { example }) };
}

/** An answer that is a text of another kind. */
export function textAnswer(description: string, type: string, schema: z.ZodType): ZodOpenApiResponseObject {
  return { description, headers: answerHeaders(), content: { [type]: { schema } } };
}
