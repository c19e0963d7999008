import { chainProblem, finalKey, finalPeriod, superseded } from '../../../rules/value/statement';
import type { MessageKey } from '../../../messages';
import { calc, input, key } from '../../columns';
import { say, type Context } from '../../context';
import { statementColumns, termColumns } from '../../figures';
import type { SheetSpec, ValueKind } from '../../spec';
import { heading } from '../../texts';
import { hint } from './hints';
import { valueHead, valueSheet } from './sheet';
import { describeTable } from '../../table';

const amounts = [...statementColumns, 'amount'] as const;

/** Sign-offs, each chained to the one before, and what each froze of every term. */
export function ledgerSheet(context: Context): SheetSpec {
  const column = <const Id extends string>(id: Id, width: number, kind: ValueKind = 'text') =>
    input(context, id, `bet.ledger.${id}` as MessageKey, width, {
      kind,
      ...((kind === 'date' || kind === 'integer') && { align: 'Center' as const }),
    });
  return valueSheet(
    context,
    'ledger',
    [
      valueHead(context, 'ledger', ['statement', 'checks'], hint(context, 'ledger')),
      describeTable('Ledger', {
        columns: [
          key(context),
          column('no', 12, 'integer'),
          column('period', 12, 'integer'),
          column('asOf', 14, 'date'),
          column('signedOn', 14, 'date'),
          column('vendor', 16),
          column('business', 16),
          column('it', 16),
          ...amounts.map((id) => column(id, 15, 'amount')),
          column('acknowledged', 28),
          column('supersedes', 12, 'integer'),
          column('because', 28),
          column('inputs', 20),
          column('previous', 20),
          column('digest', 20),
          input(context, 'comment', 'column.comment', 24),
          calc(
            context,
            'problem',
            'bet.column.problem',
            24,
            chainProblem(say(context, 'bet.ledger.broken')),
            { look: 'muted' },
          ),
          calc(context, 'superseded', 'bet.ledger.superseded', 8, superseded(), {
            kind: 'integer',
            hidden: true,
          }),
          calc(context, 'finalPeriod', 'bet.ledger.finalPeriod', 8, finalPeriod(), {
            kind: 'integer',
            hidden: true,
          }),
        ],
        rows: [],
        spare: 6,
        filter: false,
      }),
      heading(context, 'bet.signedTerms', 'bet.signedTerms.lead'),
      describeTable('SignedTerms', {
        columns: [
          key(context),
          column('signature', 12, 'integer'),
          column('period', 12, 'integer'),
          input(context, 'term', 'bet.column.code', 14, { align: 'Center' }),
          ...termColumns.map((id) =>
            column(
              id,
              14,
              id === 'attainment' || id === 'payout'
                ? 'ratio'
                : ['baseline', 'target', 'actual'].includes(id)
                  ? 'measure'
                  : 'amount',
            ),
          ),
          calc(context, 'finalKey', 'bet.column.key', 8, finalKey(), { hidden: true }),
        ],
        rows: [],
        spare: 4,
        filter: false,
      }),
    ],
    { page: { orientation: 'Landscape', until: 'digest' } },
  );
}
