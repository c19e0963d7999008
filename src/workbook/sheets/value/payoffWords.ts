import type { PayoffWords } from '../../../rules/value/payoff';
import type { Context } from '../../context';
import { listLabel } from '../../lists';

/** Choices of the contract that decide what it pays, as the sheets have them. */
export const payoffWords = (context: Context): PayoffWords => ({
  qualitative: listLabel(context, 'termKind', 'qualitative'),
  share: listLabel(context, 'qualitativeRule', 'share'),
  cliff: listLabel(context, 'hurdleKind', 'cliff'),
  whole: listLabel(context, 'bandMode', 'whole'),
  afterFee: listLabel(context, 'gainBase', 'after-fee'),
  withoutGain: listLabel(context, 'limitScope', 'without-gain'),
  byPeriod: listLabel(context, 'limitSpan', 'period'),
  line: listLabel(context, 'roundingMode', 'line'),
  yes: listLabel(context, 'yesNo', 'yes'),
});
