import { engagementOf, laidOut, type Desk } from '../support/desk';
import { onLine } from '../support/line';

const words = 'Typed by Li';

/** Where a table that was lost stands now, and a field, if they do. */
const places = [
  (desk: Desk) => {
    const [, , header = ''] = desk.hasTable('Budget') ? desk.table('Budget').headers : [];
    return header ? desk.address('Budget', 1, header) : undefined;
  },
  (desk: Desk) => {
    const found = desk.host.book.names.find(({ name }) => name === 'Engagement.Client');
    return found && !found.formula.includes('#REF!') ? desk.named('Engagement.Client') : undefined;
  },
];

test('words typed just before a repair puts something back where they stand stay, and it stands elsewhere', async () => {
  const desk = await laidOut(engagementOf());
  await desk.act(({ workbook }) => {
    workbook.tables.getItem('Budget').delete();
    workbook.names.getItem('Engagement.Client').getRange().getEntireRow().delete('Up');
  });
  const seen = desk.copy();
  const writing = places.map(() => 0);
  onLine(seen.host, (request) => {
    for (const [i, placeIn] of places.entries()) if (!placeIn(seen)) writing[i] = request;
    return undefined;
  });
  await seen.repair();
  const taken = places.map((placeIn) => placeIn(seen)!);

  onLine(desk.host, (request) => {
    const typed = taken.filter((_, i) => writing[i] === request);
    const before = () =>
      typed.forEach(({ sheet, address }) => desk.host.edit(sheet, address, words));
    return { before };
  });
  expect((await desk.repair()).findings).toEqual([]);
  for (const [i, { sheet, address }] of taken.entries()) {
    expect(desk.at(sheet, address)?.value).toBe(words);
    expect(places[i]!(desk)).not.toEqual(taken[i]);
  }
  expect((await desk.read()).findings).toEqual([]);
});
