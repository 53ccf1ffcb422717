import { Button, Checkbox } from '@mantine/core';
import { FileDown } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { PaperFormat } from '../../papers/paper.ts';
import { paperOf } from '../api/questions.ts';
import { askForFile } from '../api/service.ts';
import { useUndecided } from '../session/question.ts';
import { useSession } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import { useWording } from '../shared/language.tsx';
import { fileName, saveAs } from '../shared/save-file.ts';

const FORMATS: readonly PaperFormat[] = ['docx', 'xlsx', 'csv'];

/** The slate in hand as a file of some format, with or without names. */
export function PaperButtons(): ReactNode {
  const { say, language } = useWording();
  const { work, draft } = useSession();
  const undecided = useUndecided();
  const [blind, setBlind] = useState(false);
  const [busy, setBusy] = useState<PaperFormat | undefined>();
  const [failure, setFailure] = useState<Error | undefined>();
  const save = async (format: PaperFormat): Promise<void> => {
    setBusy(format);
    setFailure(undefined);
    try {
      const asked = paperOf(undecided, work.members, { format, ...(blind && { blind }) });
      saveAs(await askForFile(asked, language), `${fileName(draft.title)}.${format}`);
    } catch (error) {
      setFailure(error instanceof Error ? error : new Error(String(error)));
    } finally {
      setBusy(undefined);
    }
  };
  return (
    <>
      {FORMATS.map((format) => (
        <Button
          key={format}
          variant="default"
          leftSection={<FileDown size={16} aria-hidden />}
          loading={busy === format}
          onClick={() => void save(format)}
        >
          {format.toUpperCase()}
        </Button>
      ))}
      <Checkbox
        label={say('web.without-names')}
        checked={blind}
        onChange={(event) => setBlind(event.currentTarget.checked)}
      />
      {failure !== undefined && <Failure failure={failure} />}
    </>
  );
}
