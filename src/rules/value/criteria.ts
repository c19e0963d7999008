import { and, atLeast, equal, isNumber, join, not, or, rowOf, when, type Txt } from '../expression';

const { num, txt } = rowOf<'Criteria'>();

/**
 * A qualitative criterion is judged by business and by IT, each 1–5, against a pass mark. It passes
 * only if both do, and is pending while a score or the mark is missing. Codes: P, F, open "O".
 */
export const verdict = { passed: 'P', failed: 'F', pending: 'O' } as const;

export const criterionVerdict = (): Txt =>
  when(
    equal(txt('term'), ''),
    '',
    when(
      or(...(['business', 'it', 'pass'] as const).map((column) => not(isNumber(num(column))))),
      verdict.pending,
      when(
        and(atLeast(num('business'), num('pass')), atLeast(num('it'), num('pass'))),
        verdict.passed,
        verdict.failed,
      ),
    ),
  ) as Txt;

/** Term, period ("" = every one) and verdict in one text, so that verdicts are counted by an exact match. */
export const verdictKey = (): Txt => join(txt('term'), '|', txt('period'), '|', txt('code'));
