import { z } from 'zod';
import { APPORTIONMENTS } from '../bounds/apportionment.ts';
import { condition, fields, scalar, shaped } from '../conditions/condition-schema.ts';
import { placeNumber, seatNumber, whole } from './number-shapes.ts';
import { SHARE_TEXT } from '../facts/ratio.ts';

/** The shapes of what a rule may say, each under its key. */

const share = z
  .union([z.number().min(0).max(1), z.string().regex(SHARE_TEXT, { error: 'share' })], shaped('share'))
  .meta({ description: 'A number from 0 to 1, or text: 1/3, 20 %.' });

const groupedBy = z.union([z.string(), z.array(z.string()).min(1)], shaped('for-each'));

/** What a rule with groups is written with, whatever it asks of each. */
const grouped = {
  forEach: z
    .union(
      [
        z.string(),
        z.array(z.string()).min(1),
        fields({
          fact: groupedBy,
          where: condition.optional().meta({
            description: 'Only groups to which somebody in the pool belongs who matches.',
          }),
          values: z
            .array(scalar)
            .min(1)
            .optional()
            .meta({ description: 'These groups, whether anybody in the pool belongs to them or not.' }),
        }),
      ],
      shaped('for-each'),
    )
    .optional()
    .meta({
      description:
        'Holds for every value of this fact by itself; of several, for every combination of values; with { fact, where } or { fact, values } for chosen ones.',
    }),
  missing: z.enum(['aside', 'none']).optional().meta({
    description:
      'What an empty cell of the forEach fact means: an unknown value, so its candidate is set aside, or no group.',
    default: 'aside',
  }),
};

const counted = {
  where: condition.optional(),
  forEach: grouped.forEach,
  exactly: whole.optional(),
  min: whole.optional(),
  max: whole.optional(),
  missing: grouped.missing,
};

/** Whole members; of what is none the message says that a part is written as one. */
const members = z
  .number()
  .min(0)
  .refine((number) => Number.isInteger(number), { error: 'members-or-share' })
  .meta({ type: 'integer' });

const sizeBound = z
  .union([members, z.string().regex(SHARE_TEXT, { error: 'share' })], shaped('members-or-share'))
  .optional();

const sizeStep = fields({
  size: z
    .union([whole.min(1), fields({ min: whole.min(1), max: whole.min(1).optional() })], shaped('sizes'))
    .meta({ description: 'A size of the slate, or a range of them; without max every larger one.' }),
  exactly: sizeBound,
  min: sizeBound,
  max: sizeBound,
}).meta({
  id: 'size-step',
  description: 'Bounds at some sizes: members, or a part of the slate such as 60 %.',
});

/** How many match. */
export const count = fields({
  ...counted,
  bySize: z.array(sizeStep).min(1).optional().meta({
    description: 'Bounds by the size of the slate, instead of exactly, min and max.',
  }),
}).meta({ description: 'How many members match.' });

/** By how many two kinds of members differ. */
const difference = fields({
  between: condition,
  and: condition.meta({ description: 'Who matches both counts on neither side.' }),
  forEach: grouped.forEach,
  max: whole.meta({ description: 'By how many they may differ, either way.' }),
  missing: grouped.missing,
}).meta({ description: 'By how many those who match `between` and those who match `and` differ.' });

/** What part matches. */
const shareRule = fields({
  where: condition,
  of: condition.optional(),
  ...grouped,
  exactly: share.optional(),
  min: share.optional(),
  max: share.optional(),
  round: z.enum(['nearest', 'up', 'down', 'either']).optional().meta({
    description:
      'How many a bound comes to is rounded: to the nearest whole number (a half up), up, down, or either way. Without it no member may be short.',
  }),
  deviation: z.enum(['whole', 'exact']).optional().meta({
    description: 'Whether it is off by whole members or by parts of one, and priced so.',
    default: 'whole',
  }),
}).meta({ description: 'What part of the slate, or of those who match `of`, matches.' });

const amount = z.number();

const amountFields = {
  fact: z.string().meta({ description: 'The fact of the type number that is added up.' }),
  where: condition.optional(),
  forEach: grouped.forEach,
  exactly: amount.optional(),
  min: amount.optional(),
  max: amount.optional(),
  missing: z.enum(['aside', 'none']).optional().meta({
    description:
      'What an empty cell of fact or of the forEach fact means: an unknown value, so its candidate is set aside, or that there is none, and so nothing to count.',
    default: 'aside',
  }),
};

/** What a fact comes to over those who match. */
const sum = fields(amountFields).meta({ description: 'What a number comes to over all who match.' });
/** The same on average. */
const average = fields(amountFields).meta({
  description:
    'What a number comes to on average of those who match; where nobody does, every bound is kept.',
});

/** What everybody must satisfy. */
const requirement = fields({ where: condition.optional(), satisfy: condition }).meta({
  description: 'Each member who matches `where` must satisfy this.',
});

/** How many groups are represented. */
const groups = fields({
  of: groupedBy.meta({ description: 'The fact whose values are counted; of several, the combinations.' }),
  where: condition.optional().meta({ description: 'Of a group somebody must match; absent: anybody.' }),
  exactly: whole.optional(),
  min: whole.optional(),
  max: whole.optional(),
  missing: grouped.missing,
}).meta({ description: 'How many groups are represented.' });

/** A rule inside another one: what it asks, and nothing else. */
const part = fields({
  count: fields(counted).meta({ description: 'How many members match.' }).optional(),
  difference: difference.optional(),
  share: shareRule.optional(),
  sum: sum.optional(),
  average: average.optional(),
  require: requirement.optional(),
}).meta({
  id: 'PartOfRule',
  description: 'What a rule asks: exactly one of these.',
  minProperties: 1,
  maxProperties: 1,
});

