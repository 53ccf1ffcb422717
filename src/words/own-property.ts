/**
 * What a record holds under a name that comes from outside. A name like `constructor`, which every object
 * inherits something under, finds nothing unless it was put there.
 */
export function ownProperty<Value>(
  record: Readonly<Record<string, Value>> | undefined,
  name: string,
): Value | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}
