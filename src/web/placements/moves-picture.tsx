import { type ReactNode, useMemo } from 'react';
import { focusOn } from '../address/use-address.ts';
import { useCase } from '../session/case.tsx';
import { nameOfPerson } from '../shared/action-words.ts';
import { useWording } from '../shared/language.tsx';
import type { PlanMove } from './moves.ts';
import { type DrawnMove, movesLayout, type MoveNode } from './moves-layout.ts';
import classes from './moves-picture.module.css';
import { titleWords } from './place-words.ts';

const WIDTH = 912;
/** Where the lines begin and end; beside them stand the names. */
const START = 212;
const END = 400;
const NAMES = END + 108;

/**
 * Who moves from which unit to which, as lines from left to right. A picture for the eye and the mouse;
 * the same moves stand as a list beside it, for everybody else.
 */
export function MovesPicture(properties: {
  readonly moves: readonly PlanMove[];
  readonly lit: ReadonlySet<string> | undefined;
}): ReactNode {
  const { moves, lit } = properties;
  const { say } = useWording();
  const drawn = useMemo(() => moves.filter(({ move }) => move !== 'leaves'), [moves]);
  const layout = useMemo(() => movesLayout(drawn), [drawn]);
  const leaving = moves.length - drawn.length;
  if (drawn.length === 0) return <p className={classes.hint}>{say('web.nobody-moves')}</p>;
  return (
    <>
      <p className={classes.hint}>
        {say('web.moves-hint')} {leaving > 0 && say('web.leaving-beside', { count: leaving })}
      </p>
      <div className={classes.scroll} tabIndex={0} role="region" aria-label={say('web.plan-picture')}>
        <svg className={classes.picture} viewBox={`0 0 ${WIDTH} ${layout.height}`} aria-hidden>
          {layout.moves.map((move) => (
            <Line key={move.id} move={move} dim={lit !== undefined && !lit.has(move.id)} />
          ))}
          {layout.left.map((node) => (
            <Unit key={node.unit ?? ''} node={node} side="left" />
          ))}
          {layout.right.map((node) => (
            <Unit key={node.unit ?? ''} node={node} side="right" />
          ))}
        </svg>
      </div>
    </>
  );
}

function Line({ move, dim }: { readonly move: DrawnMove; readonly dim: boolean }): ReactNode {
  const wording = useWording();
  const { people, plan } = useCase();
  const { id, candidate, start, end, from, to } = move;
  const middle = (START + END) / 2;
  const titles = plan?.find(id)?.titles ?? [];
  const name = nameOfPerson(candidate, people);
  const kind = wording.say(`web.move-${move.move}`);
  return (
    <g
      className={classes.move}
      data-move={move.move}
      data-dim={dim}
      onClick={() => focusOn({ on: 'person', id })}
    >
      <title>{`${name}: ${[from, to].filter(Boolean).join(' → ')} (${kind})`}</title>
      <path className={classes.hit} d={curve(start, middle, end)} />
      <path className={classes.line} d={curve(start, middle, end)} />
      <text x={NAMES} y={end} dy="0.34em">
        <tspan>{name}</tspan>
        {titles.length > 0 && (
          <tspan className={classes.title}> · {titleWords(titles, plan?.titles ?? [], wording)}</tspan>
        )}
      </text>
    </g>
  );
}

function curve(start: number, middle: number, end: number): string {
  return `M${START},${start} C${middle},${start} ${middle},${end} ${END},${end}`;
}

function Unit({ node, side }: { readonly node: MoveNode; readonly side: 'left' | 'right' }): ReactNode {
  const { say } = useWording();
  const { unit, y, height } = node;
  const x = side === 'left' ? START - 4 : END;
  return (
    <g className={classes.unit} data-none={unit === undefined}>
      <rect x={x} y={y + 2} width={4} height={height - 4} rx={2} />
      <text
        x={side === 'left' ? x - 8 : x + 12}
        y={side === 'left' ? y + height / 2 : y + 9.5}
        dy="0.34em"
        textAnchor={side === 'left' ? 'end' : 'start'}
      >
        {unit ?? say('web.move-unknown')}
      </text>
    </g>
  );
}
