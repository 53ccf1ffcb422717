import { Button } from '@mantine/core';
import { Download, ShieldCheck } from 'lucide-react';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { Prices, Proposal } from '../../slate/propose-answer.ts';
import { formatDecimal } from '../../words/number.ts';
import { provenOf, verificationOf } from '../api/questions.ts';
import { useAnswer } from '../api/use-answer.ts';
import { useCase } from '../session/case.tsx';
import { useQuestion } from '../session/question.ts';
import { useSession } from '../session/session.tsx';
import { Failure } from '../shared/failure.tsx';
import { RuleButton } from '../shared/focus-button.tsx';
import { useWording } from '../shared/language.tsx';
import { useNamed } from '../shared/ids-as-names.ts';
import { Panel } from '../shared/panel.tsx';
import { saveText } from '../shared/save-file.ts';
import classes from './proof-panel.module.css';

/** Why no slate can be better: the prices of the rules as a sum, and the proof, to be checked and kept. */
export function ProofPanel({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { say, text } = useWording();
  const { ready } = useCase();
  const question = useQuestion();
  const { answer, asking, current, failure } = useAnswer(
    useMemo(() => (ready ? provenOf(question) : undefined), [ready, question]),
  );
  const proposal = current ? answer : undefined;
  const { keepProof } = useSession();
  const proof = proposal?.proof;
  useEffect(() => {
    if (proof !== undefined) keepProof(JSON.stringify(proof));
  }, [proof, keepProof]);
  return (
    <Panel
      title={say('web.proof')}
      aside={
        <Button variant="subtle" size="compact-sm" onClick={onClose}>
          {say('web.close')}
        </Button>
      }
    >
      {failure !== undefined && <Failure failure={failure} />}
      {asking && <p role="status">{say('web.asking')}</p>}
      {proposal !== undefined && (
        <>
          {proposal.prices === undefined ? (
            <p>{say('web.no-prices')}</p>
          ) : (
            <>
              <p className={classes.message}>{text(proposal.prices.message)}</p>
              <PriceLines prices={proposal.prices} />
            </>
          )}
          <Checked key={proposal.inputs.rules.sha256} proposal={proposal} />
        </>
      )}
    </Panel>
  );
}

function PriceLines({ prices }: { readonly prices: Prices }): ReactNode {
  const { say, number, language } = useWording();
  const named = useNamed();
  const decimal = (written: string): string => formatDecimal(written, language);
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={say('web.proof')}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{say('web.quota')}</th>
            <th scope="col">{say('web.price-of-one')}</th>
            <th scope="col">{say('web.bound')}</th>
            <th scope="col">{say('web.points-together')}</th>
          </tr>
        </thead>
        <tbody>
          {prices.lines.map(({ rule, group, title, side, price, bound, total }) => (
            <tr key={`${rule} ${group ?? ''} ${side}`}>
              <th scope="row">
                {rule.includes(':') ? named(title) : <RuleButton id={rule}>{named(title)}</RuleButton>}
                {group !== undefined && <small> {group}</small>}
              </th>
              <td>{decimal(price)}</td>
              <td>
                {side === 'min' ? '≥' : '≤'} {number(bound)}
              </td>
              <td>{decimal(total)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{say('web.points-beyond', { count: prices.beyond.length })}</th>
            <td />
            <td />
            <td>{decimal(prices.rest)}</td>
          </tr>
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{say('web.points-sum')}</th>
            <td />
            <td />
            <td>{decimal(prices.sum)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

/** The proof: checked anew by whoever wants to see it hold, and saved for somebody else's checker. */
function Checked({ proposal }: { readonly proposal: Proposal }): ReactNode {
  const { say, text } = useWording();
  const question = useQuestion();
  const [wanted, setWanted] = useState(false);
  const { answer, asking, current, failure } = useAnswer(
    useMemo(() => (wanted ? verificationOf(question, proposal) : undefined), [wanted, question, proposal]),
  );
  if (proposal.proof === undefined) return <p>{say('web.no-proof')}</p>;
  return (
    <div className={classes.check}>
      <Button
        size="xs"
        leftSection={<ShieldCheck size={15} aria-hidden />}
        disabled={wanted}
        onClick={() => setWanted(true)}
      >
        {say('web.verify')}
      </Button>
      <Button
        size="xs"
        variant="default"
        leftSection={<Download size={15} aria-hidden />}
        onClick={() => saveText('slate-proof.json', JSON.stringify(proposal, undefined, 1))}
      >
        {say('web.save-proof')}
      </Button>
      {failure !== undefined && <Failure failure={failure} />}
      <p role="status" data-proven={current ? answer?.proven : undefined}>
        {asking && say('web.checking')}
        {current &&
          answer !== undefined &&
          (answer.proven ? say('web.proof-holds', { leaves: answer.leaves }) : text(answer.why.message))}
      </p>
    </div>
  );
}
