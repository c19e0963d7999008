import { when, type Bool, type Expression } from '../../../rules';
import { say, type Context } from '../../context';
import { sentence } from '../../texts';

/** "To go-live", "Year 1", …; "" where nothing is known of it. */
export const yearName = (
  context: Context,
  year: Expression,
  isFirst: Bool,
  isKnown: Bool,
): Expression =>
  when(
    isFirst,
    say(context, 'bet.dashboard.start'),
    when(isKnown, sentence(context, 'bet.dashboard.yearNo', { year }), ''),
  );
