import { message, type Lang, type MessageKey } from '../../messages';
import { returnOnInvestment, type ReturnOnInvestment } from '../../office';
import { measure, money, printAgreement, share, sideways, word } from '../figures';
import { done, found, type Io, type Shell } from '../io';
import { textTable } from '../table';
import { readFrom } from '../workbookFile';
import type { RoiOptions } from './valueProgram';

/** Three scenarios side by side, the flows of each year, and what moves the result most. */
export async function run(shell: Shell, [file]: [string], options: RoiOptions): Promise<number> {
  const { io, lang } = shell;
  const roi = await readFrom(shell, file, options.catalog, (context, catalogs) =>
    returnOnInvestment(context, { catalogs }),
  );
  if (options.json) io.out(`${JSON.stringify(roi, null, 2)}\n`);
  else print(io, lang, roi);
  return roi.agreement.differences.length > 0 ? found : done;
}

function print(io: Io, lang: Lang, roi: ReturnOnInvestment): void {
  const say = (key: string) => message(lang, key as MessageKey);
  io.out(`${message(lang, 'cli.roi.head', { currency: roi.currency ?? '–' })}\n\n`);
  if (roi.convention !== null) io.out(`${roi.convention}\n\n`);
  if (roi.missing.length > 0) {
    io.out(`${say('value.roi.missing')}\n`);
    for (const { what } of roi.missing) io.out(`  ${what}\n`);
    io.out('\n');
  }
  const measures = [
    ['pvBenefits', money],
    ['pvCosts', money],
    ['npv', money],
    ['roi', share],
    ['bcr', measure],
    ['irr', share],
    ['payback', measure],
    ['discountedPayback', measure],
    ['breakEven', share],
  ] as const;
  const cases = roi.scenarios.map(
    ({ scenario, chosen }) => `${say(`list.scenario.${scenario}`)}${chosen ? ' *' : ''}`,
  );
  const lines = measures.map(([id, text]): [string, string[]] => [
    say(`value.column.roi.${id}`),
    roi.scenarios.map((one) => text(one[id])),
  ]);
  io.out(`${sideways(cases, lines)}\n${message(lang, 'cli.roi.chosen')}\n\n`);
  if (roi.irrNote !== null) io.out(`${roi.irrNote}\n\n`);
  io.out(`${say('value.roi.cash')}\n`);
  for (const [id, text] of measures)
    if (id in roi.cash)
      io.out(
        `  ${say(`value.column.roi.${id}`)}: ${text(roi.cash[id as keyof typeof roi.cash])}\n`,
      );
  io.out('\n');
  const flows = [
    'benefits',
    'costs',
    'vendor',
    'net',
    'cumulative',
    'pv',
    'realised',
    'forecast',
  ] as const;
  io.out(
    `${textTable([
      [say('value.column.year'), ...flows.map((id) => say(`value.column.year.${id}`))],
      ...roi.years.map((year) => [year.year, ...flows.map((id) => money(year[id]))]),
    ])}\n\n`,
  );
  for (const [id, value] of Object.entries(roi.toDate))
    io.out(`${say(`value.field.Roi.${id}`)}: ${money(value)}\n`);
  io.out(
    `\n${textTable([
      ['mover', 'kind', 'swing'].map((id) => say(`value.column.${id}`)),
      ...roi.sensitivity.map(({ item, kind, swing }) => [word(item), word(kind), money(swing)]),
    ])}\n\n`,
  );
  printAgreement(io, lang, roi.agreement);
}
