import { laidOut } from '../support/desk';

test('a table that grows does not shift what is written below it', async () => {
  const desk = await laidOut();
  for (let row = 6; row < 11; row += 1) desk.type('Budget', row, 'Owner', `owner ${row}`);
  desk.type('PromotionPlan', 6, 'Owner', 'mine');
  const { engagement } = await desk.read();
  expect(engagement.promotion).toEqual({ 'custom.promotion.1': { owner: 'mine' } });
  await desk.refresh();
  expect((await desk.read()).engagement).toEqual(engagement);
  expect(desk.ids('PromotionPlan').slice(4, 7)).toEqual([
    'promotion.review',
    '',
    'custom.promotion.1',
  ]);
});
