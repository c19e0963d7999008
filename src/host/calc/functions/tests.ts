import { DIV0, NA, NUM, VALUE, isError, type Value } from '../values';
import { cellsOf, numbersOf } from './numbers';
import { beyond, fParts } from './probability';
import { defineEach } from './registry';
import { incompleteGamma, normal } from './special';
import { mean, varianceOf } from './statistics';

// What is the chance of a difference such as this.

defineEach('CHISQ.TEST CHITEST', 'r r', (actual: Value, expected: Value) => {
  const [a, e] = [cellsOf(actual), cellsOf(expected)];
  const wrong = [...a, ...e].find(isError);
  if (wrong) return wrong;
  const { rows, columns } = actual as { rows: number; columns: number };
  if (a.length !== e.length || a.length < 2) return NA;
  if ([...a, ...e].some((one) => typeof one !== 'number')) return VALUE;
  const sum = a.reduce<number>(
    (all, one, i) => all + ((one as number) - (e[i] as number)) ** 2 / (e[i] as number),
    0,
  );
  const freedom = rows > 1 && columns > 1 ? (rows - 1) * (columns - 1) : a.length - 1;
  return Number.isFinite(sum) ? incompleteGamma(freedom / 2, sum / 2).upper : DIV0;
});
defineEach('F.TEST FTEST', 'r r', (first: Value, second: Value) => {
  const [a, b] = [numbersOf([first]), numbersOf([second])];
  if (isError(a)) return a;
  if (isError(b)) return b;
  const [v, w] = [varianceOf(a, 1), varianceOf(b, 1)];
  if (isError(v) || isError(w) || v === 0 || w === 0) return DIV0;
  const { lower, upper } = fParts(v / w, a.length - 1, b.length - 1);
  return 2 * Math.min(lower, upper);
});
defineEach(
  'T.TEST TTEST',
  'r r n n',
  (first: Value, second: Value, tails: number, kind: number) => {
    const [sides, type] = [Math.trunc(tails), Math.trunc(kind)];
    if ((sides !== 1 && sides !== 2) || type < 1 || type > 3) return NUM;
    if (type === 1) {
      const [x, y] = [cellsOf(first), cellsOf(second)];
      const wrong = [...x, ...y].find(isError);
      if (wrong) return wrong;
      if (x.length !== y.length) return NA;
      const gaps = x.flatMap((one, i) =>
        typeof one === 'number' && typeof y[i] === 'number' ? one - (y[i] as number) : [],
      );
      const variance = varianceOf(gaps, 1);
      if (isError(variance) || variance === 0) return DIV0;
      return sides * beyond(mean(gaps) / Math.sqrt(variance / gaps.length), gaps.length - 1);
    }
    const [a, b] = [numbersOf([first]), numbersOf([second])];
    if (isError(a)) return a;
    if (isError(b)) return b;
    const [v, w] = [varianceOf(a, 1), varianceOf(b, 1)];
    if (isError(v) || isError(w) || v + w === 0) return DIV0;
    const [n, m] = [a.length, b.length];
    const gap = mean(a) - mean(b);
    if (type === 2) {
      const pooled = (v * (n - 1) + w * (m - 1)) / (n + m - 2);
      return sides * beyond(gap / Math.sqrt(pooled * (1 / n + 1 / m)), n + m - 2);
    }
    const [s, t] = [v / n, w / m];
    const freedom = (s + t) ** 2 / (s ** 2 / (n - 1) + t ** 2 / (m - 1));
    return sides * beyond(gap / Math.sqrt(s + t), freedom);
  },
);
defineEach('Z.TEST ZTEST', 'r n n?', (of: Value, x: number, deviation?: number) => {
  const numbers = numbersOf([of]);
  if (isError(numbers)) return numbers;
  if (numbers.length === 0) return NA;
  if (deviation !== undefined && deviation <= 0) return NUM;
  const variance = varianceOf(numbers, 1);
  const spread = deviation ?? (isError(variance) ? 0 : Math.sqrt(variance));
  return spread === 0 ? DIV0 : normal((x - mean(numbers)) / (spread / Math.sqrt(numbers.length)));
});
defineEach('PROB', 'r r n n?', (values: Value, chances: Value, from: number, to = from) => {
  const [x, p] = [cellsOf(values), cellsOf(chances)];
  const wrong = [...x, ...p].find(isError);
  if (wrong) return wrong;
  if (x.length !== p.length) return NA;
  const pairs = x.flatMap((one, i) =>
    typeof one === 'number' && typeof p[i] === 'number' ? [[one, p[i] as number] as const] : [],
  );
  const all = pairs.reduce((sum, [, chance]) => sum + chance, 0);
  if (pairs.some(([, chance]) => chance < 0 || chance > 1) || Math.abs(all - 1) > 1e-9) return NUM;
  return pairs.reduce((sum, [one, chance]) => sum + (one >= from && one <= to ? chance : 0), 0);
});
