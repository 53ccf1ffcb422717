import {
  ArrowDownToDot,
  ArrowLeftRight,
  ArrowUpFromDot,
  Building2,
  CircleHelp,
  Equal,
  LogOut,
  type LucideIcon,
  MoveRight,
  Shuffle,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useWording } from '../shared/language.tsx';
import classes from './move-mark.module.css';
import type { PostMove } from './moves.ts';

const ICONS: Readonly<Record<PostMove, LucideIcon>> = {
  stays: Equal,
  within: MoveRight,
  'city-to-ward': ArrowDownToDot,
  'ward-to-ward': ArrowLeftRight,
  'ward-to-city': ArrowUpFromDot,
  'between-blocs': Shuffle,
  'between-departments': Building2,
  unknown: CircleHelp,
  leaves: LogOut,
};

/** How somebody comes to a post, in a sign and in words. */
export function MoveMark({
  move,
  from,
}: {
  readonly move: PostMove;
  readonly from?: string | undefined;
}): ReactNode {
  const { say } = useWording();
  const Icon = ICONS[move];
  const isElsewhere = move !== 'stays' && move !== 'within' && move !== 'leaves' && from !== undefined;
  const kind = say(`web.move-${move}`);
  return (
    <span className={classes.mark} data-move={move} title={isElsewhere ? kind : undefined}>
      <Icon size={13} aria-hidden />
      {isElsewhere ? say('web.from-unit', { unit: from }) : kind}
      {isElsewhere && <span className="visually-hidden">, {kind}</span>}
    </span>
  );
}
