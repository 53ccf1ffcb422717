import { Alert, List } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Refused, Unreachable } from '../api/service.ts';
import { useWording } from './language.tsx';

/** Says why the service gave no answer, with every problem it found. */
export function Failure({ failure }: { readonly failure: Error }): ReactNode {
  const { say, text } = useWording();
  const isRefusal = failure instanceof Refused;
  const title = isRefusal
    ? say('web.refused')
    : say(failure instanceof Unreachable ? 'web.unreachable' : 'web.unreadable');
  const problems = isRefusal ? failure.problems : [];
  return (
    <Alert color="red" variant="light" title={title} icon={<TriangleAlert aria-hidden />} role="alert">
      {failure instanceof Unreachable && say('web.unreachable-detail')}
      {problems.length === 0 && isRefusal && failure.message}
      {problems.length > 0 && (
        <List size="sm">
          {problems.map((problem) => (
            <List.Item key={`${problem.pointer ?? ''} ${problem.detail}`}>{text(problem.message)}</List.Item>
          ))}
        </List>
      )}
    </Alert>
  );
}
