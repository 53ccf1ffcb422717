import { type Document, isAlias, isCollection, isMap, isNode, type Node, visit, type YAMLMap } from 'yaml';

/** A mapping of a file, as values. */
export type Written = Readonly<Record<string, unknown>>;

/** Bounds are one thing to say: `exactly: 3` in place of `min: 3, max: 5`. */
const BOUNDS: readonly string[] = ['exactly', 'min', 'max'];

/**
 * Writes into a mapping of a file what changed of it, and leaves everything else as it is: order, comments, and
 * whatever says the same in another way than a form would.
 *
 * @param before what the mapping says, as a form would write it.
 * @param after what it is to say, likewise.
 */
export function writeChanges(document: Document, node: YAMLMap, before: Written, after: Written): void {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = keys.filter((key) => !isSame(before[key], after[key]));
  const touchesBounds = changed.some((key) => BOUNDS.includes(key));
  const written = touchesBounds ? [...new Set([...changed, ...BOUNDS])] : changed;
  for (const key of written) writeKey(document, node, key, before[key], after[key]);
}

function writeKey(document: Document, node: YAMLMap, key: string, before: unknown, after: unknown): void {
  const old = node.get(key, true);
  leaveAnchors(document, old);
  if (after === undefined) {
    node.delete(key);
    return;
  }
  const canDescend = isMap(old) && isWritten(before) && isWritten(after);
  if (canDescend && hasKeys(old, before)) {
    writeChanges(document, old, before, after);
    return;
  }
  // A number stays in the line of its comment.
  if (old !== undefined && !isCollection(old) && !isObject(after)) node.set(key, after);
  else put(document, node, key, alike(document.createNode(after), old));
}

/**
 * Before something of a file is changed or goes away: what other places quote of it (`*source`) comes to stand at the
 * first of these, so that they say what they said.
 */
export function leaveAnchors(document: Document, changed: unknown): void {
  if (!isNode(changed)) return;
  const inside = new Set<unknown>();
  visit(changed, (_key, node) => void inside.add(node));
  for (const anchored of inside) {
    if (!isNode(anchored) || isAlias(anchored) || anchored.anchor === undefined) continue;
    const { anchor } = anchored;
    const copy = alike(document.createNode(anchored.toJS(document)), anchored);
    copy.anchor = anchor;
    let wasLeft = false;
    visit(document, {
      Alias: (_key, alias) => {
        if (wasLeft || alias.source !== anchor || inside.has(alias)) return undefined;
        wasLeft = true;
        return copy;
      },
    });
    delete anchored.anchor;
  }
}

/** Puts a value that is new in its usual place: a title comes right below the id. */
function put(document: Document, node: YAMLMap, key: string, value: Node): void {
  const isFirst = key === 'title' && !node.has(key) && node.has('id');
  if (!isFirst) {
    node.set(key, value);
    return;
  }
  const below = node.items.findIndex((pair) => String(pair.key) === 'id') + 1;
  node.items.splice(below, 0, document.createPair(key, value));
}

/** In braces, where what it replaces was. */
function alike(created: Node, old: unknown): Node {
  if (isCollection(created) && isCollection(old) && old.flow === true) created.flow = true;
  return created;
}

/** Whether a mapping is written with just these keys, so that what a form says of one is that of the file. */
function hasKeys(node: YAMLMap, values: Written): boolean {
  const keys = node.items.map(({ key }) => String(key));
  return keys.length === Object.keys(values).length && keys.every((key) => key in values);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isWritten(value: unknown): value is Written {
  return isObject(value) && !Array.isArray(value);
}

/** Whether two values of a file are the same, in whichever order their keys stand. */
function isSame(one: unknown, other: unknown): boolean {
  if (!isObject(one) || !isObject(other)) return one === other;
  if (Array.isArray(one) || Array.isArray(other)) {
    const [first, second] = [Object.values(one), Object.values(other)];
    return first.length === second.length && first.every((each, index) => isSame(each, second[index]));
  }
  const [first, second] = [Object.entries(one), new Map<string, unknown>(Object.entries(other))];
  return first.length === second.size && first.every(([key, value]) => isSame(value, second.get(key)));
}
