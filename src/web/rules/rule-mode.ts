import type { PoolFact } from './pool-facts.ts';
import { NEW_DRAFT, type RuleDraft } from './rule-draft.ts';

/** The draft as another kind of rule: what it says of whom stays. */
export function inMode(draft: RuleDraft, mode: RuleDraft['mode'], facts: readonly PoolFact[]): RuleDraft {
  const grouped = facts.find(({ values }) => values.length > 1)?.fact ?? '';
  const forEach = draft.forEach === '' ? grouped : draft.forEach;
  const { parts, max } = draft;
  switch (mode) {
    case 'each':
      return { ...draft, mode, forEach, missing: 'none', min: undefined, max: max ?? 2 };
    case 'groups':
      return { ...draft, mode, forEach, missing: 'none' };
    case 'sum':
    case 'average': {
      const number = facts.find(({ type }) => type === 'number')?.fact ?? '';
      const fact = draft.fact === '' ? number : draft.fact;
      return { ...draft, mode, fact, forEach: '', missing: 'none' };
    }
    case 'difference':
      return { ...draft, mode, forEach: '', min: undefined, max: max ?? 1 };
    case 'bySize': {
      const first = { from: 1, to: undefined, in: 'members', min: draft.min ?? 1, max } as const;
      return { ...draft, mode, forEach: '', lines: [first], relaxTo: {} };
    }
    case 'choice':
      return {
        ...draft,
        mode,
        min: 1,
        max: undefined,
        parts: [parts[0] ?? NEW_DRAFT, parts[1] ?? NEW_DRAFT],
      };
    case 'ifAny':
      return { ...draft, mode, parts: [parts[0] ?? NEW_DRAFT] };
    default:
      return { ...draft, mode, forEach: '', missing: 'aside' };
  }
}
