import { type ReactNode, useMemo } from 'react';
import type { Report, RuleReport } from '../../../check/check-answer.ts';
import { useWording } from '../../shared/language.tsx';
import { Panel } from '../../shared/panel.tsx';
import { WithoutValueNotes } from '../../shared/without-value-notes.tsx';
import { type Quota, QuotaLine } from './quota-line.tsx';
import classes from './quotas-panel.module.css';

const SECTIONS = ['hard', 'soft', 'require'] as const;
type Section = (typeof SECTIONS)[number];

/** All quotas as gauges: those that bind, the goals, and what every member must satisfy. */
export function QuotasPanel(properties: {
  readonly className?: string | undefined;
  readonly report: Report | undefined;
  /** While nobody is on the slate, nothing counts as broken. */
  readonly empty: boolean;
  readonly onLight: (ids: readonly string[] | undefined) => void;
}): ReactNode {
  const { className, report, empty, onLight } = properties;
  const { say } = useWording();
  const sections = useMemo(() => sectionsOf(report?.rules ?? []), [report]);
  return (
    <Panel title={say('web.quotas')} className={className} flush>
      <div className={classes.list} onMouseLeave={() => onLight(undefined)}>
        {SECTIONS.map((section) => {
          const quotas = sections.get(section) ?? [];
          return (
            quotas.length > 0 && (
              <section key={section} aria-label={say(`web.section-${section}`)}>
                <h3>{say(`web.section-${section}`)}</h3>
                {quotas.map((quota) => (
                  <QuotaLine key={quota.id} quota={quota} empty={empty} onLight={onLight} />
                ))}
              </section>
            )
          );
        })}
        <WithoutValueNotes lines={empty ? undefined : report?.withoutValue} />
      </div>
    </Panel>
  );
}

function sectionsOf(rules: readonly RuleReport[]): ReadonlyMap<Section, readonly Quota[]> {
  const byRule = Map.groupBy(rules, ({ id }) => id);
  const quotas = [...byRule].map(([id, lines]) => ({ id, lines }));
  return Map.groupBy(quotas, ({ lines }) => sectionOf(lines[0]!));
}

function sectionOf({ kind, strength }: RuleReport): Section {
  return kind === 'require' ? 'require' : strength;
}
