import { explainMessage } from '../../src/messages/explain';
import { themeNames } from '../../src/taskpane/parts/theme';
import { viewIds } from '../../src/taskpane/views/viewIds';
import { expectAccessible as expectAll, visits, type Visit } from './visit';

const open = visits();

/** Until the view and what it loads are there. */
async function settled({ page, pane }: Visit): Promise<void> {
  await pane.locator('#view > :not(:first-child, .fui-Spinner):visible').first().waitFor();
  await page.waitForFunction(() => document.querySelector('#view .fui-Spinner') === null);
}

describe.each(themeNames)('in the %s theme at 350 px', (theme) => {
  const lang = theme === 'light' ? 'en' : 'zh-CN';
  // Of two themes in one language, the second differs from the first in its colours.
  const how = theme === 'contrast' ? { runOnly: 'cat.color' } : {};
  const expectAccessible = (visit: Visit) => expectAll(visit, how);

  test('every view is accessible and nothing is cut off', async () => {
    const visit = await open(`lang=${lang}&model=key-account&theme=${theme}`);
    const { page, pane, say, tab, press } = visit;
    const [around, within] = await page.evaluate(() =>
      ['#workbench > *', '#pane > *'].map(
        (at) => getComputedStyle(document.querySelector(at) as Element).backgroundColor,
      ),
    );
    expect(around).toBe(within);
    // The grid draws its cells itself, by the class that it takes.
    expect(await page.locator('html.univer-dark').count()).toBe(theme === 'light' ? 0 : 1);
    for (const view of viewIds) {
      await tab(view);
      await settled(visit);
      await expectAccessible(visit);
      if (view === 'start') {
        await press('pane.deliver.open');
        await pane.getByRole('img').first().waitFor();
        await expectAccessible(visit);
        await press('pane.view.start');
        await press('pane.exchange.open');
        await pane.getByText(say('pane.ask.less')).click();
        await expectAccessible(visit);
        await press('pane.view.start');
        await press('pane.upgrade.open');
        await pane.getByText(say('pane.upgrade.none')).waitFor();
        await expectAccessible(visit);
      }
      if (view === 'steps') {
        await pane.locator('li[data-item] button[aria-expanded]').first().click();
        await expectAccessible(visit);
        await press('pane.steps.map');
        await pane.getByRole('tree').waitFor();
        await expectAccessible(visit);
      }
      if (view === 'value') {
        await press('pane.readings');
        await settled(visit);
        await expectAccessible(visit);
        await press('pane.value.back');
        await pane.locator('#view li button').first().click();
        await press('pane.value.reading.add');
        await expectAccessible(visit);
      }
      if (view === 'bet') {
        for (const fold of ['bet.contract.clauses', 'pane.bet.preset.change'] as const) {
          await pane.getByText(say(fold), { exact: true }).click();
          await settled(visit);
          await expectAccessible(visit);
        }
        await pane.getByRole('button', { name: /^M1/ }).click();
        await expectAccessible(visit);
        for (const part of ['payoff', 'settlement', 'ledger'] as const) {
          await press(`pane.bet.${part}`);
          await settled(visit);
          await expectAccessible(visit);
          if (part === 'settlement') {
            await pane
              .getByRole('button', { name: say('pane.explain') })
              .first()
              .click();
            const why = pane.getByRole('article');
            await why.getByText(explainMessage(lang, 'explain.pane.all'), { exact: true }).click();
            await settled(visit);
            await expectAccessible(visit);
            const back = explainMessage(lang, 'explain.pane.back');
            await why.getByRole('button', { name: back, exact: true }).click();
            await press('pane.bet.sign.review');
            await pane.getByText(say('pane.bet.sign.noVendor')).waitFor();
            await expectAccessible(visit);
            const entry = (key: 'vendor' | 'on' | 'why') =>
              pane.getByLabel(new RegExp(`^${say(`pane.bet.sign.${key}`)}`));
            await entry('vendor').fill('Lin');
            // Before the day of its figures: that needs words.
            await entry('on').fill('2027-08-30');
            await press('pane.bet.sign.review');
            await pane.getByText(say('pane.bet.sign.noWhy')).waitFor();
            await expectAccessible(visit);
            await entry('why').fill('Agreed');
            await press('pane.bet.sign.review');
            await pane.getByText(say('pane.bet.sign.final')).waitFor();
            await expectAccessible(visit);
            await press('pane.bet.sign.back');
          }
        }
      }
    }
    expect(await pane.getByRole('heading', { name: say('pane.trust') }).count()).toBe(1);
  });

  test('an empty workbook is greeted accessibly', async () => {
    const visit = await open(`lang=${lang}&model=empty&theme=${theme}`);
    await visit.pane.getByLabel(visit.say('pane.fee')).fill('much');
    await visit.pane.getByLabel(visit.say('pane.startDate')).fill('2027-01-15');
    await visit.pane.getByLabel(visit.say('pane.endDate')).fill('2026-12-31');
    await visit.pane.getByText(visit.say('pane.endDate.early')).waitFor();
    await visit.press('pane.layOut');
    await visit.pane.getByText(visit.say('pane.fee.invalid')).waitFor();
    await expectAccessible(visit);
  });
});

