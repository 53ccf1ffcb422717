import { escaped, htmlTable } from '../papers/html.ts';
import { verifyAnswer } from '../slate/proofs/verify.ts';
import { formatNumber } from '../words/number.ts';
import type { FrozenText } from './frozen-case.ts';
import { sealOf, contentBytes } from './record.ts';
import type { ReportGround } from './report-ground.ts';

/** From what a report was made, whether its proof holds, and how it is repeated. */
export function originSections(ground: ReportGround): readonly string[] {
  const { html, data } = ground;
  return [
    `<h2>${html('records.origin', undefined)}</h2>`,
    inputsTable(ground),
    ...asRead(ground),
    `<h3>${html('records.versions', undefined)}</h3>`,
    versions(ground),
    `<h3>${html('records.proof', undefined)}</h3>`,
    ...proofs(ground),
    `<h2>${html('records.repeat', undefined)}</h2>`,
    `<p>${html(data.blind === true ? 'records.how-to-repeat-blind' : 'records.how-to-repeat', undefined)}</p>`,
    `<pre>slate replay REPORT.html${data.blind === true ? ' --pool FILE' : ''}</pre>`,
    `<p class="hash">${html('records.seal', { seal: sealOf(data) })}</p>`,
  ];
}

/** Every text of the case, by its kind. */
function inputsTable({ html, language, data }: ReportGround): string {
  const { pool, rules, units, scenario, slate } = data.case;
  const behind = Object.values(rules.behind ?? {});
  const texts: readonly (readonly [string, FrozenText | undefined])[] = [
    ['pool', pool],
    ['rules', rules],
    ...behind.map((text) => ['behind', text] as const),
    ['units', units],
    ['scenario', scenario !== undefined && 'content' in scenario ? scenario : undefined],
    ['slate', slate !== undefined && 'content' in slate ? slate : undefined],
  ];
  const head = ['input', 'file', 'size'] as const;
  return htmlTable(
    [...head.map((word) => html(`records.${word}`, undefined)), 'SHA-256'],
    texts.flatMap(([kind, text]) => {
      if (text === undefined) return [];
      const content = data.contents[text.content];
      const size = content === undefined ? '' : formatNumber(contentBytes(content).length, language);
      return [[html('records.input-kind', { kind }), escaped(text.called ?? ''), size, hash(text.content)]];
    }),
    new Set([2]),
  );
}

/** The hashes that answers carry: of candidates and rules as they were read, not of their files. */
function asRead({ html, questions }: ReportGround): readonly string[] {
  const inputs = questions.find(({ answer }) => answer.inputs !== undefined)?.answer.inputs;
  if (inputs === undefined) return [];
  const rows = [
    [html('records.input-kind', { kind: 'pool' }), hash(inputs.pool.sha256)],
    [
      `${html('records.input-kind', { kind: 'rules' })} ${escaped(inputs.rules.id)}`,
      hash(inputs.rules.sha256),
    ],
    ...(inputs.units === undefined
      ? []
      : [[html('records.input-kind', { kind: 'units' }), hash(inputs.units.sha256)]]),
    ...(inputs.scenario === undefined
      ? []
      : [
          [
            `${html('records.input-kind', { kind: 'scenario' })} ${escaped(inputs.scenario.name)}`,
            hash(inputs.scenario.sha256),
          ],
        ]),
  ];
  return [
    `<h3>${html('records.as-read', undefined)}</h3>`,
    htmlTable([html('records.input', undefined), 'SHA-256'], rows),
  ];
}

function hash(sha256: string): string {
  return `<span class="hash">${escaped(sha256)}</span>`;
}

function versions({ html, data, questions }: ReportGround): string {
  const solvers = new Set(
    questions.flatMap(({ answer: { solver } }) =>
      solver === undefined || solver.name === '' ? [] : [`${solver.name} ${solver.version}`.trim()],
    ),
  );
  const rows = [
    ['Slate', escaped(data.slate)],
    ['Node', escaped(data.node)],
    ...[...solvers].map((solver) => [html('records.solver', undefined), escaped(solver)]),
    [html('records.format', undefined), escaped(data.format)],
  ];
  return htmlTable(['', ''], rows);
}

/** Whether the proofs of the answers hold, checked without believing anything that they say. */
function proofs({ html, language, plan, questions, opened }: ReportGround): readonly string[] {
  const lines = questions.flatMap(({ asked, answer }) => {
    if (answer.proof === undefined) return [];
    const found = verifyAnswer(opened.asked, asked.answer);
    const said = found.proven
      ? html('records.proof-holds', { leaves: found.leaves })
      : html('records.proof-fails', { why: found.why.message[language] });
    return [`<p>${html('records.question', { question: asked.question, plan })}. ${said}</p>`];
  });
  return lines.length > 0 ? lines : [`<p>${html('records.no-proof', undefined)}</p>`];
}
