import {
  countIfs,
  equal,
  greater,
  isNumber,
  literal,
  nums,
  rowOf,
  sumIfs,
  txts,
  when,
  type Num,
  type Txt,
} from '../../rules';
import {
  axes,
  classOf,
  contributionNo,
  shareNo,
  potentialNo,
  roomOf,
  shareOf,
} from '../../rules/plan/rating';
import { calc, content, input, key } from '../columns';
import { say, type Context } from '../context';
import type { SheetSpec, TableBlock } from '../spec';
import { describeTable } from '../table';
import { guideLink, heading, sheetHead } from '../texts';

const { num } = rowOf<'Accounts'>();
const own = rowOf<'AccountClasses'>();
const money = { kind: 'money' as const };
const centred = { align: 'Center' as const };
/** Where the share counts as medium and high until someone says otherwise: house figures. */
const usualShare = { medium: 0.2, high: 0.5 };
const levels = ['low', 'medium', 'high'] as const;
const classes = ['A', 'B', 'C'] as const;

/** Which clients are key accounts: potential × contribution, worked out for each. */
export const ratingSheet = (context: Context): SheetSpec => ({
  id: 'rating',
  name: say(context, 'sheet.rating'),
  tab: 'plan',
  visibility: 'Visible',
  flow: 'down',
  page: { orientation: 'Landscape' },
  blocks: [
    sheetHead(
      context,
      'rating',
      'sheet.rating',
      'rating.lead',
      [{ text: say(context, 'rating.house'), look: 'muted' }],
      [
        { look: 'text' },
        guideLink(context),
        { text: say(context, 'sheet.customer'), look: 'link', link: 'customer' },
      ],
    ),
    classTable(context),
    heading(context, 'rating.limits', 'rating.limits.lead'),
    limitTable(context),
    heading(context, 'rating.accounts', 'rating.accounts.lead'),
    accountTable(context),
  ],
});

/** The word for 1, 2, 3; "" for nothing. */
const worded = (number: Num, words: readonly string[]): Txt =>
  words.reduceRight<Txt>((rest, word, i) => when(equal(number, i + 1), word, rest), literal(''));

function accountTable(context: Context): TableBlock {
  const levelWords = levels.map((level) => say(context, `rating.level.${level}`));
  const hidden = { kind: 'integer' as const, hidden: true };
  return describeTable('Accounts', {
    columns: [
      key(context),
      input(context, 'account', 'rating.column.account', 30),
      input(context, 'contribution', 'rating.column.contribution', 16, {
        kind: 'money',
        prompt: say(context, 'rating.prompt.contribution'),
      }),
      input(context, 'potential', 'rating.column.potential', 16, {
        kind: 'money',
        prompt: say(context, 'rating.prompt.potential'),
      }),
      input(context, 'basis', 'rating.column.basis', 34),
      calc(context, 'share', 'rating.column.share', 10, shareOf(), {
        kind: 'percent',
        align: 'Center',
        bar: true,
      }),
      calc(context, 'room', 'rating.column.room', 16, roomOf(), { kind: 'money' }),
      calc(
        context,
        'potentialLevel',
        'rating.column.potentialLevel',
        11,
        worded(num('potentialNo'), levelWords),
        centred,
      ),
      calc(
        context,
        'contributionLevel',
        'rating.column.contributionLevel',
        11,
        worded(num('contributionNo'), levelWords),
        centred,
      ),
      calc(context, 'class', 'rating.column.class', 8, worded(num('classNo'), classes), centred),
      input(context, 'owner', 'column.owner', 14),
      input(context, 'strategy', 'rating.column.strategy', 34),
      input(context, 'comment', 'column.comment', 26),
      calc(context, 'potentialNo', 'rating.column.potentialNo', 8, potentialNo(), hidden),
      calc(context, 'shareNo', 'rating.column.shareNo', 8, shareNo(), hidden),
      calc(context, 'contributionNo', 'rating.column.contributionNo', 8, contributionNo(), hidden),
      calc(context, 'classNo', 'rating.column.classNo', 8, classOf(), hidden),
    ],
    rows: [],
    spare: 30,
    filter: true,
    highlights: [
      {
        id: 'beyond',
        columns: ['contribution', 'potential'],
        when: when(isNumber(num('share')), greater(num('share'), 1), literal(false)),
        look: 'problem',
      },
    ],
  });
}

const limitTable = (context: Context): TableBlock =>
  describeTable('AccountLimits', {
    columns: [
      key(context),
      content(context, 'axis', 'rating.column.axis', 30, { look: 'strong' }),
      input(context, 'medium', 'rating.column.medium', 16, { kind: 'quantity' }),
      input(context, 'high', 'rating.column.high', 16, { kind: 'quantity' }),
      input(context, 'comment', 'column.comment', 34),
    ],
    rows: (['potential', 'contribution', 'share'] as const).map((axis) => ({
      id: axes[axis],
      cells: { axis: say(context, `rating.axis.${axis}`), ...(axis === 'share' && usualShare) },
      ...(axis === 'share' && {
        kinds: { medium: 'percent' as const, high: 'percent' as const },
      }),
    })),
    spare: 0,
    filter: false,
  });

function classTable(context: Context): TableBlock {
  const here = [txts('Accounts', 'class'), own.txt('class')] as Parameters<typeof countIfs>[number];
  const sumOf = (column: 'contribution' | 'potential' | 'room') =>
    sumIfs(nums('Accounts', column), here);
  return describeTable('AccountClasses', {
    columns: [
      key(context),
      content(context, 'class', 'rating.column.class', 30, { look: 'strong' }),
      calc(context, 'contribution', 'rating.column.contribution', 16, sumOf('contribution'), money),
      calc(context, 'potential', 'rating.column.potential', 16, sumOf('potential'), money),
      content(context, 'meaning', 'rating.column.meaning', 34),
      calc(context, 'accounts', 'rating.column.accounts', 10, countIfs(here), {
        kind: 'integer',
        align: 'Center',
      }),
      calc(context, 'room', 'rating.column.room', 16, sumOf('room'), money),
    ],
    rows: classes.map((letter) => ({
      id: `class.${letter.toLowerCase()}`,
      cells: { class: letter, meaning: say(context, `rating.class.${letter}`) },
    })),
    spare: 0,
    filter: false,
  });
}
