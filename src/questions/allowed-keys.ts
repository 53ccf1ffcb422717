import { z } from 'zod';

/** Every key that a schema knows at a path, whichever branch of a union a value takes; none where it takes any. */
export function keysAt(schema: z.core.$ZodType, path: readonly (string | number)[]): readonly string[] {
  return [...new Set(objectsAt(schema, path).flatMap((part) => Object.keys(part.shape)))];
}

/** Those that tell the branches of a union apart: what each of them cannot do without. */
export function tellingKeysAt(
  schema: z.core.$ZodType,
  path: readonly (string | number)[],
): readonly string[] {
  const needed = objectsAt(schema, path).flatMap(({ shape }) =>
    Object.keys(shape).filter((key) => !(shape[key] instanceof z.ZodOptional)),
  );
  return [...new Set(needed)];
}

function objectsAt(schema: z.core.$ZodType, path: readonly (string | number)[]): readonly z.ZodObject[] {
  const [step, ...deeper] = path;
  const parts = partsOf(schema);
  if (step === undefined) return parts.filter((part) => part instanceof z.ZodObject);
  return parts.flatMap((part) => childrenOf(part, step).flatMap((child) => objectsAt(child, deeper)));
}

/** The schemas that a value may be read by: defaults and options taken away, unions taken apart. */
function partsOf(schema: z.core.$ZodType): readonly z.core.$ZodType[] {
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(partsOf);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable) {
    return partsOf(schema.unwrap());
  }
  // What is made into something else is read by what it is made of.
  if (schema instanceof z.ZodPipe) return partsOf(schema.in);
  return [schema];
}

function childrenOf(part: z.core.$ZodType, step: string | number): readonly z.core.$ZodType[] {
  if (part instanceof z.ZodArray) return [part.element];
  if (part instanceof z.ZodRecord) return [part.valueType];
  if (!(part instanceof z.ZodObject)) return [];
  const shape: Readonly<Record<string, z.core.$ZodType>> = part.shape;
  const child = Object.hasOwn(shape, step) ? shape[step] : undefined;
  return child === undefined ? [] : [child];
}
