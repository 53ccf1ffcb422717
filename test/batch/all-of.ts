/** Everything that comes, once it has come. */
export async function allOf<Item>(items: AsyncIterable<Item>): Promise<readonly Item[]> {
  const all: Item[] = [];
  for await (const each of items) all.push(each);
  return all;
}
