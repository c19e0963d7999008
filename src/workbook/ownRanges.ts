import type { Driver, Metric } from '../catalog/schema';
import { say, type Context } from './context';

/** What a firm's own engagements measured, a line for each currency. "" where there is nothing. */
export function ownLines(
  context: Context,
  { own = [], unit }: Pick<Metric | Driver, 'own' | 'unit'>,
): string {
  const currencies = [...new Set(own.map(({ currency = '' }) => currency))];
  return currencies
    .map((currency) => {
      const figures = own
        .filter((one) => (one.currency ?? '') === currency)
        .map(({ figure, n, low, median, high }) => {
          const label = figure === 'value' ? [] : [say(context, `value.observed.${figure}`)];
          const range = [low, median, high]
            .map((value) => plain(value, unit === 'ratio'))
            .join('–');
          return [...label, range, ...(currency === '' ? [] : [currency]), `(n = ${n})`].join(' ');
        });
      return say(context, 'value.observed', { figures: figures.join(' · ') });
    })
    .join('\n');
}

function plain(value: number, isRate: boolean): string {
  const digits = { maximumSignificantDigits: 4, maximumFractionDigits: 4 };
  const text = (isRate ? value * 100 : value).toLocaleString('en-US', digits);
  return isRate ? `${text}%` : text;
}
