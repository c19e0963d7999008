import { packer, unpacker, type ToPane } from '../../src/workshop/dialog/wire';

const long = (item: string): ToPane => ({ kind: 'goTo', step: 'ask', item });
const taken = () => {
  const messages: unknown[] = [];
  return { messages, take: unpacker((message) => messages.push(message)) };
};

test('a message of any length arrives as it was sent, in pieces that every client takes', () => {
  const { messages, take } = taken();
  const message = long('客户'.repeat(60_000));
  const pieces = packer()(message);
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(20_000);
  pieces.forEach(take);
  expect(messages).toEqual([message]);
});

test('a message that a later one overtakes is dropped, and so is what is none of ours', () => {
  const { messages, take } = taken();
  const pack = packer();
  const [first = '', ...rest] = pack(long('a'.repeat(50_000)));
  take(first);
  take('{"some":"thing"}');
  take('no JSON');
  pack(long('b')).forEach(take);
  rest.forEach(take);
  expect(messages).toEqual([long('b')]);
});
