import { readFile } from 'node:fs/promises';
import { openXlsx } from '../../src/book';
import type { Lang } from '../../src/messages';
import { column, type, visits } from './visit';

const open = visits();

test.each<Lang>(['zh-CN', 'en'])(
  'from a new engagement to a signed settlement, in %s',
  async (lang) => {
    const visit = await open(`lang=${lang}&model=empty`);
    const { page, pane, say, press, tab } = visit;
    const fillIn = (label: string, value: string) =>
      pane.getByLabel(label, { exact: true }).fill(value);

    // A new engagement.
    await fillIn(say('pane.client'), 'Contoso');
    await fillIn(say('pane.vendor'), 'Fabrikam');
    await pane.getByLabel(say('pane.stage')).selectOption('micro-consulting');
    await fillIn(say('pane.startDate'), '2026-03-02');
    await fillIn(say('pane.endDate'), '2026-03-31');
    await fillIn(say('pane.fee'), '200,000');
    await press('pane.layOut');
    await pane.getByRole('heading', { name: 'Contoso' }).waitFor();

    // What is ticked in the pane is in the sheet, what is picked in the sheet is ticked in the pane.
    await tab('steps');
    const ticks = pane.getByRole('checkbox');
    await ticks.first().check();
    const yes = say('list.pick.yes');
    const picks = () => column(visit, 'Asks', say('column.pick'));
    await expectSoon(async () => (await picks()).values[0] === yes);
    const { sheet, row, column: at } = await picks();
    await type(visit, sheet, `${String.fromCharCode(65 + at)}${row + 2}`, yes);
    await expectSoon(() => ticks.nth(1).isChecked());

    // The client's own item.
    await press('pane.steps.add');
    await fillIn(say('pane.steps.add.text'), 'Ours alone');
    await press('pane.steps.add.save');
    await pane
      .getByRole('checkbox', {
        name: say('pane.steps.pick', { item: 'Ours alone' }),
        checked: true,
      })
      .waitFor();
    await pane.locator('#step-function').click();
    await ticks.first().check();

    // A metric that the function moves, and its first reading.
    await tab('value');
    await pane.getByText(say('pane.value.needsBaseline')).first().click();
    await fillIn(say('value.column.baseline'), '0.2');
    await fillIn(say('value.column.target'), '0.4');
    await press('pane.value.reading.add');
    const form = pane.getByRole('form', { name: say('pane.value.reading.add') });
    const numbers = form.locator('input:not([type=date])');
    for (const input of await numbers.all()) await input.fill('3');
    await form.getByLabel(say('value.column.date'), { exact: true }).fill('2026-03-20');
    await form.getByRole('button').click();
    await pane.getByText(say('pane.value.readings', { count: 1 }), { exact: true }).waitFor();

    // Both sides score what is judged; then the bet is settled and signed.
    await tab('bet');
    for (const code of ['Q1', 'Q2']) {
      await pane.getByRole('button', { name: new RegExp(`^${code}`) }).click();
      for (const side of ['bet.column.business', 'bet.column.it'] as const) {
        const scores = pane.getByLabel(say(side), { exact: true });
        for (const score of await scores.all()) await score.fill('5');
        await scores.last().press('Enter');
      }
      await press('pane.bet.term.back');
    }
    await press('pane.bet.settlement');
    await pane.getByLabel(new RegExp(`^${say('pane.bet.sign.vendor')}`)).fill('Lin');
    await fillIn(say('pane.bet.sign.business'), 'Chen');
    await press('pane.bet.sign.review');
    const [before, after] = say('pane.bet.sign.do', { period: '|', amount: '' }).split('|');
    await pane.getByRole('button', { name: new RegExp(`^${before}.+${after}`) }).click();
    await pane.getByText(say('pane.bet.signed.keep')).waitFor();
    await press('pane.bet.ledger');
    await pane.getByText(say('pane.bet.ledger.whole', { count: 1 })).waitFor();

    // Every number is what its rule means, in the pane and in the file.
    await tab('checks');
    const agree = say('pane.trust.agree', { cells: 'N' }).replaceAll('N', '[\\d,]+');
    await pane.getByText(new RegExp(agree)).waitFor();
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: say('pane.workbench.download') }).click();
    const book = await openXlsx(await readFile(await (await coming).path()));
    const ledger = book.sheets
      .flatMap(({ tables }) => tables)
      .find(({ name }) => name === 'Ledger');
    expect(ledger?.area.rows).toBeGreaterThan(1);
  },
);

/** Waits for what takes a moment; what never comes fails with the test's own time. */
async function expectSoon(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((later) => setTimeout(later, 100));
}
