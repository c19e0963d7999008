import type { MessageKey } from '../messages';
import { join, type Expression } from '../rules';
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

/** A message whose placeholders are formulas. */
export function sentence(
  context: Context,
  key: MessageKey,
  parts: Readonly<Record<string, Expression>>,
): Expression {
  const pieces = say(context, key).split(/\{(\w+)\}/);
  const said = pieces.map((piece, i) => (i % 2 === 1 ? (parts[piece] ?? piece) : piece));
  return join(said[0] ?? '', ...said.slice(1).filter((piece) => piece !== ''));
}
