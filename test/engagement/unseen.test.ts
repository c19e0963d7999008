import { holdsUnseen } from '../../src/engagement/unseen';

test('controls are unseen, line breaks and letters are not; what is no text holds none', () => {
  const texts = ['a\tb', '\u0000', 'a\u000bb', 'a\u001f', '\u007f', '\u009f'];
  expect(texts.map(holdsUnseen)).toEqual(texts.map(() => true));
  const seen = ['', 'a b', 'a\nb', 'a\r\nb', '中é', '\u00a0', '~', 5, null, undefined, ['\t']];
  expect(seen.map(holdsUnseen)).toEqual(seen.map(() => false));
});
