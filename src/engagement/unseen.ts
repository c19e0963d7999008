/** Signs that nobody sees and that maps and papers do not hold: tabs and other controls. */
// eslint-disable-next-line no-control-regex
const unseen = /[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f]/;

export const holdsUnseen = (value: unknown): value is string =>
  typeof value === 'string' && unseen.test(value);
