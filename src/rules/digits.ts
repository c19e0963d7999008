const formats = new Map<string, Intl.NumberFormat>();

/** A number with its thousands grouped, between so many decimals; what rounds to zero has no sign. */
export function grouped(value: number, least: number, most = least): string {
  const key = `${least} ${most}`;
  const format =
    formats.get(key) ??
    new Intl.NumberFormat('en-US', { minimumFractionDigits: least, maximumFractionDigits: most });
  formats.set(key, format);
  const text = format.format(value).replace('-', '−');
  return /^−[0.,]*$/.test(text) ? text.slice(1) : text;
}
