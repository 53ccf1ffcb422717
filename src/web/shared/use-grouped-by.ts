import { useCase } from '../session/case.tsx';
import { useWording } from './language.tsx';

/** What the groups of a rule are, such as `Ward`; empty where it has none, or none that has a name. */
export function useGroupedBy(rule: string): string {
  const { fact } = useWording();
  const { ruleSet } = useCase();
  const grouped = ruleSet?.rules.find(({ id }) => id === rule)?.forEach;
  return grouped === undefined ? '' : fact(grouped);
}
