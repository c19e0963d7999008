import { message, type MessageKey } from '../messages';
import type { Expression } from '../rules';
import { say, type Context } from './context';
import type { ColumnSpec, ValueKind } from './spec';

type Options = Partial<Omit<ColumnSpec, 'id' | 'role' | 'kind' | 'width'>> & { kind?: ValueKind };

const column =
  (role: ColumnSpec['role']) =>
  <const Id extends string>(
    context: Context,
    id: Id,
    header: MessageKey,
    width: number,
    options: Options = {},
  ): ColumnSpec<Id> => ({
    id,
    header: say(context, header),
    role,
    kind: 'text',
    width,
    ...(options.kind === 'date' && { align: 'Center' }),
    ...options,
  });

/** From the catalog or the method; kept when someone changes it. */
export const content = column('content');
/** Set by the layout alone: numbers and marks that nobody answers. */
export const fixed = column('fixed');
/** For the user to fill. */
export const input = column('input');

/** One formula for the whole column. */
export const calc = <const Id extends string>(
  context: Context,
  id: Id,
  header: MessageKey,
  width: number,
  formula: Expression,
  options: Options = {},
): ColumnSpec<Id> => ({ ...column('calc')(context, id, header, width, options), formula });

/** The hidden id column that every table with lasting rows starts with. */
export const key = (context: Context): ColumnSpec<'id'> => ({
  id: 'id',
  header: message(context.lang, 'column.id'),
  role: 'key',
  kind: 'text',
  width: 8,
  hidden: true,
});
