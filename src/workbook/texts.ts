import type { MessageKey } from '../messages';
import { say, type Context } from './context';
import type { TextBlock, TextCell } from './spec';

export const guideLink = (context: Context): TextCell => ({
  text: say(context, 'step.guide'),
  look: 'link',
  link: 'guide',
});

/** A sheet's title, what it is for, and further rows such as the way to other sheets. */
export const sheetHead = (
  context: Context,
  sheet: string,
  title: MessageKey,
  lead: MessageKey,
  ...rows: TextCell[][]
): TextBlock => ({
  kind: 'text',
  id: `${sheet}.head`,
  rows: [
    [{ text: say(context, title), look: 'title' }],
    [{ text: say(context, lead), look: 'subtitle' }],
    ...rows,
  ],
});

/** A heading over the block that follows, with a line that says how to fill it. */
export const heading = (context: Context, title: MessageKey, lead?: MessageKey): TextBlock => ({
  kind: 'text',
  id: title,
  rows: [
    [{ text: say(context, title), look: 'heading' }],
    ...(lead ? [[{ text: say(context, lead), look: 'subtitle' as const }]] : []),
  ],
});
