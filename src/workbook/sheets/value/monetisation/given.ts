import { driverSlots, unitValue } from '../../../../rules/value/money';
import { nodeShare } from '../../../../rules/value/tree';
import { calc, content, fixed, input, key } from '../../../columns';
import { say, type Context } from '../../../context';

const share = { kind: 'percent' as const, align: 'Center' as const };

export function given(context: Context) {
  const prompt = (
    id: 'attribution' | 'confidence' | 'recapture' | 'share' | 'realisation' | 'driver',
  ) => ({ prompt: say(context, `value.prompt.${id}`) });
  return [
    key(context),
    fixed(context, 'no', 'column.no', 5, { kind: 'integer', align: 'Center', look: 'muted' }),
    content(context, 'metric', 'value.column.metric', 32, { list: 'metric', look: 'strong' }),
    ...driverSlots.map((slot) => ({
      ...content(context, `driver${slot}`, 'value.column.driverN', 18, {
        list: 'driver',
        ...(slot === 1 ? prompt('driver') : {}),
      }),
      header: say(context, 'value.column.driverN', { n: slot }),
    })),
    content(context, 'divisor', 'value.column.divisor', 9, { kind: 'measure' }),
    calc(context, 'unitValue', 'value.column.unitValue', 15, unitValue('value'), {
      kind: 'measure',
    }),
    input(context, 'volume', 'value.column.volume', 18, {
      list: 'driver',
      since: 3,
      prompt: say(context, 'value.prompt.volume'),
    }),
    content(context, 'benefit', 'value.column.benefit', 14, { list: 'benefit' }),
    content(context, 'group', 'value.column.group', 18, { list: 'node' }),
    input(context, 'attribution', 'value.column.attribution', 10, {
      ...share,
      ...prompt('attribution'),
    }),
    input(context, 'confidence', 'value.column.confidence', 10, {
      ...share,
      ...prompt('confidence'),
    }),
    input(context, 'recapture', 'value.column.recapture', 10, { ...share, ...prompt('recapture') }),
    input(context, 'share', 'value.column.share', 10, { ...share, ...prompt('share') }),
    calc(context, 'groupShare', 'value.column.groupShare', 10, nodeShare(), share),
    input(context, 'low', 'value.column.realLow', 10, { ...share, ...prompt('realisation') }),
    input(context, 'likely', 'value.column.realLikely', 10, share),
    input(context, 'high', 'value.column.realHigh', 10, share),
  ];
}
