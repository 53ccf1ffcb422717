import type { RuleSetAnswer } from '../../service/answers/answers.ts';
import type { People } from '../people/person.ts';
import type { Did } from '../state/told-action.ts';
import type { Wording } from './language.tsx';

/** What is needed to tell of persons and rules by their names. */
export interface Teller {
  readonly wording: Wording;
  readonly people: People;
  readonly ruleSet: RuleSetAnswer | undefined;
}

/** The name of a person, of an appointment with its post; the id where the pool has them no more. */
export function nameOfPerson(id: string, people: People): string {
  return people.byId.get(id)?.name ?? people.appointment?.(id)?.words ?? id;
}

/** The title of a rule; its id where the rule set has it no more. */
export function ruleTitle(id: string, { wording, ruleSet }: Omit<Teller, 'people'>): string {
  if (id === 'size') return wording.say('web.size');
  const rule = ruleSet?.rules.find((each) => each.id === id);
  return rule === undefined ? id : wording.text(rule.title);
}

/** Says what was done. */
export function deedIn(did: Did, teller: Teller): string {
  const { wording, people } = teller;
  const [first = '', second = ''] = did.persons.map((id) => nameOfPerson(id, people));
  switch (did.do) {
    case 'pin':
    case 'exclude':
    case 'release':
    case 'add':
    case 'remove':
    case 'appoint':
    case 'pin-person':
    case 'exclude-person':
      return wording.say(`web.did-${did.do}`, { name: first });
    case 'swap':
      return wording.say('web.did-swap', { out: first, in: second });
    case 'take':
      return wording.say(`web.did-take-${did.from ?? 'proposal'}`);
    case 'change-rule':
      return wording.say('web.did-change-rule', { title: ruleTitle(did.rule ?? '', teller) });
    default:
      return wording.say(`web.did-${did.do}`);
  }
}
