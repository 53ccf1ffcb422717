import { escaped } from '../papers/html.ts';
import type { PaperSlate } from '../papers/paper.ts';
import { rosterOf } from '../papers/roster.ts';
import { rosterTable, structureTable } from '../papers/roster-html.ts';
import type { Text } from '../words/language.ts';
import { roomAbove } from '../slate/propose-answer.ts';
import { htmlList, type ReportGround, type ShownQuestion } from './report-ground.ts';
import { rulesTable } from './report-rules.ts';

/** What a report tells of each question: the first with the whole of its slate, the others against that. */
export function answerSections(ground: ReportGround): readonly string[] {
  return ground.questions.flatMap((shown, index) => {
    const { asked } = shown;
    const title = ground.html('records.question', { question: asked.question, plan: ground.plan });
    return [
      `<h2>${title}</h2>`,
      ...verdict(shown, ground),
      ...(index === 0 ? slateSections(shown, ground) : []),
      ...conflicts(shown, ground),
      ...otherSlates(shown, index === 0, ground),
      ...oddities(shown, firstWith('setAside', ground) === shown, ground),
    ];
  });
}

function verdict({ asked, answer, slates }: ShownQuestion, ground: ReportGround): readonly string[] {
  const { html, language, plan } = ground;
  const { status, assurance, message } = answer;
  const [best] = slates;
  const said = (): string => {
    if (asked.question === 'check' && best !== undefined)
      return html(best.report.compliant ? 'papers.compliant' : 'papers.not-compliant', { plan });
    if (status === 'optimal') return html('cli.optimal', { plan });
    if (status === 'infeasible') return html('cli.infeasible', { plan });
    if (status === 'unknown') return html('cli.out-of-time', { plan });
    if (asked.question === 'propose')
      return html('cli.feasible', { plan, ...roomAbove({ ...answer, slates }) });
    return '';
  };
  const words = message === undefined ? said() : escaped(message[language]);
  const assured = assurance === undefined ? '' : html(`slate.assurance-${assurance}`, undefined);
  return [words, assured].filter((line) => line !== '').map((line) => `<p><b>${line}</b></p>`);
}

/** The slate itself, what it is made of and what its rules say; without one the rules alone. */
function slateSections({ slates }: ShownQuestion, ground: ReportGround): readonly string[] {
  const { html, language, plan, opened, data } = ground;
  const [slate] = slates;
  if (slate === undefined)
    return [`<h3>${html('records.rules', undefined)}</h3>`, rulesTable(undefined, ground)];
  const roster = rosterOf(opened.asked, slate, { language, blind: data.blind });
  const { report } = slate;
  const decisions = (report.decisions ?? []).map(({ title, message, status }) =>
    outcome(title, message, status === 'kept', ground),
  );
  return [
    htmlList(roster.broken.map(escaped), ground),
    ...(roster.missed.length === 0
      ? []
      : [`<p>${html('papers.goals-missed', undefined)}</p>`, htmlList(roster.missed.map(escaped), ground)]),
    `<h3>${html('records.members', { members: slate.members.length, plan })}</h3>`,
    ...(slate.objective === undefined ? [] : [`<p>${objectiveLine(slate, slate.objective, ground)}</p>`]),
    `<div class="roster">${rosterTable(roster)}${structureTable(roster)}</div>`,
    ...(roster.changed.length === 0
      ? []
      : [`<p>${html('papers.rules-changed', undefined)}</p>`, htmlList(roster.changed.map(escaped), ground)]),
    `<h3>${html('records.rules', undefined)}</h3>`,
    rulesTable(report, ground),
    ...(decisions.length === 0
      ? []
      : [`<h3>${html('records.decisions', undefined)}</h3>`, htmlList(decisions, ground)]),
  ];
}

function objectiveLine({ report }: PaperSlate, value: number, { html }: ReportGround): string {
  const price = report.rules.reduce((sum, { cost }) => sum + cost, 0);
  return html('cli.objective', { value, merit: value + price, price });
}

function outcome(title: Text, message: Text, isKept: boolean, { language, html }: ReportGround): string {
  const status = isKept
    ? html('cli.kept', undefined)
    : `<span class="bad">${html('cli.violated', undefined)}</span>`;
  return `${escaped(title[language])}: ${escaped(message[language])} (${status})`;
}

