import { bridgeOf, type Bridge, type BridgeEnd, type Moment } from '../../explain';
import { explainMessage } from '../../messages/explain';
import { message, type Lang } from '../../messages';
import { readerOf, study } from '../../office';
import { isoDay } from '../days';
import { money } from '../figures';
import { done, type Shell } from '../io';
import { textTable } from '../table';
import { readFrom } from '../workbookFile';
import type { ExplainOptions } from './valueProgram';

/** What lies between the amount due then, or signed, and the one due now. */
export async function run(shell: Shell, file: string, options: ExplainOptions): Promise<number> {
  const { io, lang } = shell;
  const { since = '', until = options.asOf } = options;
  const momentOf = (text: string): Moment =>
    /^\d{1,6}$/.test(text) ? { signature: Number(text) } : { day: isoDay(lang, text) };
  const from = momentOf(since);
  const to = until === undefined ? undefined : momentOf(until);
  const bridge = await readFrom(shell, file, options.catalog, async (context, catalogs) => {
    const studied = await study(context, { catalogs });
    return bridgeOf(studied.spec, from, to, { first: readerOf(studied).first });
  });
  if (options.json) io.out(`${JSON.stringify(bridge, null, 2)}\n`);
  else if (options.md) io.out(markdown(lang, bridge));
  else io.out(`${textTable(linesOf(lang, bridge))}\n`);
  return done;
}

/** What, and how much, from the first amount to the last. */
function linesOf(lang: Lang, { from, to, items }: Bridge): [string, string][] {
  const end = ({ day, signature }: BridgeEnd) =>
    signature === undefined
      ? explainMessage(lang, 'explain.bridge.due', { day })
      : explainMessage(lang, 'explain.bridge.signed', { day, no: signature });
  return [
    [end(from), money(from.amount)],
    ...items.map(({ cause, title, amount }): [string, string] => {
      const text = explainMessage(lang, `explain.bridge.${cause}`);
      const said =
        title === undefined ? text : `${text}${explainMessage(lang, 'explain.colon')}${title}`;
      return [said, `${amount > 0 ? '+' : ''}${money(amount)}`];
    }),
    [end(to), money(to.amount)],
  ];
}

const markdown = (lang: Lang, bridge: Bridge): string => {
  const head = [message(lang, 'cli.explain.what.column'), message(lang, 'cli.explain.amount')];
  const rows = [head, ['---', '---:'], ...linesOf(lang, bridge)];
  return rows.map((cells) => `| ${cells.join(' | ')} |\n`).join('');
};
