import type { AggregateWords } from '../../../rules/value/reading';
import type { Context } from '../../context';
import { listLabel } from '../../lists';

export const aggregateWords = (context: Context): AggregateWords => ({
  sum: listLabel(context, 'aggregate', 'sum'),
  average: listLabel(context, 'aggregate', 'average'),
  ratio: listLabel(context, 'aggregate', 'ratio'),
});
