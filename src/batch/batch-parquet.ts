import type { BatchResult } from './answers.ts';
import { type BatchColumn, batchColumns, type NamedCases } from './batch-table.ts';

/** Lines of a group, which is written as a whole. */
const GROUP = 10_000;

/**
 * The table of a batch as Apache Parquet, which programs of maps and statistics read with its numbers as
 * numbers; a group of lines at a time.
 */
export async function* batchParquet(
  asked: NamedCases,
  results: AsyncIterable<BatchResult>,
): AsyncGenerator<Uint8Array> {
  const { ByteWriter, ParquetWriter } = await import('hyparquet-writer');
  const columns = batchColumns(asked);
  const bytes = new ByteWriter();
  const table = new ParquetWriter({ writer: bytes, schema: schemaOf(columns), createdBy: 'Slate' });
  /** What was written since; the place in the file goes on. */
  const taken = (): Uint8Array => {
    const written = bytes.getBytes().slice();
    bytes.index = 0;
    return written;
  };
  const write = (lines: readonly BatchResult[]): void => {
    const columnData = columns.map(({ name, cellOf }) => ({
      name,
      data: lines.map((result) => cellOf(result) ?? null),
    }));
    void table.write({ columnData, rowGroupSize: GROUP });
  };
  let lines: BatchResult[] = [];
  for await (const result of results) {
    lines.push(result);
    if (lines.length < GROUP) continue;
    write(lines);
    lines = [];
    yield taken();
  }
  if (lines.length > 0) write(lines);
  void table.finish();
  yield taken();
}

function schemaOf(columns: readonly BatchColumn[]) {
  return [
    { name: 'root', num_children: columns.length },
    ...columns.map(({ name, kind }) =>
      kind === 'number'
        ? { name, type: 'DOUBLE' as const, repetition_type: 'OPTIONAL' as const }
        : {
            name,
            type: 'BYTE_ARRAY' as const,
            converted_type: 'UTF8' as const,
            repetition_type: 'OPTIONAL' as const,
          },
    ),
  ];
}
