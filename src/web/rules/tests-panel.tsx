import { Button } from '@mantine/core';
import { CircleCheck, CircleX, FlaskConical, Play } from 'lucide-react';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { checkOf, ruleTestsOf } from '../api/questions.ts';
import { ask } from '../api/service.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useCase } from '../session/case.tsx';
import { useQuestion } from '../session/question.ts';
import { useSession } from '../session/session.tsx';
import { usePending } from '../session/use-pending.ts';
import { Failure } from '../shared/failure.tsx';
import { useWording } from '../shared/language.tsx';
import { Panel } from '../shared/panel.tsx';
import { useAttempt } from '../shared/use-attempt.ts';
import type { RuleTestsAnswer } from '../../service/answers/rule-tests-answer.ts';
import { withTestOf } from './test-of-slate.ts';
import classes from './tests-panel.module.css';
import { YamlEditor } from './yaml-editor.tsx';

/** The tests of the rules: small slates and what is to become of them, run against the text beside them. */
export function TestsPanel({ yaml }: { readonly yaml: string }): ReactNode {
  const { say } = useWording();
  const { ruleSet } = useCase();
  const kept = ruleSet?.tests ?? '';
  const [written, write] = usePending('rule-tests', kept);
  const text = written ?? kept;
  const [asked, setAsked] = useState<{ readonly yaml: string; readonly tests: string }>();
  const [line, setLine] = useState<number>();
  const [isOpened, setOpened] = useState(false);
  const { answer, failure, asking } = useAnswer(
    useMemo(() => asked && ruleTestsOf(asked.yaml, asked.tests), [asked]),
  );
  const isOfThis = asked?.yaml === yaml && asked.tests === text;
  const slateTest = useSlateTest(text, write);
  return (
    <Panel title={say('web.rule-tests')} flush>
      <div className={classes.tools}>
        <Button
          size="xs"
          leftSection={<Play size={14} aria-hidden />}
          // What is about to be added is to be run, too.
          disabled={text.trim() === '' || asking || slateTest.isAdding}
          onClick={() => setAsked({ yaml, tests: text })}
        >
          {say('web.run-tests')}
        </Button>
        <Button
          size="xs"
          variant="default"
          leftSection={<FlaskConical size={14} aria-hidden />}
          disabled={slateTest.add === undefined || slateTest.isAdding}
          onClick={() => void slateTest.add?.()}
        >
          {say('web.test-of-slate')}
        </Button>
      </div>
      {failure !== undefined && <Failure failure={failure} />}
      {slateTest.failure !== undefined && <Failure failure={slateTest.failure} />}
      {answer !== undefined && <Outcome answer={answer} isStale={!isOfThis} onShow={(at) => setLine(at)} />}
      <details className={classes.text} onToggle={(event) => setOpened(event.currentTarget.open)}>
        <summary>{say('web.tests-text')}</summary>
        {isOpened && (
          <YamlEditor
            label={say('web.tests-text')}
            text={text}
            onText={write}
            problems={isOfThis ? (answer?.problems.filter(({ place }) => place?.file === 'tests') ?? []) : []}
            line={line}
          />
        )}
      </details>
    </Panel>
  );
}

/** The slate in hand as one more test. */
interface SlateTest {
  /** Adds it; absent while nobody is on it, and where it is a plan. */
  readonly add: (() => Promise<void>) | undefined;
  /** While it is asked what the rules say of it. */
  readonly isAdding: boolean;
  /** Why it could not be asked when it was last tried. */
  readonly failure: Error | undefined;
}

function useSlateTest(text: string, write: (text: string) => void): SlateTest {
  const { say, language } = useWording();
  const { people, plan, ready } = useCase();
  const { members } = useSession().work;
  const question = useQuestion();
  const { failure, attempt } = useAttempt();
  const [isAdding, setAdding] = useState(false);
  // What is written meanwhile stays.
  const latest = useRef({ text, write });
  useEffect(() => {
    latest.current = { text, write };
  }, [text, write]);
  const add = async (): Promise<void> => {
    setAdding(true);
    await attempt(async () => {
      const report = await ask(checkOf(question, members), language);
      const persons = members.flatMap((id) => people.byId.get(id) ?? []);
      const columns = people.headings.filter((heading) => heading !== 'id' && heading !== 'name');
      const next = withTestOf(latest.current.text, say('web.test-title'), persons, columns, report);
      if (next !== undefined) latest.current.write(next);
    });
    setAdding(false);
  };
  const isPossible = ready && plan === undefined && members.length > 0;
  return { add: isPossible ? add : undefined, isAdding, failure };
}

function Outcome(properties: {
  readonly answer: RuleTestsAnswer;
  /** The texts have changed since. */
  readonly isStale: boolean;
  readonly onShow: (line: number | undefined) => void;
}): ReactNode {
  const { answer, isStale, onShow } = properties;
  const { say, text } = useWording();
  const { problems, tests, coverage } = answer;
  const passed = tests.filter((each) => each.passed).length;
  const open = coverage.filter((each) => each.open.length > 0);
  return (
    <div className={classes.outcome} data-stale={isStale}>
      {problems.length > 0 && (
        <ul role="alert">
          {problems.map((problem) => (
            <li key={`${problem.place?.line ?? ''} ${problem.detail}`}>
              {problem.place?.line !== undefined && <b>{say('web.line', { line: problem.place.line })} </b>}
              {text(problem.message)}
            </li>
          ))}
        </ul>
      )}
      {answer.valid && <p role="status">{say('web.tests-passed', { passed, of: tests.length })}</p>}
      <ul>
        {tests.map(({ title, line, passed: isPassed, failures }, index) => (
          <li key={index} data-passed={isPassed}>
            {isPassed ? <CircleCheck size={14} aria-hidden /> : <CircleX size={14} aria-hidden />}
            <button type="button" onClick={() => onShow(line)}>
              {text(title)}
              <span className="visually-hidden">{say(isPassed ? 'web.test-passed' : 'web.test-failed')}</span>
            </button>
            {failures.map((failure, at) => (
              <small key={at}>{text(failure)}</small>
            ))}
          </li>
        ))}
      </ul>
      {answer.valid && (
        <p>{say('web.tests-open', { count: open.length, rules: open.map(({ rule }) => rule) })}</p>
      )}
    </div>
  );
}