describe('by keyboard alone', () => {
  test('an item is found and picked, a settlement read and signed; focus is never lost', async () => {
    const visit = await open('lang=en&model=key-account');
    const { page, pane, say } = visit;
    const { keyboard } = page;
    const focused = () =>
      page.evaluate(() => {
        const element = document.activeElement;
        const label = element?.getAttribute('aria-label') ?? element?.textContent ?? '';
        return element === document.body ? 'nothing' : label;
      });
    /** Presses Tab until the focus is on what is named so. */
    const reach = async (name: RegExp, key = 'Tab') => {
      for (let presses = 0; presses < 60; presses += 1) {
        if (name.test(await focused())) return;
        await keyboard.press(key);
        expect(await focused()).not.toBe('nothing');
      }
      throw new Error(`Tab does not reach ${String(name)}`);
    };
    await pane.locator('#tab-start').focus();
    await reach(/^APPFI/, 'ArrowRight');
    await keyboard.press('Enter');
    await pane.locator('li[data-item]').first().waitFor();
    await reach(/Ask\d/);
    await reach(/^Search/);
    const all = await pane.locator('li[data-item]').count();
    await keyboard.type('tender');
    await page.waitForFunction(
      (count) => document.querySelectorAll('#pane li[data-item]').length < count,
      all,
    );
    await reach(/^Pick: /);
    await keyboard.press('ArrowDown');
    await keyboard.press('ArrowUp');
    const box = pane.getByRole('checkbox').first();
    const before = await box.isChecked();
    await keyboard.press('Space');
    await page.waitForFunction(
      (was) =>
        document.querySelector<HTMLInputElement>('#pane input[type=checkbox]')?.checked !== was,
      before,
    );
    expect(await focused()).toMatch(/^Pick: /);

    await pane.locator('#tab-steps').focus();
    await reach(/^Bet/, 'ArrowRight');
    await keyboard.press('Enter');
    await pane.getByText(say('pane.bet.toSettlement')).waitFor();
    await reach(/^See the settlement/);
    await keyboard.press('Enter');
    await pane.getByRole('region', { name: say('pane.bet.sign') }).waitFor();
    await pane.locator('#tab-bet').focus();
    await reach(/^Review and sign/);
    await keyboard.press('Enter');
    // Nobody is named yet: the field says so.
    await pane.getByText(say('pane.bet.sign.noVendor')).waitFor();
    await pane.getByLabel(/^For the vendor/).focus();
    await keyboard.type('Lin');
    // Before the day of its figures: that needs words.
    await pane.getByLabel(/^Signed on/).fill('2027-08-30');
    await pane.getByLabel(/^Why this is meant/).focus();
    await keyboard.type('Agreed');
    await reach(/^Review and sign/);
    await keyboard.press('Enter');
    await reach(/^Not yet/);
    await keyboard.press('Enter');
    await reach(/^Review and sign/);
    await keyboard.press('Enter');
    await pane.getByText(say('pane.bet.sign.final')).waitFor();
    await reach(/^Sign “/, 'Shift+Tab');
    await keyboard.press('Enter');
    await pane.getByText(say('pane.bet.signed.keep')).waitFor();
    expect(await focused()).not.toBe('nothing');
  });
});
