import type { Scalar } from '../../../book';
import { dateOf, serialOf } from '../dates';
import { NUM, isError } from '../values';
import { yearsBetween } from './calendar';
import { define } from './registry';

// Securities that pay at maturity alone.

/** What a security of two amounts gives; #NUM! unless it settles before it matures. */
function held(
  name: string,
  compute: (first: number, second: number, years: number) => number,
): void {
  define(
    name,
    'x x x x x?',
    (settled: number, matures: number, first: number, second: number, basis = 0) => {
      const [from, to] = [Math.floor(settled), Math.floor(matures)];
      if (from >= to || first <= 0 || second <= 0) return NUM;
      const years = yearsBetween(from, to, basis);
      return isError(years) ? years : compute(first, second, years);
    },
  );
}

held('DISC', (price, redemption, years) => (redemption - price) / redemption / years);
held('INTRATE', (invested, redemption, years) => (redemption - invested) / invested / years);
held('RECEIVED', (invested, discount, years) => invested / (1 - discount * years));
held('PRICEDISC', (discount, redemption, years) => redemption - discount * redemption * years);
held('YIELDDISC', (price, redemption, years) => (redemption - price) / price / years);

// Treasury bills: a year at most, days over 360.

function bill(name: string, compute: (days: number, amount: number) => Scalar): void {
  define(name, 'x x x', (settled: number, matures: number, amount: number) => {
    const [from, to] = [Math.floor(settled), Math.floor(matures)];
    if (amount <= 0 || from < 0 || from >= to) return NUM;
    const { year, month, day } = dateOf(from);
    return to > serialOf(year + 1, month, day) ? NUM : compute(to - from, amount);
  });
}

bill('TBILLPRICE', (days, discount) => {
  const price = 100 * (1 - (discount * days) / 360);
  return price < 0 ? NUM : price;
});
bill('TBILLYIELD', (days, price) => ((100 - price) / price) * (360 / days));
bill('TBILLEQ', (days, discount) => {
  if (days <= 182) return (365 * discount) / (360 - discount * days);
  // Longer than half a year: as if interest were paid after it.
  const price = (100 - (discount * 100 * days) / 360) / 100;
  const term = days / (days === 366 ? 366 : 365);
  return (-2 * term + 2 * Math.sqrt(term ** 2 - (2 * term - 1) * (1 - 1 / price))) / (2 * term - 1);
});
