import { withFormerWords } from '../../src/office/highlight';

const chinese = '=$C7="是"';
const english = '=$C7="Yes"';

test('a formula has its former words again', () => {
  expect(withFormerWords(english, english, chinese)).toBe(chinese);
});

test('where rows have moved it keeps the cells that it has now', () => {
  expect(withFormerWords('=$C9="Yes"', english, chinese)).toBe('=$C9="是"');
  expect(
    withFormerWords(
      '=OR($C9="No ""way""",$D9="")',
      '=OR($C7="No ""way""",$D7="")',
      '=OR($C7="不",$D7="空")',
    ),
  ).toBe('=OR($C9="不",$D9="空")');
});

test.each([
  ['other words', '=$C9="Perhaps"', english, chinese],
  ['more words', '=OR($C9="Yes",$C9="No")', english, chinese],
  ['no words', '=$C9>5', english, chinese],
  ['fewer words than before', '=$C9="Yes"', english, '=OR($C7="是",$C7="好")'],
])('with %s it is somebody’s', (_, stands, wrote, had) => {
  expect(withFormerWords(stands, wrote, had)).toBeUndefined();
});
