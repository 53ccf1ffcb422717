import type { Action, SlateSource } from './reduce.ts';

/** What was done, for telling it: persons and rules by id, without the tables and texts that came with it. */
export interface Did {
  readonly do: Action['do'];
  /** For a swap first who left, then who came. */
  readonly persons: readonly string[];
  readonly rule?: string;
  readonly from?: SlateSource;
}

/** What an action does, for telling it. */
export function didBy(action: Action): Did {
  switch (action.do) {
    case 'pin':
    case 'exclude':
    case 'release':
    case 'add':
    case 'remove':
    case 'appoint':
    case 'pin-person':
    case 'exclude-person':
      return { do: action.do, persons: [action.id] };
    case 'swap':
      return { do: action.do, persons: [action.out, action.in] };
    case 'take':
      return { do: action.do, persons: [], from: action.from };
    case 'change-rule':
      return { do: action.do, persons: [], rule: action.rule };
    default:
      return { do: action.do, persons: [] };
  }
}
