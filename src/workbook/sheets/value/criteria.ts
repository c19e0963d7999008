import { equal, rowOf, when, type Txt } from '../../../rules';
import { criterionVerdict, verdict, verdictKey } from '../../../rules/value/criteria';
import { calc, input, key } from '../../columns';
import { say, type Context } from '../../context';
import type { SheetSpec } from '../../spec';
import { hint } from './hints';
import { valueHead, valueSheet } from './sheet';
import { describeTable } from '../../table';

const { txt } = rowOf<'Criteria'>();

/** Qualitative criteria, scored by business and by IT separately. */
export function criteriaSheet(context: Context): SheetSpec {
  const score = {
    kind: 'integer' as const,
    align: 'Center' as const,
    prompt: say(context, 'bet.prompt.score'),
  };
  const word = (code: string, words: string, otherwise: Txt | string) =>
    when(equal(txt('code'), code), words, otherwise as Txt);
  return valueSheet(
    context,
    'criteria',
    [
      valueHead(context, 'criteria', ['terms', 'settlement'], hint(context, 'criteria')),
      describeTable('Criteria', {
        columns: [
          key(context),
          input(context, 'term', 'bet.column.code', 10, {
            align: 'Center',
            prompt: say(context, 'bet.prompt.criterionTerm'),
          }),
          input(context, 'period', 'bet.column.periodNo', 10, {
            kind: 'integer',
            align: 'Center',
            prompt: say(context, 'bet.prompt.criterionPeriod'),
          }),
          input(context, 'criterion', 'bet.column.criterion', 60, { look: 'strong' }),
          input(context, 'business', 'bet.column.business', 11, score),
          input(context, 'it', 'bet.column.it', 11, score),
          input(context, 'pass', 'bet.column.pass', 11, { kind: 'integer', align: 'Center' }),
          input(context, 'evidence', 'bet.column.evidence', 34),
          input(context, 'comment', 'column.comment', 26),
          calc(
            context,
            'result',
            'bet.column.verdict',
            12,
            word(
              verdict.passed,
              say(context, 'bet.verdict.passed'),
              word(
                verdict.failed,
                say(context, 'bet.verdict.failed'),
                word(verdict.pending, say(context, 'bet.verdict.pending'), '') as Txt,
              ) as Txt,
            ),
            { align: 'Center' },
          ),
          calc(context, 'code', 'bet.column.verdictCode', 8, criterionVerdict(), { hidden: true }),
          calc(context, 'verdictKey', 'bet.column.key', 8, verdictKey(), { hidden: true }),
        ],
        rows: [],
        spare: 10,
        filter: false,
        highlights: [
          {
            id: 'passed',
            columns: ['result'],
            when: equal(txt('code'), verdict.passed),
            look: 'done',
          },
          {
            id: 'failed',
            columns: ['result'],
            when: equal(txt('code'), verdict.failed),
            look: 'problem',
          },
        ],
      }),
    ],
    { freeze: { table: 'criteria', column: 'criterion' } },
  );
}
