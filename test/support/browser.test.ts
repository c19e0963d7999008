import { launch } from './browser';

test('the packaged browser runs a page', async () => {
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.goto(
      'data:text/html;charset=utf-8,<title>规划</title><script>document.title += 1 + 1</script>',
    );
    expect(await page.title()).toBe('规划2');
  } finally {
    await browser.close();
  }
}, 600_000);