/** The slates that are not shown whole, by who goes and who comes. */
function otherSlates(
  { asked, slates }: ShownQuestion,
  isFirst: boolean,
  ground: ReportGround,
): readonly string[] {
  const { html, plan, questions, opened } = ground;
  const whole = questions[0]?.slates[0];
  const base =
    isFirst && asked.question !== 'check' && opened.slate.length > 0 ? opened.slate : whole?.members;
  const others = isFirst ? slates.slice(1) : slates;
  const isWayOut = asked.question === 'diagnose';
  const heading = `<h3>${isWayOut ? html('cli.ways-out', undefined) : html('records.alternatives', undefined)}</h3>`;
  if (others.length === 0) {
    if (!isFirst || asked.question !== 'propose' || slates.length === 0) return [];
    const wanted = asked.options['alternatives'];
    const isAsked = typeof wanted === 'number' && wanted > 1;
    return [
      heading,
      `<p>${isAsked ? html('records.no-other', { plan }) : html('records.no-alternatives', undefined)}</p>`,
    ];
  }
  return [
    heading,
    ...others.map((slate, index) => {
      const number = index + (isFirst ? 2 : 1);
      return `<p>${html('records.other', { number, objective: slate.objective, plan })}</p>${exchange(slate, base, ground)}`;
    }),
  ];
}

function exchange(
  { members, changed = [] }: PaperSlate,
  base: readonly string[] | undefined,
  ground: ReportGround,
): string {
  const { html, language } = ground;
  const changes = changed.map((text) => escaped(text[language]));
  const named = (ids: readonly string[]): readonly string[] => ids.map((id) => ground.called(id));
  if (base === undefined) {
    return htmlList([...changes, html('records.who', { people: named(members) })], ground);
  }
  const [before, after] = [new Set(base), new Set(members)];
  const goes = base.filter((id) => !after.has(id));
  const comes = members.filter((id) => !before.has(id));
  if (goes.length + comes.length === 0) {
    return htmlList([...changes, html('records.same-members', undefined)], ground);
  }
  return htmlList(
    [
      ...changes,
      ...(goes.length > 0 ? [html('records.goes', { people: named(goes) })] : []),
      ...(comes.length > 0 ? [html('records.comes', { people: named(comes) })] : []),
    ],
    ground,
  );
}

/** What the pool alone cannot give, and which rules contradict each other. */
function conflicts({ answer }: ShownQuestion, ground: ReportGround): readonly string[] {
  const { capacity = [], impossiblePins = [] } = answer;
  const lacking = [...capacity.filter(({ enough }) => !enough), ...impossiblePins];
  return [
    ...section(ground.html('cli.infeasible-alone', undefined), worded(lacking, ground), ground),
    ...section(
      ground.html('cli.conflicts-heading', undefined),
      worded(answer.conflicts ?? [], ground),
      ground,
    ),
  ];
}

/** Who was set aside, and what looks odd. */
function oddities(
  { answer }: ShownQuestion,
  tellsSetAside: boolean,
  ground: ReportGround,
): readonly string[] {
  const { html, language, people, data } = ground;
  const setAside = tellsSetAside ? (answer.setAside ?? []) : [];
  const aside = setAside.map(({ candidate, message }) => {
    const who = data.blind === true ? candidate : people.name(candidate);
    return `${escaped(who)}: ${escaped(message[language])}`;
  });
  const candidates = new Set(setAside.map(({ candidate }) => candidate)).size;
  return [
    ...section(html('cli.set-aside', { candidates }), aside, ground),
    ...section(html('records.notices', undefined), worded(answer.notices ?? [], ground), ground),
  ];
}

/** The first answer that tells something: the same people are told once. */
function firstWith(
  field: keyof ShownQuestion['answer'],
  { questions }: ReportGround,
): ShownQuestion | undefined {
  return questions.find(({ answer }) => answer[field] !== undefined);
}

function worded(items: readonly { readonly message: Text }[], { language }: ReportGround): readonly string[] {
  return items.map(({ message }) => escaped(message[language]));
}

function section(heading: string, items: readonly string[], ground: ReportGround): readonly string[] {
  return items.length === 0 ? [] : [`<h3>${heading}</h3>`, htmlList(items, ground)];
}
