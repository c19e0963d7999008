import { explainMessage, type ExplainKey } from '../messages/explain';
import type { Lang, MessageParams } from '../messages';
import type { Chain, ChainInput } from './chain';
import type { Told } from './explainer';

/** A line of an explanation in words; `depth` counts from 0. */
export interface Line {
  depth: number;
  text: string;
  /** Something with a value, or what is said of the one above. */
  kind: 'value' | 'said';
}

/** An explanation as lines, each value above what it is made of. */
export function linesOf(lang: Lang, chain: Chain): Line[] {
  const lines: Line[] = [];
  const say = (key: ExplainKey, params?: MessageParams) => explainMessage(lang, key, params);
  const value = (depth: number, { title, shown }: Told, more: (string | undefined)[] = []) => {
    const told = more.filter((one) => one !== undefined && one !== '').join(' · ');
    const colon = say('explain.colon');
    const text = `${title}${colon}${shown}${told && say('explain.aside', { text: told })}`;
    lines.push({ depth, text, kind: 'value' });
  };
  const said = (depth: number, text: string) => lines.push({ depth, text, kind: 'said' });
  const place = ({ sheet, cell }: Chain) => (cell ? `${sheet}!${cell}` : sheet);

  const tell = (depth: number, one: Chain) => {
    const origin = one.origin === 'formula' ? undefined : say(`explain.origin.${one.origin}`);
    value(depth, one, [place(one), origin]);
    const below = depth + 1;
    if (one.says !== undefined) said(below, `= ${one.says}`);
    if (one.figures !== undefined) said(below, `= ${one.figures}`);
    if (one.because.length > 0) {
      const conditions = one.because.join(say('explain.semicolon'));
      said(below, say('explain.because', { conditions }));
    }
    for (const { name, text } of one.evidence) said(below, `${name}${say('explain.colon')}${text}`);
    for (const input of one.inputs.filter(({ deciding }) => !deciding)) tellInput(below, input);
    const deciding = one.inputs.filter((input) => input.deciding);
    if (deciding.length === 0) return;
    const list = deciding.map(({ title, shown }) => `${title}${say('explain.colon')}${shown}`);
    said(below, `${say('explain.deciding')}${say('explain.colon')}${list.join(' · ')}`);
  };
  const follow = (depth: number, told: Told & Pick<ChainInput, 'chain' | 'seen'>) => {
    if (told.chain) tell(depth, told.chain);
    else value(depth, told, [told.seen && say('explain.seen')]);
  };
  const tellInput = (depth: number, input: ChainInput) => {
    if (!input.rows) return follow(depth, input);
    value(depth, input);
    for (const row of input.rows) follow(depth + 1, row);
    if (input.more) said(depth + 1, say('explain.more.rows', { count: input.more }));
  };
  tell(0, chain);
  return lines;
}
