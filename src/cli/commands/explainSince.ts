import { bridgeOf, type Bridge, type Since } from '../../explain';
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
  const { since = '', asOf } = options;
  const from: Since = /^\d{1,6}$/.test(since)
    ? { signature: Number(since) }
    : { day: isoDay(lang, since) };
  const bridge = await readFrom(shell, file, options.catalog, async (context, catalogs) => {
    const studied = await study(context, { catalogs });
    return bridgeOf(studied.spec, from, asOf, readerOf(studied).first);
  });
  if (options.json) io.out(`${JSON.stringify(bridge, null, 2)}\n`);
  else if (options.md) io.out(markdown(lang, bridge));
  else io.out(`${textTable(linesOf(lang, bridge))}\n`);
  return done;
}

/** What, and how much, from the first amount to the last. */
function linesOf(lang: Lang, { from, to, items }: Bridge): [string, string][] {
  const { day, signature } = from;
  const start =
    signature === undefined
      ? explainMessage(lang, 'explain.bridge.from', { day })
      : explainMessage(lang, 'explain.bridge.signed', { day, no: signature });
  return [
    [start, money(from.amount)],
    ...items.map(({ cause, title, amount }): [string, string] => {
      const text = explainMessage(lang, `explain.bridge.${cause}`);
      const said =
        title === undefined ? text : `${text}${explainMessage(lang, 'explain.colon')}${title}`;
      return [said, `${amount > 0 ? '+' : ''}${money(amount)}`];
    }),
    [explainMessage(lang, 'explain.bridge.to', { day: to.day }), money(to.amount)],
  ];
}

const markdown = (lang: Lang, bridge: Bridge): string => {
  const head = [message(lang, 'cli.explain.what.column'), message(lang, 'cli.explain.amount')];
  const rows = [head, ['---', '---:'], ...linesOf(lang, bridge)];
  return rows.map((cells) => `| ${cells.join(' | ')} |\n`).join('');
};
