import type { TableReading } from '../../opening/sources.ts';
import { documentAnswerSchema, documentsAnswerSchema } from '../../service/keeping/keeping-answers.ts';
import type { DocumentKind } from '../../store/documents/document-kinds.ts';
import { InputError, problem } from '../../words/problem.ts';
import type { Service } from './service.ts';

const PATH = '/api/v1/documents';

/**
 * What a service keeps under a name, as it was delivered.
 *
 * @param named `hai-duong@2`; the newest version without a number
 * @throws InputError where there is none
 */
export async function documentOfService(
  service: Service,
  kind: DocumentKind,
  named: string,
): Promise<{ readonly bytes: Uint8Array; readonly reading: TableReading | undefined }> {
  const { documents } = await service.ask(documentsAnswerSchema, 'GET', PATH);
  const ofKind = documents.filter((each) => each.kind === kind);
  const [name, version] = named.split('@');
  const found = ofKind
    .filter((each) => each.name === name && (version === undefined || each.version === Number(version)))
    .toSorted((one, other) => other.version - one.version)[0];
  if (found === undefined) {
    const allowed = ofKind.map((each) => `${kind}/${each.name}@${each.version}`);
    throw new InputError([problem('store.no-document', { named: `${kind}/${named}`, allowed })]);
  }
  const path = `${PATH}/${kind}/${found.name}/${found.version}`;
  const { base64, document } = documentAnswerSchema.parse(
    await service.ask(documentAnswerSchema, 'GET', path),
  );
  return { bytes: Buffer.from(base64, 'base64'), reading: document.reading };
}
