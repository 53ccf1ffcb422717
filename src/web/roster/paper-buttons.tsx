import { Button, Checkbox } from '@mantine/core';
import { FileCheck, FileDown } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { PaperFormat } from '../../papers/paper.ts';
import { paperOf, reportOf } from '../api/questions.ts';
import { askForFile } from '../api/service.ts';
import { useQuestion, useUndecided } from '../session/question.ts';
import { useSession } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import { useWording } from '../shared/language.tsx';
import { fileName, saveAs } from '../shared/save-file.ts';
import { useAttempt } from '../shared/use-attempt.ts';

const FORMATS: readonly PaperFormat[] = ['docx', 'xlsx', 'csv'];

/** What can be saved: the slate in some format, or the report of record of the draft. */
type Saved = PaperFormat | 'report';

/** The slate in hand as a file of some format, with or without names, and the report of record of the draft. */
export function PaperButtons(): ReactNode {
  const { say, language } = useWording();
  const { work, draft } = useSession();
  const undecided = useUndecided();
  const question = useQuestion();
  const [blind, setBlind] = useState(false);
  const [busy, setBusy] = useState<Saved | undefined>();
  const { failure, attempt } = useAttempt();
  const save = async (format: Saved): Promise<void> => {
    const isReport = format === 'report';
    // A report of record tells of the decisions, too; a roster is of people alone.
    const asked = isReport
      ? reportOf(question, work.members, { proof: draft.proof, blind })
      : paperOf(undecided, work.members, { format, ...(blind && { blind }) });
    const ending = isReport ? '-report.html' : `.${format}`;
    setBusy(format);
    await attempt(async () => saveAs(await askForFile(asked, language), `${fileName(draft.title)}${ending}`));
    setBusy(undefined);
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
      <Button
        variant="default"
        leftSection={<FileCheck size={16} aria-hidden />}
        title={say('web.report-hint')}
        loading={busy === 'report'}
        onClick={() => void save('report')}
      >
        {say('web.report-of-record')}
      </Button>
      <Checkbox
        label={say('web.without-names')}
        checked={blind}
        onChange={(event) => setBlind(event.currentTarget.checked)}
      />
      {failure !== undefined && <Failure failure={failure} />}
    </>
  );
}
