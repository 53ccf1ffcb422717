import type { Command } from '@commander-js/extra-typings';
import type { Say } from './context.ts';
import type { Named } from './inputs.ts';
import {
  apartOption,
  excludeOption,
  pinOption,
  poolOption,
  rulesOption,
  scenarioOption,
  togetherOption,
  unitsOption,
} from './options.ts';

/** Gives a command the options that name a case: candidates, rules, units, a scenario. */
export const withCase = (command: Command, say: Say) =>
  command
    .addOption(poolOption(say))
    .addOption(rulesOption(say))
    .addOption(unitsOption(say))
    .addOption(scenarioOption(say));

/** As {@link withCase}, with decisions on persons. */
export const withDecidedCase = (command: Command, say: Say) =>
  withCase(command, say)
    .addOption(pinOption(say))
    .addOption(excludeOption(say))
    .addOption(togetherOption(say))
    .addOption(apartOption(say));

type CaseOptions = ReturnType<ReturnType<typeof withDecidedCase>['opts']>;

/** The case that options name, and what else they ask. */
export function caseIn<Options extends CaseOptions>({
  pool,
  rules,
  units,
  scenario,
  pin = [],
  exclude = [],
  together = [],
  apart = [],
  ...asked
}: Options): { readonly named: Named; readonly asked: Omit<Options, keyof CaseOptions> } {
  return { named: { pool, rules, units, scenario, decisions: { pin, exclude, together, apart } }, asked };
}
