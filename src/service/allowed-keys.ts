import { z } from 'zod';

/** Every key that a schema knows at a path, whichever branch of a union a value takes; none where it takes any. */
export function keysAt(schema: z.core.$ZodType, path: readonly (string | number)[]): readonly string[] {
  const [step, ...deeper] = path;
  const parts = partsOf(schema);
  if (step === undefined) {
    return [
      ...new Set(parts.flatMap((part) => (part instanceof z.ZodObject ? Object.keys(part.shape) : []))),
    ];
  }
  return [
    ...new Set(parts.flatMap((part) => childrenOf(part, step).flatMap((child) => keysAt(child, deeper)))),
  ];
}

/** The schemas that a value may be read by: defaults and options taken away, unions taken apart. */
function partsOf(schema: z.core.$ZodType): readonly z.core.$ZodType[] {
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(partsOf);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable) {
    return partsOf(schema.unwrap());
  }
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
