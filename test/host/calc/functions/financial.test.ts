import { valueOf, type Entry } from '../workbook';

/** Money that comes, goes and comes again: two rates bring it to nothing. */
const between = (one: number, other: number) => [-1, 2 + one + other, -(1 + one) * (1 + other)];
const column = (flows: readonly number[]) => flows.map((flow): Entry[] => [flow]);
const late = [...Array<number>(10).fill(0), -100, 58.5, -8.555];

test.each<[what: string, flows: number[], guess: number, rate: number | string]>([
  ['runs past the nearer of two', between(-0.5, 0.5), -0.16, 0.5],
  ['strays, so that the nearer of two is found by halves', between(-0.5, 0.5), -0.3, -0.5],
  ['runs down to the farther of two', between(0.1, 0.5), 2, 0.1],
  ['strays far from both', between(0.1, 0.5), 3, 0.5],
  ['turns short of the greater', between(0.1, 0.5), 0.28, 0.1],
  ['turns a little later', between(0.1, 0.5), 0.27, 0.5],
  ['ends in the fiftieth turn', late, -0.9854, -0.71],
  ['does not end by then, nor do signs tell two so close', late, -0.9856, '#NUM!'],
])('the search for a rate %s', (_, flows, guess, rate) => {
  const found = valueOf(`=IRR(A1:A${flows.length},${guess})`, column(flows));
  if (typeof rate === 'number') expect(found).toBeCloseTo(rate, 9);
  else expect(found).toBe(rate);
});

test.each<[formula: string, value: unknown]>([
  ['XIRR({-100,110},{45000,45365},-1)', '#NUM!'],
  ['ROUND(XIRR({-100,110},{45000,45365},-0.9),9)', 0.1],
  ['XIRR({100,-110},{45000,45365,45400})', '#NUM!'],
  ['XIRR({-100,"x"},{45000,45365})', '#NUM!'],
  ['XIRR({-100,110},{45000,"x"})', '#NUM!'],
  ['XIRR({-100,110},{"x",45365})', '#NUM!'],
  ['XIRR({-100,110},NA())', '#N/A'],
  ['XIRR(1/0,{45000,45365})', '#DIV/0!'],
  ['XIRR({-100,-110},{45000,45365})', '#NUM!'],
  ['XIRR({100,110},{45000,45365})', '#NUM!'],
  ['XNPV(-1,{-100,110},{45000,45365})', '#NUM!'],
  ['XNPV(0.1,{-100},{45000})', -100],
  ['XNPV(0,{-100,110},{45000,45000})', 10],
  ['NPV(-1,1)', '#NUM!'],
  ['NPV(1,2,4)', 2],
  ['NPV(0.1,NA())', '#N/A'],
  ['IRR(NA())', '#N/A'],
  ['PMT(-1,24,1000)', '#NUM!'],
  ['PMT(0.1,0,1000)', '#NUM!'],
  ['PV(-1,2,3)', '#NUM!'],
  ['FV(1E200,9,1)', '#NUM!'],
])('%s is %p', (formula, value) => {
  expect(valueOf(`=${formula}`)).toBe(value);
});
