import type { ReactNode } from 'react';
import type { RuleFigure } from '../../slate/capacity-answer.ts';
import { useCase } from '../session/case.tsx';
import { valueWords } from '../shared/bounds.ts';
import { useWording } from '../shared/language.tsx';
import classes from './rule-cards.module.css';

/** Groups of which each is told; of more, how many they are besides. */
const MOST_GROUPS = 6;

/** What the pool comes to by a rule: how many match, what part of it, a sum; a warning where it cannot be enough. */
export function PoolFigure(properties: {
  /** One, or one for each group. */
  readonly figures: readonly RuleFigure[];
  /** How much the rule asks for at least, of that which the figure tells. */
  readonly least: number | undefined;
}): ReactNode {
  const { figures, least } = properties;
  const [first] = figures;
  if (first === undefined) return null;
  if (first.group !== undefined) return <Groups figures={figures} />;
  return <One figure={first} least={least} />;
}

function One(properties: { readonly figure: RuleFigure; readonly least: number | undefined }): ReactNode {
  const { figure: told, least = 0 } = properties;
  const { of, figure, base } = told;
  const { say, points, language } = useWording();
  const { people } = useCase();
  switch (of) {
    case 'count': {
      const inPool = { count: figure, of: people.list.length };
      if (figure >= least) return say('web.pool-has', inPool);
      return <span className={classes.fault}>{say('web.pool-has-too-few', { ...inPool, least })}</span>;
    }
    case 'require':
      return say('web.pool-has', { count: figure, of: people.list.length });
    case 'share':
      return say('web.pool-share', {
        count: Math.round(figure * base),
        base,
        part: valueWords(figure, 'share', language),
      });
    case 'sum':
      return say('web.pool-sum', { sum: points(figure) });
    case 'average':
      return say('web.pool-average', { average: points(figure), base });
    case 'difference':
      return say('web.pool-difference', { by: figure });
    case 'groups':
      return say('web.pool-groups', { count: figure });
  }
}

/** A figure for each group, the first of them: North 10, South 12. */
function Groups({ figures }: { readonly figures: readonly RuleFigure[] }): ReactNode {
  const { say, points, language } = useWording();
  const groups = figures
    .filter(({ group }) => group !== undefined)
    .slice(0, MOST_GROUPS)
    .map(({ group = '', of, figure }) => {
      const told = of === 'share' ? valueWords(figure, 'share', language) : points(figure);
      return `${group} ${told}`;
    });
  return say('web.pool-by-group', { groups, more: figures.length - groups.length });
}
