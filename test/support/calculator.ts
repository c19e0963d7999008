/**
 * A pocket calculator: numbers, + − × ÷ ^, brackets, min, max, round, abs and int with arguments apart by
 * semicolons, and [n] for a number that was noted before. It knows nothing of ours.
 */
export function calculate(text: string, noted: ReadonlyMap<number, number>): number {
  const tokens = text.match(/\d+(?:\.\d+)?|[a-z]+|[-+−×÷^();[\]]/g) ?? [];
  let at = 0;
  const take = (wanted?: string): string => {
    const token = tokens[at];
    if (token === undefined || (wanted !== undefined && token !== wanted))
      throw new Error(`${wanted ?? 'something'} is missing in ${text}`);
    at += 1;
    return token;
  };
  const list = (): number[] => {
    take('(');
    const values = [sum()];
    while (tokens[at] === ';') {
      take(';');
      values.push(sum());
    }
    take(')');
    return values;
  };
  const round = (value: number, digits: number) => {
    const scaled = Number((Math.abs(value) * 10 ** digits).toPrecision(15));
    return (Math.sign(value) * Math.round(scaled)) / 10 ** digits;
  };
  const one = (): number => {
    const token = tokens[at];
    if (token === '−') {
      take();
      return -one();
    }
    if (token === '(') {
      const [value] = list();
      return value as number;
    }
    if (token === '[') {
      take('[');
      const no = Number(take());
      take(']');
      const value = noted.get(no);
      if (value === undefined) throw new Error(`[${no}] is not known where ${text} needs it`);
      return value;
    }
    if (/^[a-z]/.test(token ?? '')) {
      const name = take();
      const values = list();
      const [first = 0, second = 0] = values;
      if (name === 'min') return Math.min(...values);
      if (name === 'max') return Math.max(...values);
      if (name === 'round') return round(first, second);
      if (name === 'abs') return Math.abs(first);
      if (name === 'int') return Math.floor(first);
      throw new Error(`No key ${name}`);
    }
    return Number(take());
  };
  const power = (): number => {
    let value = one();
    while (tokens[at] === '^') {
      take();
      value **= one();
    }
    return value;
  };
  const product = (): number => {
    let value = power();
    for (let sign = tokens[at]; sign === '×' || sign === '÷'; sign = tokens[at]) {
      take();
      value = sign === '×' ? value * power() : value / power();
    }
    return value;
  };
  function sum(): number {
    let value = product();
    for (let sign = tokens[at]; sign === '+' || sign === '−'; sign = tokens[at]) {
      take();
      value = sign === '+' ? value + product() : value - product();
    }
    return value;
  }
  const value = sum();
  if (at < tokens.length) throw new Error(`${text} goes on after ${tokens.slice(0, at).join(' ')}`);
  return value;
}