/** At least so many of some rules. */
const choice = fields({
  min: whole.min(1).meta({ description: 'How many of them must be kept.' }),
  of: z.array(part).min(2),
}).meta({ description: 'At least so many of these rules are kept.' });

/** A rule that is asked for where somebody of a kind is a member. */
const ifAny = fields({
  where: condition.meta({ description: 'If any member matches this, then the other must be kept.' }),
  need: part,
}).meta({ description: 'If anybody of a kind is a member, another rule must be kept.' });

/** How many of each group, in proportion to a number that each has. */
export const proportion = fields({
  forEach: z.string().meta({ description: 'The fact whose values are the groups.' }),
  to: z.record(z.string(), whole).optional().meta({
    description: 'The number of each group, its members, say; these are the groups of the rule.',
  }),
  table: fields({
    file: z.string().meta({ description: 'A CSV or workbook beside the rule file.' }),
    group: z.string().meta({ description: 'The heading of its column with the groups.' }),
    number: z.string().meta({ description: 'The heading of its column with the number of each.' }),
  })
    .optional()
    .meta({ description: 'Instead of `to`: where the numbers stand.' }),
  seats: seatNumber.meta({ description: 'How many seats are shared out.' }),
  each: whole
    .optional()
    .meta({ description: 'So many go to each group first; only the rest is in proportion.', default: 0 }),
  round: z.enum(APPORTIONMENTS).optional().meta({
    description:
      'How shares become seats: by largest remainder or by averages (dhondt, sainte-lague) all are given; nearest, up, down and either round each share by itself.',
    default: 'largest-remainder',
  }),
  bound: z.enum(['exactly', 'min', 'max']).optional().meta({
    description: 'Whether a group has exactly so many, or at least, or at most.',
    default: 'exactly',
  }),
  where: condition.optional().meta({ description: 'Who is counted; absent: everybody.' }),
  missing: grouped.missing,
}).meta({ description: 'How many members each group has, in proportion to a number that is known of it.' });

/** On an ordered list: neighbours who must differ. */
const alternate = z
  .union([z.string(), fields({ fact: z.string(), missing: grouped.missing })], shaped('alternate'))
  .meta({ description: 'No two neighbours on the list have the same value of this fact.' });

/** On an ordered list: what somebody has in common with their substitute, or has not. */
const pair = z.union([fields({ same: z.string() }), fields({ different: z.string() })], shaped('pair')).meta({
  description:
    'Who stands at a place and their substitute have the same value of this fact, or different ones.',
});

/** The places of an ordered list that a rule is about. */
export const within = fields({
  first: placeNumber.optional().meta({ description: 'The first so many places.' }),
  from: placeNumber.optional().meta({ description: 'From this place on.' }),
  to: placeNumber.optional().meta({ description: 'Up to this place.' }),
  blocks: placeNumber
    .min(2)
    .optional()
    .meta({ description: 'Each block of so many places, one after the other: 1 to 5, 6 to 10.' }),
  windows: placeNumber
    .min(2)
    .optional()
    .meta({ description: 'Every so many places in a row: 1 to 5, 2 to 6, 3 to 7.' }),
}).meta({ description: 'The places of the list that the rule is about.' });

/** A list whose order counts. */
export const list = z
  .union(
    [
      placeNumber,
      fields({
        places: z
          .union([placeNumber, fields({ min: placeNumber, max: placeNumber })], shaped('places'))
          .optional()
          .meta({ description: 'How many names stand on it.' }),
        seats: placeNumber.optional().meta({ description: 'How many of the first places are seats.' }),
        surplus: z
          .union([share, fields({ min: share, max: share })], shaped('surplus'))
          .optional()
          .meta({ description: 'How many names more than seats, as a share of the seats.' }),
        reserve: placeNumber.optional().meta({ description: 'How many names stand behind the seats.' }),
        substitutes: z
          .boolean()
          .optional()
          .meta({ description: 'Whether a substitute stands at each place besides.', default: false }),
      }),
    ],
    shaped('list'),
  )
  .meta({ description: 'The slate is an ordered list of so many places.' });

/** What a rule says of its kind: exactly one of these. */
export const kinds = {
  count: count.optional(),
  difference: difference.optional(),
  share: shareRule.optional(),
  sum: sum.optional(),
  average: average.optional(),
  require: requirement.optional(),
  groups: groups.optional(),
  choice: choice.optional(),
  ifAny: ifAny.optional(),
  proportion: proportion.optional(),
  alternate: alternate.optional(),
  pair: pair.optional(),
};

/** The kinds of rules, each by its key. */
export const RULE_KINDS = Object.keys(kinds) as readonly (keyof typeof kinds)[];

/** The kinds that add a fact up. */
export const AMOUNTS = ['sum', 'average'] as const;
/** Those that may stand inside a choice, or after ifAny. */
export const PART_KINDS = ['count', 'difference', 'share', 'sum', 'average', 'require'] as const;

/** The places that a rule is about, as written. */
export type WrittenWithin = z.infer<typeof within>;
/** A line of a table of bounds by size, as written. */
export type WrittenSizeStep = z.infer<typeof sizeStep>;
/** Seats in proportion, as written. */
export type WrittenProportion = z.infer<typeof proportion>;
/** A rule inside another one, as written. */
export type WrittenPart = z.infer<typeof part>;
/** A sum or an average as written. */
export type WrittenAmount = z.infer<typeof sum>;
