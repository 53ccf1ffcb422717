/** What an operation belongs to, and what such operations are about. The order is that of the documentation. */
const TAGS = {
  Slates: 'Check a slate or a plan, have the best one proposed, verified, mended and written down.',
  Explanations:
    'Why no slate exists, why somebody is on it or not, what a quota costs, who could replace whom.',
  Scenarios: 'What other rules would give, side by side and against each other; how firm a slate stands.',
  'Rule sets': 'The rule sets of the service, and what a rule file of your own says or gets wrong.',
  Pools: 'The pools of the service, and how a table of your own is read.',
  Units: 'The units whose posts are filled.',
  Assemblies: 'The files of the tools that draw citizens’ assemblies by lot.',
  Jobs: 'Long work: create it, follow it, look at it, cancel it, take it up again, delete it.',
  Drafts: 'Slates that a board works on together, in versions.',
  Rounds: 'Consultation: who goes on from round to round, by which votes.',
  Documents: 'Tables and rule files that a board keeps, in versions.',
  Runs: 'Answers that were recorded, with what they were made from.',
  Audit: 'Who did what, in a chain that shows when something is missing.',
  People: 'Who may do what; signing in.',
  Service: 'For those who run the service, and this document.',
} as const;

/** What an operation belongs to. */
export type Tag = keyof typeof TAGS;

/** All tags as OpenAPI writes them. */
export const TAG_OBJECTS = Object.entries(TAGS).map(([name, description]) => ({ name, description }));
