import type { OpenCase } from '../opening/open-case.ts';
import type { PaperSlate } from '../papers/paper.ts';
import { People } from '../papers/people.ts';
import { escaped } from '../papers/html.ts';
import { type PhraseCode, type PhraseParameters, phrase } from '../words/catalogue.ts';
import type { Language } from '../words/language.ts';
import { type AskedAndAnswered, questionNamed, type RecordData } from './record.ts';
import { z } from 'zod';
import { conflictSchema, relaxationSchema } from '../explain/answers.ts';
import {
  assuranceSchema,
  capacitySchema,
  inputsSchema,
  noticeSchema,
  setAsideSchema,
  solverSchema,
  textSchema,
} from '../check/answer-parts.ts';

/** A question of a report with what there is to tell of its answer. */
export interface ShownQuestion {
  readonly asked: AskedAndAnswered;
  readonly answer: ShownAnswer;
  /** The slates of the answer, the best first. */
  readonly slates: readonly PaperSlate[];
}

/** What every part of a report is made from, in one language. */
export interface ReportGround {
  readonly data: RecordData;
  readonly opened: OpenCase;
  readonly questions: readonly ShownQuestion[];
  readonly language: Language;
  readonly people: People;
  /** Somebody as the report calls them: by id and name, or by id alone. */
  readonly called: (id: string) => string;
  readonly plan: boolean;
  /** A sentence as HTML. */
  readonly html: <Code extends PhraseCode>(code: Code, parameters: PhraseParameters<Code>) => string;
}

/** What a report is made from. @throws ZodError where an answer does not have the shape of answers */
export function groundOf(data: RecordData, opened: OpenCase, language: Language): ReportGround {
  const people = new People(opened.asked, language);
  return {
    data,
    opened,
    questions: data.asked.map((asked) => shownQuestion(asked, opened)),
    language,
    people,
    called: data.blind === true ? (id) => id : (id) => people.called(id),
    plan: opened.asked.placement !== undefined,
    html: (code, parameters) => escaped(phrase(language, code, parameters)),
  };
}

function shownQuestion(asked: AskedAndAnswered, opened: OpenCase): ShownQuestion {
  const { answer: schema, slates } = questionNamed(asked.question);
  const answer = schema.parse(asked.answer);
  return {
    asked,
    answer: shownAnswerSchema.parse(answer),
    slates: slates?.(answer, opened) ?? [],
  };
}

/** Items that a list of a report shows at most: the rest stands in its data. */
const MOST_SHOWN = 200;

/** A list of sentences in HTML; nothing of none. */
export function htmlList(items: readonly string[], { html }: ReportGround): string {
  if (items.length === 0) return '';
  const more = items.length - MOST_SHOWN;
  const shown = items.slice(0, MOST_SHOWN).map((item) => `<li>${item}</li>`);
  return `<ul>${shown.join('\n')}${more > 0 ? `<li>${html('records.more', { more })}</li>` : ''}</ul>`;
}

/** What a report tells of an answer besides its slates, whatever the question: each answer has some of it. */
const shownAnswerSchema = z.looseObject({
  status: z.string().optional(),
  assurance: assuranceSchema.optional(),
  message: textSchema.optional(),
  gap: z.number().optional(),
  conflicts: z.array(conflictSchema).optional(),
  relaxations: z.array(relaxationSchema).optional(),
  capacity: z.array(capacitySchema).optional(),
  impossiblePins: z.array(z.object({ candidate: z.string(), message: textSchema })).optional(),
  setAside: z.array(setAsideSchema).optional(),
  notices: z.array(noticeSchema).optional(),
  solver: solverSchema.optional(),
  inputs: inputsSchema.optional(),
  proof: z.unknown().optional(),
});

/** What a report tells of an answer. */
type ShownAnswer = z.output<typeof shownAnswerSchema>;
