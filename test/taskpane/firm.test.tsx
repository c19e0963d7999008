/** @jest-environment ./test/taskpane/environment.ts */
import { cleanup, configure, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Catalog } from '../../src/catalog/schema';
import { Pane } from '../../src/taskpane/Pane';
import { soundCatalog } from '../cli/run';
import { slowHost } from './slowHost';

jest.setTimeout(120_000);
configure({ asyncUtilTimeout: 60_000 });

const versions: Catalog[] = ['1.0.0', '1.10.0', '1.9.0'].map((version) => ({
  ...soundCatalog(),
  version,
}));
const files: Record<string, unknown> = {
  'https://addins.test/catalogs/index.json': {
    catalogs: [
      ...versions.map(({ id, version, name }) => ({ id, version, name, file: `${version}.json` })),
      { id: 'gone', version: '1.0.0', name: { en: 'Gone', 'zh-CN': '无' }, file: 'gone.json' },
    ],
  },
  ...Object.fromEntries(
    versions.map((one) => [`https://addins.test/catalogs/${one.version}.json`, one]),
  ),
};

beforeEach(() => {
  document.head.innerHTML =
    '<meta name="appfi-catalogs" content="https://addins.test/catalogs/" />';
  globalThis.fetch = ((url: URL) => {
    const found = files[String(url)];
    const text = JSON.stringify(found);
    return Promise.resolve({
      ok: found !== undefined,
      text: () => Promise.resolve(text),
      json: () => Promise.resolve(found),
    });
  }) as unknown as typeof fetch;
});
afterEach(() => {
  cleanup();
  localStorage.clear();
});

const show = async () => {
  render(<Pane run={slowHost().run} lang="en" />);
  return (await screen.findByLabelText('Model')) as HTMLSelectElement;
};
const choices = (select: HTMLSelectElement) =>
  [...select.options].map(({ textContent }) => textContent).filter((text) => text.includes('·'));

test('a firm’s versions stand side by side, the newest first, and one that cannot be loaded is told', async () => {
  const model = await show();
  await waitFor(() =>
    expect(choices(model)).toEqual([
      ...['Gone · 1.0.0', 'Small model · 1.10.0', 'Small model · 1.9.0', 'Small model · 1.0.0'],
    ]),
  );
  await userEvent.selectOptions(model, 'Small model · 1.9.0');
  await waitFor(() => expect(model.selectedOptions[0]?.textContent).toBe('Small model · 1.9.0'));
  await userEvent.selectOptions(model, 'Gone · 1.0.0');
  await screen.findByText(/Your firm’s catalog gone\.json could not be loaded/);
  expect(model.selectedOptions[0]?.textContent).toBe('Small model · 1.9.0');
});

test('who began with a version last time begins with it again', async () => {
  localStorage.setItem('appfi.model', 'small@1.0.0');
  const model = await show();
  await waitFor(() => expect(model.selectedOptions[0]?.textContent).toBe('Small model · 1.0.0'));
});
